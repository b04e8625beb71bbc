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
from banxin.checks.context import CheckContext
from banxin.model.archive import Archive, published
from banxin.pipeline import partial_build
from banxin.pipeline.context import BuildContext, PriorityPages, Progress, open_context
from banxin.pipeline.drawing import (
    Task,
    UnitDrawn,
    WorkerContext,
    decoded,
    draw_unit,
    drawing,
    planner_and_renderer,
    stale_jobs,
)
from banxin.pipeline.incremental.database import healing
from banxin.pipeline.incremental.loading import ReadIssues, load
from banxin.pipeline.incremental.memo import Memo
from banxin.pipeline.incremental.state import NOTHING, IncrementalState
from banxin.pipeline.incremental.store import PublishedJob
from banxin.pipeline.jobs import AssetsJob, Job, Planner, digests_of, jobs_of, own_digest
from banxin.pipeline.output import staged_files
from banxin.pipeline.output.comparison import (
    Inspected,
    OutputSnapshot,
    PreviousOutput,
    collisions,
    gone_paths,
    inspecting,
    output_folders,
)
from banxin.pipeline.output.publishing import publish, refuse_foreign
from banxin.pipeline.output.size_budget import too_heavy, total
from banxin.pipeline.parallel import run_parallel
from banxin.pipeline.program_digest import Program
from banxin.pipeline.project import Options, Project
from banxin.pipeline.search_index import index
from banxin.pipeline.site_context import site_of
from banxin.plugins.running import Plugins, working
from banxin.problems import BuildFailed, Problem
from banxin.rendering.renderer import Renderer
from banxin.rendering.theme import Theme
from banxin.search import FOLDER, SearchReport, index_size
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
    state: IncrementalState = NOTHING


@healing
def build(
    project: Project,
    options: Options,
    progress: Progress | None = None,
    state: IncrementalState = NOTHING,
    priority: PriorityPages | None = None,
    program: Program | None = None,
) -> Report:
    """Bring ``options.output`` up to date, or raise BuildFailed and leave it untouched.

    ``state``: of the build before, told what has changed since; the next one's comes back.
    ``priority`` gets the pages that it waits for before the others are drawn, if those are many.
    What ``progress`` raises while pages are drawn ends the build like an error. ``program``: the
    running one, for one who builds many times; else it is asked for.
    """
    earlier = state.of(project, options)
    with (
        open_context(project, options, progress, priority, program) as context,
        _inspecting(context, earlier) as inspected,
    ):
        refuse_foreign(options.output)
        partial_build.refuse_others(options.parts)
        clock = _Clock()
        plan = plan_site(context, earlier)
        if plan.worker_context.site.media:
            refuse_foreign(options.media_folder)
        clock.tick("load")
        previous, intact = inspected()
        stale = stale_jobs(plan.jobs, plan.wanted, previous.digests())
        clock.tick("plan")
        ready = tuple(partial_build.taken_over(options, context.staging, stale, plan.wanted))
        drawn = _draw(context, plan, stale, previous, ready)
        clock.tick("draw")
        indexed = _index(context, plan.archive, intact) if options.indexed else SearchReport()
        clock.tick("search")
        after = previous.after(plan.jobs, plan.wanted, drawn)
        report = _report(context, after, indexed)
        _gate(context)
        written, gone = _publish(context, plan, previous, drawn, after)
        clock.tick("publish")
        now = _state_after(context, plan, after)
        return replace(report, drawn=written, removed=gone, phases=clock.phases, state=now)


def _inspecting(
    context: BuildContext, earlier: IncrementalState
) -> AbstractContextManager[Callable[[], Inspected]]:
    """The output is looked at while the sources are read."""
    indexer, processes = context.program.indexer_digest, context.processes
    return inspecting(
        context.manifest, context.options, earlier.snapshot, indexer, processes=processes
    )


