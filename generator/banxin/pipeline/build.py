"""The build, phase by phase; the only module that knows their order.

load -> audit -> plan, compare, draw (to staging) -> index -> publish. After load, audit and
drawing stands a gate: any error ends the build there, before a byte of the output has changed.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Container, Generator, Iterator
from contextlib import AbstractContextManager, closing
from functools import partial

import msgspec
from msgspec.structs import replace

from banxin.checks.audit import audit
from banxin.model.archive import Archive, published
from banxin.pipeline import partial_build
from banxin.pipeline.context import Audience, Progress, Run, open_run
from banxin.pipeline.drawing import (
    Studio,
    Task,
    UnitDrawn,
    desk_and_painter,
    draw,
    draw_unit,
    put_away,
    stale_jobs,
)
from banxin.pipeline.incremental.database import healing
from banxin.pipeline.incremental.loading import Read, load
from banxin.pipeline.incremental.memo import Results
from banxin.pipeline.incremental.state import NOTHING, Memory
from banxin.pipeline.incremental.store import Recorded
from banxin.pipeline.jobs import AssetsJob, Desk, Job, digests_of, jobs_of, own_digest
from banxin.pipeline.output import staged_files
from banxin.pipeline.output.comparison import (
    Known,
    Lying,
    Seen,
    collisions,
    folders_of,
    gone_paths,
    looking,
)
from banxin.pipeline.output.publishing import publish, refuse_foreign
from banxin.pipeline.output.size_budget import too_heavy, total
from banxin.pipeline.parallel import spread
from banxin.pipeline.project import Options, Project
from banxin.pipeline.search_index import index
from banxin.pipeline.site_context import site_of
from banxin.problems import BuildFailed, Problem
from banxin.rendering.renderer import Painter
from banxin.rendering.theme import Theme
from banxin.search import FOLDER, SearchReport, weigh
from banxin.site.link_targets import Targets

WORTH_SPREADING = 80  # units to draw; below that, starting processes takes longer


class Report(msgspec.Struct, frozen=True):
    """What a build did. Paths run from the output folder; seconds by phase, in order.

    ``drawn``: what was published, for it came out otherwise than it lay there.
    """

    outputs: int
    drawn: tuple[str, ...]
    removed: tuple[str, ...]
    warnings: tuple[Problem, ...]
    phases: tuple[tuple[str, float], ...]
    size: int  # bytes of the whole site, its search index included
    index: SearchReport = msgspec.field(default_factory=SearchReport)
    memory: Memory = NOTHING


@healing
def build(
    project: Project,
    options: Options,
    progress: Progress | None = None,
    memory: Memory = NOTHING,
    audience: Audience | None = None,
) -> Report:
    """Bring ``options.output`` up to date, or raise BuildFailed and leave it untouched.

    ``memory``: of the build before, told what has changed since; the next one's comes back.
    ``audience`` gets the pages that it waits for before the others are drawn, if those are many.
    What ``progress`` raises while pages are drawn ends the build like an error.
    """
    before = memory.of(project, options)
    with open_run(project, options, progress, audience) as run, _looking(run, before) as seen:
        refuse_foreign(options.output)
        partial_build.refuse_others(options.parts)
        clock = _Clock()
        plan = prepare(run, before)
        if plan.studio.site.media:
            refuse_foreign(options.media_folder)
        clock.tick("load")
        known, whole = seen()
        stale = stale_jobs(plan.jobs, plan.wanted, known.digests())
        clock.tick("plan")
        ready = tuple(partial_build.taken_over(options, run.staging, stale, plan.wanted))
        drawn = _draw(run, plan, stale, known, ready)
        clock.tick("draw")
        indexed = _index(run, plan.archive, whole) if options.indexed else SearchReport()
        clock.tick("search")
        after = known.after(plan.jobs, plan.wanted, drawn)
        report = _report(run, after, indexed)
        _gate(run)
        written, gone = _publish(run, plan, known, drawn, after)
        clock.tick("publish")
        now = _remembered(run, plan, after)
        return replace(report, drawn=written, removed=gone, phases=clock.phases, memory=now)


def _looking(run: Run, before: Memory) -> AbstractContextManager[Callable[[], Seen]]:
    """The output is looked at while the sources are read."""
    return looking(run.manifest, run.options, before.lying, processes=run.processes)


def _report(run: Run, after: dict[str, Recorded], indexed: SearchReport) -> Report:
    """Of what is to be published; adds to the problems if that is too much."""
    weight = total(unit.weight for unit in after.values())
    waits = run.options.search and not run.options.index
    index = weigh(run.manifest.beside) if waits else indexed.size
    run.problems.extend(too_heavy(weight, index))
    size = weight.size + index
    return Report(weight.files, (), (), tuple(run.problems), (), size, indexed)


def _publish(
    run: Run, plan: Plan, known: Known, drawn: list[UnitDrawn], after: dict[str, Recorded]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paths that were written and paths that were removed."""
    gone = gone_paths(plan.jobs, drawn, known)
    written = publish(run.manifest, run.staging, run.options, drawn, gone)
    changed = {found.unit for found in drawn} | (known.mended & after.keys())
    run.manifest.replace({u: after[u] for u in changed}, known.units.keys() - after.keys())
    partial_build.seal(run.manifest, run.options)
    return written, tuple(sorted(gone))


