"""The build, phase by phase; the only module that knows their order.

load -> audit -> plan, compare, draw (to staging) -> index -> publish. After load, audit and
drawing stands a gate: any error ends the build there, before a byte of the output has changed.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from . import parts, write
from .archive import Archive, published
from .audit import audit
from .compare import Known, collisions, gone_paths
from .draw import Studio, Task, UnitDrawn, desk_and_painter, draw, draw_unit, stale_jobs
from .indexing import index
from .load import load
from .problems import BuildFailed, Problem, Problems
from .project import Options, Project
from .publish import publish, refuse_foreign
from .render import Painter
from .run import Progress, Run, open_run, silent
from .search import FOLDER, SearchReport
from .setup import site_of
from .spread import spread
from .store import Issues, healing
from .targets import Targets
from .theme import Theme
from .units import Desk, Job, digests_of, jobs_of
from .weight import too_heavy, total, weight_of

WORTH_SPREADING = 80  # units to draw; below that, starting processes takes longer


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. Paths run from the output folder; seconds by phase, in order.

    ``drawn``: what was published, for it came out otherwise than it lay there.
    """

    outputs: int
    drawn: tuple[str, ...]
    removed: tuple[str, ...]
    warnings: tuple[Problem, ...]
    phases: tuple[tuple[str, float], ...]
    size: int  # bytes of the whole site, its search index included
    index: SearchReport = field(default_factory=SearchReport)


@healing
def build(project: Project, options: Options, progress: Progress | None = None) -> Report:
    """Bring ``options.output`` up to date, or raise BuildFailed and leave it untouched."""
    with open_run(project, options, progress) as run:
        refuse_foreign(options.output)
        parts.refuse_others(options.parts)
        clock = _Clock()
        plan = prepare(run)
        if plan.studio.site.media:
            refuse_foreign(options.media_folder)
        clock.tick("load")
        known = Known.of(run.manifest, options)
        wanted = digests_of(plan.desk, plan.jobs)
        stale = stale_jobs(plan.jobs, wanted, known.digests())
        clock.tick("plan")
        ready = tuple(parts.taken_over(options, run.staging, stale, wanted))
        drawn = _draw(run, plan, stale, known, ready)
        gone = gone_paths(plan.jobs, drawn, known)
        clock.tick("draw")
        indexed = _index(run, plan.archive, run.sources) if options.indexed else SearchReport()
        clock.tick("search")
        after = known.after(plan.jobs, wanted, drawn)
        weight = total(map(weight_of, after.values()))
        run.problems.extend(too_heavy(weight, indexed.size))
        _gate(run)
        written = publish(run.manifest, run.staging, options, drawn, gone)
        changed = {found.unit for found in drawn} | (known.mended & after.keys())
        run.manifest.replace({u: after[u] for u in changed}, known.units.keys() - after.keys())
        parts.seal(run.manifest, options)
        clock.tick("publish")
        return Report(
            weight.files,
            written,
            tuple(sorted(gone)),
            tuple(run.problems),
            clock.phases,
            weight.size + indexed.size,
            indexed,
        )


@healing
def reindex(project: Project, options: Options) -> SearchReport:
    """Only bring the search index up to date, for a preview that didn't wait for it.

    Other builds may go on meanwhile; if one replaces what is being indexed, nothing is done: its
    own call will come. Raises BuildFailed like ``build``.
    """
    with open_run(project, options) as run:
        archive = prepare(run).archive
    problems = Problems()
    quiet = replace(run, progress=silent, problems=problems)
    try:
        return _index(quiet, archive, Issues(run.sources.path))
    except KeyError:
        return SearchReport()


@healing
def check(project: Project, options: Options) -> tuple[Problem, ...]:
    """Everything ``build`` would complain of, warnings included; writes no output."""
    try:
        with open_run(project, options, None) as run:
            plan = prepare(run)
            known = Known.of(run.manifest, options)
            wanted = digests_of(plan.desk, plan.jobs)
            _draw(run, plan, stale_jobs(plan.jobs, wanted, known.digests()), known)
            return tuple(run.problems)
    except BuildFailed as failed:
        return failed.problems


