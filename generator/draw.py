"""Units that changed, to staged files: plan each, compare with the manifest, draw what differs."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from . import write
from .fingerprint import Memo, digest
from .outputs import Copied, Drawn, Output
from .plan.site import Site
from .problems import Place, Problem, Problems
from .render import Painter
from .store import Issues, Written
from .theme import Theme, engine_and_paper
from .units import AssetsJob, Desk, Job


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that waits in the staging folder. ``content``: digest of its bytes."""

    path: str
    fingerprint: str
    content: str
    size: int
    mtime: int  # nanoseconds


@dataclass(frozen=True, slots=True)
class UnitDrawn:
    """What came of one unit: all of its paths, and those that had to be drawn again.

    ``chosen``: (path, file) of the paths that an editor chose, in which file.
    """

    unit: str
    paths: tuple[str, ...]
    staged: tuple[Staged, ...]
    problems: tuple[Problem, ...]
    chosen: tuple[tuple[str, str], ...] = ()


def stale_jobs(
    jobs: Mapping[str, Job],
    wanted: Mapping[str, str],
    known: Mapping[str, str],
    hurt: Collection[str],
) -> list[Job]:
    """Units whose value isn't the known one, or one of whose files is ``hurt`` on disk."""
    return [
        job
        for unit, job in jobs.items()
        if known.get(unit) != wanted[unit] or unit in hurt or isinstance(job, AssetsJob)
    ]


@dataclass(frozen=True, slots=True)
class Studio:
    """Where drawing happens: small enough to be sent to a process, which opens the rest."""

    site: Site
    themes: Path
    theme: str
    issues: Path  # the database of what was parsed
    pictures: Path
    compiled: Path  # templates
    staging: Path


@dataclass(frozen=True, slots=True)
class Task:
    """A unit to draw, and what it has on disk already: path to fingerprint of intact files."""

    job: Job
    intact: Mapping[str, str]


def desk_and_painter(studio: Studio, issues: Issues, theme: Theme) -> tuple[Desk, Painter]:
    view = studio.site.view
    painter = Painter(theme, view, engine_and_paper(view), studio.pictures, studio.site.root)
    return Desk(studio.site, issues, theme), painter


@lru_cache(maxsize=1)  # a process works for one build
def _tools(studio: Studio) -> tuple[Desk, Painter]:
    theme = Theme(studio.themes, studio.theme, Problems(), studio.compiled)
    return desk_and_painter(studio, Issues(studio.issues), theme)


def draw(studio: Studio, task: Task) -> UnitDrawn:
    """Draw one unit in any process; a pure function but for the files it stages."""
    return draw_unit(task, *_tools(studio), studio.staging)


def draw_unit(task: Task, desk: Desk, painter: Painter, staging: Path) -> UnitDrawn:
    """Draw what of the unit isn't intact, into ``staging``."""
    problems = Problems()
    job, outputs = task.job, desk.plan(task.job)
    staged = []
    memo: Memo = {}
    for output in outputs:
        wanted = painter.fingerprint(output, problems, memo)
        if task.intact.get(output.path) == wanted:
            continue
        data = painter.render(output, problems)
        if data is not None and (stat := _stage(staging, output.path, data)):
            content = digest(data)
            if isinstance(output, Copied) and wanted != f"copy {content}":
                problems.add(Place(job.source), "changed-while-read")
            staged.append(Staged(output.path, wanted, content, stat.st_size, stat.st_mtime_ns))
    problems.extend(_claimed_twice(outputs, job.source))
    paths = tuple(output.path for output in outputs)
    chosen = tuple((o.path, o.source) for o in outputs if isinstance(o, Drawn) and o.source)
    return UnitDrawn(job.unit, paths, tuple(staged), tuple(problems), chosen)


def _stage(staging: Path, path: str, data: bytes) -> os.stat_result | None:
    """None where one path is another one's folder, which ``compare.collisions`` reports."""
    try:
        return write.stage(staging, path, data)
    except (NotADirectoryError, IsADirectoryError, FileExistsError):
        return None


def _claimed_twice(outputs: tuple[Output, ...], source: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    problems = Problems()
    for output in outputs:
        file = (output.source if isinstance(output, Drawn) else "") or source
        if output.path in seen:
            problems.add(Place(file), "path-twice", path=output.path, other=seen[output.path])
        seen.setdefault(output.path, file)
    yield from problems


def damaged_outputs(
    output: Path, outputs: Mapping[str, Written]
) -> tuple[set[str], dict[str, Written]]:
    """Paths that aren't as they were published; and rows to mend where only the time differs.

    A restored cache or a copied folder brings the same bytes with new times.
    """
    damaged: set[str] = set()
    mended: dict[str, Written] = {}
    root = f"{output}/"
    for path, row in outputs.items():
        try:
            stat = os.stat(root + path)  # noqa: PTH116 a Path costs five times as much
        except (FileNotFoundError, NotADirectoryError):
            damaged.add(path)
            continue
        if stat.st_size == row.size and stat.st_mtime_ns == row.mtime:
            continue
        if stat.st_size == row.size and _content(root + path) == row.content:
            mended[path] = Written(
                row.unit, row.fingerprint, row.size, stat.st_mtime_ns, row.content
            )
        else:
            damaged.add(path)
    return damaged, mended


def _content(path: str) -> str:
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return ""
