"""The build, phase by phase; the only module that knows their order.

load -> audit -> plan, compare, draw (to staging) -> publish -> index. After load, audit and
drawing stands a gate: any error ends the build there, before a byte of the output has changed.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import write
from .audit import audit
from .draw import Staged, UnitDrawn, damaged_outputs, draw_unit, stale_units
from .engine import ENGINE
from .fingerprint import digest
from .load import load
from .problems import BuildFailed, Place, Problem, Problems
from .project import Options, Project
from .render import Painter
from .setup import site_of
from .store import Manifest, Sources, Written
from .theme import Theme, engine_and_paper
from .units import Units, targets_of

Progress = Callable[[str, int, int], None]  # phase, done, of how many


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. Paths run from the output folder; seconds by phase, in order."""

    outputs: int
    drawn: tuple[str, ...]
    removed: tuple[str, ...]
    warnings: tuple[Problem, ...]
    phases: tuple[tuple[str, float], ...]
    size: int  # bytes of the whole site, its search index left out


@dataclass(slots=True)
class Run:
    """One build under way: what it was asked, its caches, and what it has found so far."""

    project: Project
    options: Options
    sources: Sources
    manifest: Manifest
    progress: Progress
    problems: Problems
    staging: Path


def build(project: Project, options: Options, progress: Progress | None = None) -> Report:
    """Bring ``options.output`` up to date, or raise BuildFailed and leave it untouched."""
    with _run(project, options, progress) as run:
        _refuse_foreign(options.output)
        clock = _Clock()
        units, painter = prepare(run)
        clock.tick("load")
        known = _Known.of(run, options.output)
        wanted = units.digests()
        stale = stale_units(wanted, known.units, known.outputs, known.damaged)
        clock.tick("plan")
        drawn = _draw(run, units, painter, stale, known)
        gone = _gone(wanted, drawn, known)
        clock.tick("draw")
        written = _publish(run, drawn, gone)
        run.manifest.replace(units=wanted, written={**known.mended, **written}, gone=gone)
        clock.tick("publish")
        size, count = _totals(known.outputs, written, gone)
        return Report(
            count, tuple(written), tuple(sorted(gone)), tuple(run.problems), clock.phases, size
        )


def check(project: Project, options: Options) -> tuple[Problem, ...]:
    """Everything ``build`` would complain of, warnings included; writes no output."""
    try:
        with _run(project, options, None) as run:
            units, painter = prepare(run)
            known = _Known.of(run, options.output)
            stale = stale_units(units.digests(), known.units, known.outputs, known.damaged)
            _draw(run, units, painter, stale, known)
            return tuple(run.problems)
    except BuildFailed as failed:
        return failed.problems


@contextmanager
def _run(project: Project, options: Options, progress: Progress | None) -> Iterator[Run]:
    """Open the caches for one build. The staging folder never outlives it."""
    name = digest(options.output.absolute().as_posix().encode())[:12]
    staging = project.cache / f"staged-{name}"
    try:
        with (
            Sources(project.cache / "sources.sqlite", ENGINE) as sources,
            Manifest(project.cache / f"output-{name}.sqlite") as manifest,
        ):
            shutil.rmtree(staging, ignore_errors=True)
            tell = progress or (lambda *_: None)
            yield Run(project, options, sources, manifest, tell, Problems(), staging)
    except sqlite3.OperationalError as error:
        code = "build-busy" if "locked" in str(error) else "cache-failed"
        raise BuildFailed((_problem(str(project.cache.name), code, why=error),)) from error
    except OSError as error:
        file = str(error.filename or options.output)
        raise BuildFailed((_problem(file, "write-failed", why=error.strerror or error),)) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def prepare(run: Run) -> tuple[Units, Painter]:
    """Everything that is known before the first page is planned; raises BuildFailed at its gate."""
    project, options, problems = run.project, run.options, run.problems
    archive = load(
        project.root, run.sources, problems, lambda n, total: run.progress("load", n, total)
    )
    theme = Theme(project.themes, archive.paper.theme, problems)
    site = site_of(project, archive, theme, options, problems)
    targets = targets_of(archive, drafts=options.drafts)
    audit(archive, targets, theme.settings, problems)
    _gate(run)
    pictures = project.cache / "pictures"
    painter = Painter(theme, site.view, engine_and_paper(site.view), pictures)
    return Units(site, archive, run.sources, theme, targets), painter


def _gate(run: Run) -> None:
    """Stop here if anything is wrong; with ``strict``, also if anything is doubtful."""
    run.problems.raise_errors()
    if run.options.strict and any(True for _ in run.problems):
        raise BuildFailed(tuple(run.problems))


