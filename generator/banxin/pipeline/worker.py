"""Jobs to staged files: plan each, draw it, keep what differs from the last time."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.published import PublishedFile
from banxin.pipeline.incremental.store import IssueStore
from banxin.pipeline.jobs import AssetsJob, Job, Planner
from banxin.pipeline.output import staged_files
from banxin.pipeline.picture_making import by_source, make_quietly
from banxin.plugins.running import Plugins
from banxin.problems import BuildFailed, Place, Problem, Problems
from banxin.rendering.picture_store import PictureStore
from banxin.rendering.renderer import Renderer
from banxin.rendering.theme import Theme
from banxin.site import routes
from banxin.site.context import SiteContext
from banxin.site.outputs import Drawn, Output, Scaled

UNFINISHED = " …"  # behind the digest of a job that is published without all of its pictures


class JobResult(msgspec.Struct, frozen=True):
    """What came of one job_id: its files, and where those that are new wait in the staging folder.

    ``staged``: path in the output to path in the staging folder, see ``staged_files.place``.
    ``chosen``: (path, file) of the paths that an editor chose, in which file. ``deferred``:
    pictures that weren't made, for a preview makes them when they are asked for.
    """

    job_id: str
    files: Mapping[str, PublishedFile]
    staged: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()
    deferred: tuple[Scaled, ...] = ()

    def made_from(self, wanted: Mapping[str, str]) -> str:
        """The digest that is kept: one that no job can have, while a picture is missing."""
        return wanted[self.job_id] + UNFINISHED * bool(self.deferred)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(JobResult)


def stale_jobs(
    jobs: Mapping[str, Job],
    wanted: Mapping[str, str],
    known: Mapping[str, str],
    deferred: Container[str] = (),
) -> list[Job]:
    """Jobs whose digest isn't the known one. The theme's own files are looked at every time.

    ``deferred``: jobs that are published but for pictures, which may go on waiting.
    """

    def is_good(job_id: str) -> bool:
        digest = known.get(job_id, "")
        return (digest.removesuffix(UNFINISHED) if job_id in deferred else digest) == wanted[job_id]

    return [
        job for job_id, job in jobs.items() if isinstance(job, AssetsJob) or not is_good(job_id)
    ]


class WorkerContext(msgspec.Struct, frozen=True):
    """What drawing takes: small enough to be sent to a process, which opens the rest.

    ``compiled``: a folder of templates as this program compiled them. ``trusts``: whether pictures
    that earlier runs made are taken. ``defers``: whether those that aren't made yet may wait.
    """

    site: SiteContext
    themes: Path
    theme: str
    issues: Path  # the database of what was parsed
    pictures: Path
    compiled: Path
    staging: Path
    plugins: Plugins = ()
    trusts: bool = True
    defers: bool = False


class Task(msgspec.Struct, frozen=True):
    """A job to draw, and those of its files that lie on disk as they were published.

    ``same_maker``: by the same program and settings, so that no picture has to be made again.
    """

    job: Job
    intact: Mapping[str, PublishedFile]
    same_maker: bool = False

    def is_there(self, output: Output) -> bool:
        """Whether the output is a picture that lies in its place: its name says all of it."""
        return self.same_maker and isinstance(output, Scaled) and output.path in self.intact


class PlannedTask(msgspec.Struct, frozen=True):
    """A task with the outputs that are to be drawn, and what planning had to complain of."""

    task: Task
    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...] = ()


def planner_and_renderer(
    context: WorkerContext, issues: IssueStore, theme: Theme
) -> tuple[Planner, Renderer]:
    view = context.site.view
    pictures = PictureStore(context.pictures, context.trusts)
    renderer = Renderer(theme, view, pictures, context.site.root, context.defers)
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
    """Plan a job, make its pictures, and draw it."""
    planned = planned_task(task, planner)
    if not renderer.defers:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # see picture_encoder.encoded
            for outputs in by_source(wanted_pictures(planned, renderer.pictures)):
                make_quietly(renderer.pictures, outputs)
    return draw_planned(planned, renderer, staging)


def planned_task(task: Task, planner: Planner) -> PlannedTask:
    problems = Problems()
    outputs = _planned(task.job, planner, problems)
    return PlannedTask(task, outputs, tuple(problems))


def wanted_pictures(planned: PlannedTask, pictures: PictureStore) -> Iterator[Scaled]:
    """Those that still have to be made."""
    scaled = (output for output in planned.outputs if isinstance(output, Scaled))
    missing = (output for output in scaled if not planned.task.is_there(output))
    yield from (output for output in missing if pictures.kept(output) is None)


def draw_planned(planned: PlannedTask, renderer: Renderer, staging: Path) -> JobResult:
    """Draw a job's outputs; what differs from what lies on disk is put into ``staging``."""
    task, problems = planned.task, Problems()
    problems.extend(planned.problems)
    files: dict[str, PublishedFile] = {}
    staged: dict[str, str] = {}
    deferred: list[Scaled] = []
    for n, output in enumerate(planned.outputs):
        if task.is_there(output):
            files[output.path] = task.intact[output.path]
        elif isinstance(output, Scaled) and renderer.may_wait(output):
            deferred.append(output)
        elif (data := renderer.render(output, problems)) is not None:
            files[output.path], place = _put(task, output.path, n, data, staging)
            staged |= {output.path: place} if place else {}
    problems.extend(_claimed_twice(planned.outputs, task.job.source))
    drawn = (o for o in planned.outputs if isinstance(o, Drawn))
    chosen = tuple((o.path, o.source) for o in drawn if o.source)
    return JobResult(task.job.job_id, files, staged, tuple(problems), chosen, tuple(deferred))


def _put(
    task: Task, path: str, number: int, data: bytes, staging: Path
) -> tuple[PublishedFile, str]:
    """The file as it will lie at ``path``, and where it waits; "" if it lies there already."""
    known, content = task.intact.get(path), digest(data)
    if known and known.content == content:
        return known, ""
    replaces = bool(known) and _is_here(path)
    place = staged_files.place(task.job.job_id, number) if replaces else path
    return PublishedFile(len(data), _stage(staging, place, data), content), place


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