def _report(context: BuildContext, after: dict[str, PublishedJob], indexed: SearchReport) -> Report:
    """Of what is to be published; adds to the problems if that is too much."""
    weight = total(unit.weight for unit in after.values())
    waits = context.options.search and not context.options.index
    index = index_size(context.manifest.beside) if waits else indexed.size
    context.problems.extend(too_heavy(weight, index))
    context.problems.warn_of_unused(_undecided(context.options, weighed=True))
    size = weight.size + index
    return Report(weight.files, (), (), tuple(context.problems), (), size, indexed)


def _publish(
    context: BuildContext,
    plan: Plan,
    previous: PreviousOutput,
    drawn: list[UnitDrawn],
    after: dict[str, PublishedJob],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paths that were written and paths that were removed."""
    gone = gone_paths(plan.jobs, drawn, previous)
    written = publish(context.manifest, context.staging, context.options, drawn, gone)
    changed = {found.unit for found in drawn} | (previous.repaired & after.keys())
    context.manifest.replace({u: after[u] for u in changed}, previous.units.keys() - after.keys())
    partial_build.seal(context.manifest, context.options)
    return written, tuple(sorted(gone))


def _state_after(
    context: BuildContext, plan: Plan, after: dict[str, PublishedJob]
) -> IncrementalState:
    """All that the next build may take on trust; the marks are those of our last commits."""
    read = replace(plan.read, mark=context.sources.mark)
    snapshot = OutputSnapshot(context.manifest.mark, output_folders(context.options), after)
    request = (context.project, context.options)
    return IncrementalState(request, read, snapshot, plan.digests, plan.archive)


@healing
def check(project: Project, options: Options) -> tuple[Problem, ...]:
    """Everything ``build`` would complain of, warnings included; writes no output."""
    try:
        with open_context(project, options, None) as context:
            plan = plan_site(context)
            previous = PreviousOutput.of(context.manifest, options)
            _draw(context, plan, stale_jobs(plan.jobs, plan.wanted, previous.digests()), previous)
            return tuple(context.problems)
    except BuildFailed as failed:
        return failed.problems


class Plan(msgspec.Struct, frozen=True):
    """Every unit of the site with the digest it is to have, and what it takes to draw them.

    ``read``, ``digests``: what they come from, to be remembered.
    """

    archive: Archive
    jobs: dict[str, Job]
    wanted: dict[str, str]
    read: ReadIssues
    digests: Memo[Job, str]
    worker_context: WorkerContext
    planner: Planner
    renderer: Renderer


def plan_site(context: BuildContext, state: IncrementalState = NOTHING) -> Plan:
    """Everything that is known before the first page is planned. Raises BuildFailed."""
    project, options, problems = context.project, context.options, context.problems
    plugins = working(options.plugins, problems)
    archive, read = _read(context, state, plugins)
    # what another release of the program compiled isn't what this one would
    compiled = project.cache / "templates" / context.program.digest[:12]
    theme = Theme(project.themes, archive.paper.theme, problems, compiled)
    shown = published(archive, drafts=options.drafts)
    site = site_of(project, shown, theme, options, problems)
    targets = Targets(shown, drafts=options.drafts)
    layouts = theme.settings.layouts if theme.settings.known else None
    problems.extend(audit(archive, CheckContext(targets, layouts)))
    problems.warn_of_unused(_undecided(options))
    _gate(context)
    issues, pictures = context.sources.path, project.cache / "pictures"
    name = archive.paper.theme
    worker = WorkerContext(
        site, project.themes, name, issues, pictures, compiled, context.staging, plugins
    )
    planner, renderer = planner_and_renderer(worker, context.sources, theme)
    jobs = partial_build.of_years(jobs_of(shown, targets), options.years)
    digests = state.digests.updated(own_digest, jobs)
    wanted = digests_of(context.program.digest, planner, digests)
    return Plan(shown, jobs, wanted, read, digests, worker, planner, renderer)


def _read(
    context: BuildContext, state: IncrementalState, plugins: Plugins
) -> tuple[Archive, ReadIssues]:
    return load(
        context.project.root,
        context.sources,
        context.problems,
        processes=context.processes,
        tick=lambda n, total: context.progress("load", n, total),
        plugins=plugins,
        known=state.read,
    )


def _undecided(options: Options, *, weighed: bool = False) -> set[str]:
    """Warnings that this run doesn't look for, or not yet: whoever silences them may be right."""
    found = set()
    if not weighed or options.years:
        found.add("site-large")
    if options.base_url is not None:
        found.add("base-url-missing")
    return found


def _gate(context: BuildContext) -> None:
    """Stop here if anything is wrong; with ``strict``, also if anything is doubtful."""
    context.problems.raise_errors()
    if context.options.strict and any(True for _ in context.problems):
        raise BuildFailed(tuple(context.problems))


def _draw(
    context: BuildContext,
    plan: Plan,
    stale: list[Job],
    previous: PreviousOutput,
    ready: tuple[UnitDrawn, ...] = (),
) -> list[UnitDrawn]:
    """Draw the stale units into staging, but for those that are ``ready``.

    Raises BuildFailed with the problems of all of them.
    """
    left = {job.unit for job in stale} - {found.unit for found in ready}
    tasks = [Task(job, previous.intact(job.unit)) for job in stale if job.unit in left]
    drawn = list(ready)
    with closing(
        _each(context, plan, tasks)
    ) as units:  # its processes end before their folder goes
        for n, found in enumerate(units, 1):
            drawn.append(found)
            context.progress("draw", n, len(tasks))
    context.problems.extend(p for found in drawn for p in found.problems)
    context.problems.extend(collisions(plan.jobs, drawn, previous.units))
    _gate(context)
    return drawn


def _index(context: BuildContext, archive: Archive, intact: Container[str]) -> SearchReport:
    """The search index, before any page is published: if it can't be made, nothing is."""
    options = context.options
    if not options.search:
        shutil.rmtree(options.output / FOLDER, ignore_errors=True)
        return SearchReport()
    staged_files.mark(options.output)
    report = index(
        archive,
        context.sources,
        output=options.output,
        cache=context.manifest.beside,
        processes=context.processes,
        problems=context.problems,
        tick=lambda n, total: context.progress("search", n, total),
        indexer_digest=context.program.indexer_digest,
        intact=intact,
    )
    context.problems.raise_errors()
    return report


def _each(context: BuildContext, plan: Plan, tasks: list[Task]) -> Generator[UnitDrawn]:
    """A few units are drawn here, many by several processes: first those that somebody waits for,
    and the assets, which they may need."""
    if len(tasks) < WORTH_SPREADING:
        yield from _few(plan, tasks)
        return
    requested = context.priority.requested()
    first = {task.job.unit for task in tasks if any(path in requested for path in task.intact)}
    if first:
        first |= {task.job.unit for task in tasks if isinstance(task.job, AssetsJob)}
        found = list(_few(plan, [task for task in tasks if task.job.unit in first]))
        if not any(unit.problems for unit in found):
            staged = [(path, place) for unit in found for path, place in unit.staged.items()]
            files = {path: (context.staging / place).read_bytes() for path, place in staged}
            context.priority.show_first(files)
        yield from found
    yield from _many(context, plan, [task for task in tasks if task.job.unit not in first])


def _few(plan: Plan, tasks: list[Task]) -> Iterator[UnitDrawn]:
    return (
        draw_unit(task, plan.planner, plan.renderer, plan.worker_context.staging) for task in tasks
    )


def _many(context: BuildContext, plan: Plan, tasks: list[Task]) -> Generator[UnitDrawn]:
    opening, processes = partial(drawing, plan.worker_context), context.processes
    found = run_parallel(opening, tasks, processes=processes, least=WORTH_SPREADING)
    with closing(found):
        yield from map(decoded, found)


class _Clock:
    """Seconds a phase, since the clock was made."""

    def __init__(self) -> None:
        self.phases: tuple[tuple[str, float], ...] = ()
        self._last = time.perf_counter()

    def tick(self, phase: str) -> None:
        now = time.perf_counter()
        self.phases = (*self.phases, (phase, round(now - self._last, 3)))
        self._last = now