@dataclass(frozen=True, slots=True)
class _Known:
    """What an earlier build left in the output folder."""

    units: dict[str, str]
    outputs: dict[str, Written]
    damaged: set[str]
    mended: dict[str, Written]
    unplanned: set[str]  # files that may be ours though no manifest names them

    @classmethod
    def of(cls, run: Run, output: Path) -> _Known:
        outputs = run.manifest.outputs()
        unplanned = run.manifest.pending() - outputs.keys()
        if not outputs and write.is_ours(output):
            unplanned |= write.everything(output)
        damaged, mended = damaged_outputs(output, outputs)
        units = {} if run.options.redraw else run.manifest.units()
        return cls(units, outputs, damaged, mended, unplanned)


def _draw(
    run: Run, units: Units, painter: Painter, stale: list[str], known: _Known
) -> list[UnitDrawn]:
    """Draw the stale units into staging. Raises BuildFailed with the problems of all of them."""
    current = _by_unit(known, set(stale), redraw=run.options.redraw)
    drawn = []
    for n, unit in enumerate(stale, 1):
        drawn.append(draw_unit(unit, units, painter, run.staging, current.get(unit, {})))
        run.progress("draw", n, len(stale))
    run.problems.extend(p for found in drawn for p in found.problems)
    run.problems.extend(_collisions(units, drawn, known.outputs))
    _gate(run)
    return drawn


def _by_unit(known: _Known, stale: set[str], *, redraw: bool) -> dict[str, dict[str, str]]:
    """Unit to path to fingerprint, of the files that lie on disk as they should."""
    found: dict[str, dict[str, str]] = {}
    for path, row in () if redraw else known.outputs.items():
        if row.unit in stale and path not in known.damaged:
            found.setdefault(row.unit, {})[path] = row.fingerprint
    return found


def _collisions(
    units: Units, drawn: Iterable[UnitDrawn], outputs: dict[str, Written]
) -> Iterator[Problem]:
    """One path, two units: an alias that is another article's address, a page called archive."""
    owners = {path: row.unit for path, row in outputs.items()}
    again = {found.unit for found in drawn}
    alive = units.digests().keys()
    owners = {p: u for p, u in owners.items() if u not in again and u in alive}
    for found in drawn:
        for path in found.paths:
            other = owners.setdefault(path, found.unit)
            if other != found.unit:
                yield _problem(
                    units.source(found.unit), "path-twice", path=path, other=units.source(other)
                )


def _gone(wanted: dict[str, str], drawn: list[UnitDrawn], known: _Known) -> set[str]:
    """Paths on disk that no unit plans any more."""
    planned = {path for found in drawn for path in found.paths}
    again = {found.unit for found in drawn}
    kept = {
        path for path, row in known.outputs.items() if row.unit in wanted and row.unit not in again
    }
    return (known.outputs.keys() | known.unplanned) - planned - kept


def _publish(run: Run, drawn: list[UnitDrawn], gone: set[str]) -> dict[str, Written]:
    """Move what was staged into the output folder, and remove what is gone."""
    output = run.options.output
    staged: list[tuple[str, Staged]] = [(d.unit, one) for d in drawn for one in d.staged]
    run.manifest.announce((*(one.path for _, one in staged), *gone))
    write.mark(output)
    for path in gone:
        write.remove(output, path)
    written = {}
    for n, (unit, one) in enumerate(staged, 1):
        stat = write.publish(run.staging, output, one.path)
        written[one.path] = Written(
            unit, one.fingerprint, stat.st_size, stat.st_mtime_ns, one.content
        )
        run.progress("publish", n, len(staged))
    return written


def _totals(
    outputs: dict[str, Written], written: dict[str, Written], gone: set[str]
) -> tuple[int, int]:
    """Bytes and number of all files after publishing."""
    sizes = {p: row.size for p, row in outputs.items() if p not in gone}
    sizes |= {p: row.size for p, row in written.items()}
    return sum(sizes.values()), len(sizes)


def _refuse_foreign(output: Path) -> None:
    """Never write among files of somebody else's."""
    if output.exists() and not output.is_dir():
        raise BuildFailed((_problem(str(output), "output-no-folder"),))
    if not write.is_empty(output) and not write.is_ours(output):
        raise BuildFailed((_problem(str(output), "output-not-ours"),))


def _problem(file: str, code: str, **details: object) -> Problem:
    problems = Problems()
    problems.add(Place(file), code, **details)
    return next(iter(problems))


class _Clock:
    """Seconds a phase, since the clock was made."""

    def __init__(self) -> None:
        self.phases: tuple[tuple[str, float], ...] = ()
        self._last = time.perf_counter()

    def tick(self, phase: str) -> None:
        now = time.perf_counter()
        self.phases = (*self.phases, (phase, round(now - self._last, 3)))
        self._last = now