@dataclass(frozen=True, slots=True)
class Plan:
    """Every unit of the site, and what it takes to draw them."""

    archive: Archive
    jobs: dict[str, Job]
    studio: Studio
    desk: Desk
    painter: Painter


def prepare(run: Run) -> Plan:
    """Everything that is known before the first page is planned; raises BuildFailed at its gate."""
    project, options, problems = run.project, run.options, run.problems
    archive = load(
        project.root,
        run.sources,
        problems,
        processes=run.processes,
        tick=lambda n, total: run.progress("load", n, total),
    )
    compiled = project.cache / "templates"
    theme = Theme(project.themes, archive.paper.theme, problems, compiled)
    shown = published(archive, drafts=options.drafts)
    site = site_of(project, shown, theme, options, problems)
    targets = Targets(shown, drafts=options.drafts)
    audit(archive, targets, theme.settings, problems)
    _gate(run)
    issues, pictures = run.sources.path, project.cache / "pictures"
    name = archive.paper.theme
    studio = Studio(site, project.themes, name, issues, pictures, compiled, run.staging)
    desk, painter = desk_and_painter(studio, run.sources, theme)
    jobs = parts.of_years(jobs_of(shown, targets), options.years)
    return Plan(shown, jobs, studio, desk, painter)


def _gate(run: Run) -> None:
    """Stop here if anything is wrong; with ``strict``, also if anything is doubtful."""
    run.problems.raise_errors()
    if run.options.strict and any(True for _ in run.problems):
        raise BuildFailed(tuple(run.problems))


def _draw(
    run: Run, plan: Plan, stale: list[Job], known: Known, ready: tuple[UnitDrawn, ...] = ()
) -> list[UnitDrawn]:
    """Draw the stale units into staging, but for those that are ``ready``.

    Raises BuildFailed with the problems of all of them.
    """
    left = {job.unit for job in stale} - {found.unit for found in ready}
    tasks = [Task(job, known.intact(job.unit)) for job in stale if job.unit in left]
    few = len(tasks) < WORTH_SPREADING
    drawn = list(ready)
    for n, found in enumerate(_few(plan, tasks) if few else _many(run, plan, tasks), 1):
        drawn.append(found)
        run.progress("draw", n, len(tasks))
    run.problems.extend(p for found in drawn for p in found.problems)
    run.problems.extend(collisions(plan.jobs, drawn, known.units))
    _gate(run)
    return drawn


def _index(run: Run, archive: Archive, issues: Issues) -> SearchReport:
    """The search index, before any page is published: if it can't be made, nothing is."""
    options = run.options
    if not options.search:
        shutil.rmtree(options.output / FOLDER, ignore_errors=True)
        return SearchReport()
    write.mark(options.output)
    report = index(
        archive,
        issues,
        output=options.output,
        cache=run.manifest.path.with_suffix(""),
        processes=run.processes,
        problems=run.problems,
        tick=lambda n, total: run.progress("search", n, total),
    )
    run.problems.raise_errors()
    return report


def _few(plan: Plan, tasks: list[Task]) -> Iterator[UnitDrawn]:
    return (draw_unit(task, plan.desk, plan.painter, plan.studio.staging) for task in tasks)


def _many(run: Run, plan: Plan, tasks: list[Task]) -> Iterator[UnitDrawn]:
    one = partial(draw, plan.studio)
    found = spread(one, tasks, processes=run.processes, least=WORTH_SPREADING)
    return (packed.opened() for packed in found)


class _Clock:
    """Seconds a phase, since the clock was made."""

    def __init__(self) -> None:
        self.phases: tuple[tuple[str, float], ...] = ()
        self._last = time.perf_counter()

    def tick(self, phase: str) -> None:
        now = time.perf_counter()
        self.phases = (*self.phases, (phase, round(now - self._last, 3)))
        self._last = now