def _remembered(run: Run, plan: Plan, after: dict[str, Recorded]) -> Memory:
    """All that the next build may take on trust; the marks are those of our last commits."""
    read = replace(plan.read, mark=run.sources.mark)
    lying = Lying(run.manifest.mark, folders_of(run.options), after)
    asked = (run.project, run.options)
    return Memory(asked, read, lying, plan.digests, plan.archive)


@healing
def check(project: Project, options: Options) -> tuple[Problem, ...]:
    """Everything ``build`` would complain of, warnings included; writes no output."""
    try:
        with open_run(project, options, None) as run:
            plan = prepare(run)
            known = Known.of(run.manifest, options)
            _draw(run, plan, stale_jobs(plan.jobs, plan.wanted, known.digests()), known)
            return tuple(run.problems)
    except BuildFailed as failed:
        return failed.problems


class Plan(msgspec.Struct, frozen=True):
    """Every unit of the site with the digest it is to have, and what it takes to draw them.

    ``read``, ``digests``: what they come from, to be remembered.
    """

    archive: Archive
    jobs: dict[str, Job]
    wanted: dict[str, str]
    read: Read
    digests: Results[Job, str]
    studio: Studio
    desk: Desk
    painter: Painter


def prepare(run: Run, memory: Memory = NOTHING) -> Plan:
    """Everything that is known before the first page is planned; raises BuildFailed at its gate."""
    project, options, problems = run.project, run.options, run.problems
    archive, read = load(
        project.root,
        run.sources,
        problems,
        processes=run.processes,
        tick=lambda n, total: run.progress("load", n, total),
        known=memory.read,
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
    jobs = partial_build.of_years(jobs_of(shown, targets), options.years)
    digests = memory.digests.again(own_digest, jobs)
    wanted = digests_of(desk, digests)
    return Plan(shown, jobs, wanted, read, digests, studio, desk, painter)


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
    drawn = list(ready)
    with closing(_each(run, plan, tasks)) as units:  # its processes end before their folder goes
        for n, found in enumerate(units, 1):
            drawn.append(found)
            run.progress("draw", n, len(tasks))
    run.problems.extend(p for found in drawn for p in found.problems)
    run.problems.extend(collisions(plan.jobs, drawn, known.units))
    _gate(run)
    return drawn


def _index(run: Run, archive: Archive, whole: Container[str]) -> SearchReport:
    """The search index, before any page is published: if it can't be made, nothing is."""
    options = run.options
    if not options.search:
        shutil.rmtree(options.output / FOLDER, ignore_errors=True)
        return SearchReport()
    staged_files.mark(options.output)
    report = index(
        archive,
        run.sources,
        output=options.output,
        cache=run.manifest.beside,
        processes=run.processes,
        problems=run.problems,
        tick=lambda n, total: run.progress("search", n, total),
        whole=whole,
    )
    run.problems.raise_errors()
    return report


def _each(run: Run, plan: Plan, tasks: list[Task]) -> Generator[UnitDrawn]:
    """A few units are drawn here, many by several processes: first those that somebody waits for,
    and the assets, which they may need."""
    if len(tasks) < WORTH_SPREADING:
        yield from _few(plan, tasks)
        return
    waited = run.audience.waits_for()
    first = {task.job.unit for task in tasks if any(path in waited for path in task.intact)}
    if first:
        first |= {task.job.unit for task in tasks if isinstance(task.job, AssetsJob)}
        found = list(_few(plan, [task for task in tasks if task.job.unit in first]))
        if not any(unit.problems for unit in found):
            staged = [path for unit in found for path in unit.staged]
            files = [staged_files.waiting(run.staging, path).read_bytes() for path in staged]
            run.audience.show_first(dict(zip(staged, files, strict=True)))
        yield from found
    yield from _many(run, plan, [task for task in tasks if task.job.unit not in first])


def _few(plan: Plan, tasks: list[Task]) -> Iterator[UnitDrawn]:
    return (draw_unit(task, plan.desk, plan.painter, plan.studio.staging) for task in tasks)


def _many(run: Run, plan: Plan, tasks: list[Task]) -> Generator[UnitDrawn]:
    one = partial(draw, plan.studio)
    try:
        with closing(spread(one, tasks, processes=run.processes, least=WORTH_SPREADING)) as found:
            for packed in found:
                yield packed.opened()
    finally:
        put_away()  # of what was drawn in this process, for want of others


class _Clock:
    """Seconds a phase, since the clock was made."""

    def __init__(self) -> None:
        self.phases: tuple[tuple[str, float], ...] = ()
        self._last = time.perf_counter()

    def tick(self, phase: str) -> None:
        now = time.perf_counter()
        self.phases = (*self.phases, (phase, round(now - self._last, 3)))
        self._last = now
