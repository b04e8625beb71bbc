"""Units that changed, to staged files: plan each, draw it, keep what differs from the last time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.store import IssueStore, PublishedFile
from banxin.pipeline.jobs import AssetsJob, Desk, Job
from banxin.pipeline.output import staged_files
from banxin.plugins.running import Plugins
from banxin.problems import BuildFailed, Place, Problem, Problems
from banxin.rendering.renderer import Painter
from banxin.rendering.theme import Theme
from banxin.site import routes
from banxin.site.context import SiteContext
from banxin.site.outputs import Drawn, Output


class UnitDrawn(msgspec.Struct, frozen=True):
    """What came of one unit: its files, and which of them are new and wait in the staging folder.

    ``chosen``: (path, file) of the paths that an editor chose, in which file.
    """

    unit: str
    files: Mapping[str, PublishedFile]
    staged: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()


def stale_jobs(
    jobs: Mapping[str, Job], wanted: Mapping[str, str], known: Mapping[str, str]
) -> list[Job]:
    """Units whose digest isn't the known one. The theme's own files are looked at every time."""
    return [
        job
        for unit, job in jobs.items()
        if known.get(unit) != wanted[unit] or isinstance(job, AssetsJob)
    ]


class Packed(msgspec.Struct, frozen=True):
    """A drawn unit on its way to another process: bytes cross more cheaply than values."""

    unit: str
    files: bytes
    staged: tuple[str, ...]
    problems: tuple[Problem, ...]
    chosen: tuple[tuple[str, str], ...]

    def opened(self) -> UnitDrawn:
        files = msgspec.msgpack.decode(self.files, type=dict[str, PublishedFile])
        return UnitDrawn(self.unit, files, self.staged, self.problems, self.chosen)


class Studio(msgspec.Struct, frozen=True):
    """Where drawing happens: small enough to be sent to a process, which opens the rest."""

    site: SiteContext
    themes: Path
    theme: str
    issues: Path  # the database of what was parsed
    pictures: Path
    compiled: Path  # templates
    staging: Path
    plugins: Plugins = ()


class Task(msgspec.Struct, frozen=True):
    """A unit to draw, and those of its files that lie on disk as they were published."""

    job: Job
    intact: Mapping[str, PublishedFile]


def desk_and_painter(studio: Studio, issues: IssueStore, theme: Theme) -> tuple[Desk, Painter]:
    view = studio.site.view
    painter = Painter(theme, view, studio.pictures, studio.site.root)
    return Desk(studio.site, issues, theme, studio.plugins), painter


_open: dict[Studio, tuple[Desk, Painter]] = {}  # one at most: a process works for one build


def _tools(studio: Studio) -> tuple[Desk, Painter]:
    if studio not in _open:
        put_away()
        theme = Theme(studio.themes, studio.theme, Problems(), studio.compiled)
        _open[studio] = desk_and_painter(studio, IssueStore(studio.issues), theme)
    return _open[studio]


def put_away() -> None:
    """Close what ``draw`` opened in this process. One that does nothing else needn't be told."""
    for desk, _ in _open.values():
        desk.issues.db.close()
    _open.clear()


def draw(studio: Studio, task: Task) -> Packed:
    """Draw one unit in any process; a pure function but for the files it stages."""
    found = draw_unit(task, *_tools(studio), studio.staging)
    files = msgspec.msgpack.encode(found.files)
    return Packed(found.unit, files, found.staged, found.problems, found.chosen)


def draw_unit(task: Task, desk: Desk, painter: Painter, staging: Path) -> UnitDrawn:
    """Draw the unit; what comes out otherwise than it lies on disk is put into ``staging``."""
    problems = Problems()
    job, outputs = task.job, _planned(task.job, desk, problems)
    files: dict[str, PublishedFile] = {}
    staged = []
    for output in outputs:
        data = painter.render(output, problems)
        if data is None:
            continue
        known, content = task.intact.get(output.path), digest(data)
        if known and known.content == content:
            files[output.path] = known
        else:
            place = staged_files.place(output.path, replaces=bool(known) and _is_here(output.path))
            mtime = _stage(staging, place, data)
            files[output.path] = PublishedFile(len(data), mtime, content)
            staged.append(output.path)
    problems.extend(_claimed_twice(outputs, job.source))
    chosen = tuple((o.path, o.source) for o in outputs if isinstance(o, Drawn) and o.source)
    return UnitDrawn(job.unit, files, tuple(staged), tuple(problems), chosen)


def _planned(job: Job, desk: Desk, problems: Problems) -> tuple[Output, ...]:
    try:
        return desk.plan(job)
    except BuildFailed as failed:  # a plugin's doing
        problems.extend(failed.problems)
        return ()


def _is_here(path: str) -> bool:
    """Whether the file lies in the output folder itself, as pages do."""
    return not path.startswith(routes.ELSEWHERE)


def _stage(staging: Path, path: str, data: bytes) -> int:
    """The file's time; 0 where one path is another's folder, which ``compare`` reports."""
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
