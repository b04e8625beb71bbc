"""Jobs to staged files: plan each, draw it, keep what differs from the last time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.published import PublishedFile
from banxin.pipeline.incremental.store import IssueStore
from banxin.pipeline.jobs import AssetsJob, Job, Planner
from banxin.pipeline.output import staged_files
from banxin.plugins.running import Plugins
from banxin.problems import BuildFailed, Place, Problem, Problems
from banxin.rendering.renderer import Renderer
from banxin.rendering.theme import Theme
from banxin.site import routes
from banxin.site.context import SiteContext
from banxin.site.outputs import Drawn, Output


class JobResult(msgspec.Struct, frozen=True):
    """What came of one job_id: its files, and where those that are new wait in the staging folder.

    ``staged``: path in the output to path in the staging folder, see ``staged_files.place``.
    ``chosen``: (path, file) of the paths that an editor chose, in which file.
    """

    job_id: str
    files: Mapping[str, PublishedFile]
    staged: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(JobResult)


def stale_jobs(
    jobs: Mapping[str, Job], wanted: Mapping[str, str], known: Mapping[str, str]
) -> list[Job]:
    """Jobs whose digest isn't the known one. The theme's own files are looked at every time."""
    return [
        job
        for job_id, job in jobs.items()
        if known.get(job_id) != wanted[job_id] or isinstance(job, AssetsJob)
    ]


class WorkerContext(msgspec.Struct, frozen=True):
    """What drawing takes: small enough to be sent to a process, which opens the rest.

    ``compiled``: a folder of templates as this program compiled them.
    """

    site: SiteContext
    themes: Path
    theme: str
    issues: Path  # the database of what was parsed
    pictures: Path
    compiled: Path
    staging: Path
    plugins: Plugins = ()


class Task(msgspec.Struct, frozen=True):
    """A job to draw, and those of its files that lie on disk as they were published."""

    job: Job
    intact: Mapping[str, PublishedFile]


def planner_and_renderer(
    context: WorkerContext, issues: IssueStore, theme: Theme
) -> tuple[Planner, Renderer]:
    view = context.site.view
    renderer = Renderer(theme, view, context.pictures, context.site.root)
    return Planner(context.site, issues, theme, context.plugins), renderer


@contextmanager
def drawing(context: WorkerContext) -> Iterator[Callable[[Task], bytes]]:
    """Draws jobs in any process: a pure function of a task, but for the files it stages.

    It gives a JobResult, encoded: bytes cross from process to process more cheaply than values.
    """
    issues = IssueStore(context.issues)
    with closing(issues.db):
        theme = Theme(context.themes, context.theme, Problems(), context.compiled)
        planner, renderer = planner_and_renderer(context, issues, theme)
        yield lambda task: _ENCODER.encode(draw_unit(task, planner, renderer, context.staging))


def decoded(job_id: bytes) -> JobResult:
    """What ``drawing`` gave."""
    return _DECODER.decode(job_id)


def draw_unit(task: Task, planner: Planner, renderer: Renderer, staging: Path) -> JobResult:
    """Draw a job's outputs; what differs from what lies on disk is put into ``staging``."""
    problems = Problems()
    job, outputs = task.job, _planned(task.job, planner, problems)
    files: dict[str, PublishedFile] = {}
    staged: dict[str, str] = {}
    for n, output in enumerate(outputs):
        data = renderer.render(output, problems)
        if data is None:
            continue
        known, content = task.intact.get(output.path), digest(data)
        if known and known.content == content:
            files[output.path] = known
        else:
            replaces = bool(known) and _is_here(output.path)
            place = staged_files.place(job.job_id, n) if replaces else output.path
            files[output.path] = PublishedFile(len(data), _stage(staging, place, data), content)
            staged[output.path] = place
    problems.extend(_claimed_twice(outputs, job.source))
    chosen = tuple((o.path, o.source) for o in outputs if isinstance(o, Drawn) and o.source)
    return JobResult(job.job_id, files, staged, tuple(problems), chosen)


def _planned(job: Job, planner: Planner, problems: Problems) -> tuple[Output, ...]:
    try:
        return planner.plan(job)
    except BuildFailed as failed:  # a plugin's doing
        problems.extend(failed.problems)
        return ()


def _is_here(path: str) -> bool:
    """Whether the file lies in the output folder itself, as pages do."""
    return not path.startswith(routes.ELSEWHERE)


def _stage(staging: Path, path: str, data: bytes) -> int:
    """The file's time; 0 where one path is another's folder: ``comparison.collisions`` says so."""
    try:
        return staged_files.stage(staging, path, data)
    except (NotADirectoryError, IsADirectoryError, FileExistsError):
        return 0


def _claimed_twice(outputs: tuple[Output, ...], source: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    problems = Problems()
    for output in outputs:
        file = (output.source if isinstance(output, Drawn) else "") or source
        if output.path in seen:
            problems.add(Place(file), "path-twice", path=output.path, other=seen[output.path])
        seen.setdefault(output.path, file)
    yield from problems
