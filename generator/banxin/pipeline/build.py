"""The build, phase by phase; the only module that knows their order.

load -> audit -> plan, compare, draw (to staging) -> index -> publish. After load, audit and
drawing stands a gate: any error ends the build there, before a byte of the output has changed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Container
from contextlib import AbstractContextManager

import msgspec
from msgspec.structs import replace

from banxin.model.archive import Archive
from banxin.pipeline import partial_build
from banxin.pipeline.context import BuildContext, PriorityPages, Progress, open_context
from banxin.pipeline.drawing import draw
from banxin.pipeline.incremental.database import healing
from banxin.pipeline.incremental.state import NOTHING, IncrementalState
from banxin.pipeline.incremental.store import PublishedJob
from banxin.pipeline.output import ownership, record, staged_files
from banxin.pipeline.output.comparison import (
    Inspected,
    OutputSnapshot,
    PreviousOutput,
    gone_paths,
    inspecting,
    output_folders,
)
from banxin.pipeline.output.publishing import publish, refuse_foreign
from banxin.pipeline.output.size_budget import too_heavy, total
from banxin.pipeline.planning import Plan, plan_site, undecided
from banxin.pipeline.program_digest import Program
from banxin.pipeline.project import Options, Project
from banxin.pipeline.search_index import index
from banxin.pipeline.worker import JobResult, stale_jobs
from banxin.problems import BuildFailed, Problem
from banxin.search import FOLDER, MANIFEST, SearchReport, index_size, remove_index
from banxin.site import routes


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
    base_url: str = ""  # the site's address, "" if only its path is known
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
        _refuse_folders(options)
        clock = _Clock()
        plan = plan_site(context, earlier)
        _refuse_others(context, plan)
        clock.tick("load")
        previous, intact = inspected()
        stale = stale_jobs(plan.jobs, plan.wanted, previous.digests())
        clock.tick("plan")
        ready = tuple(partial_build.taken_over(options, context.staging, stale, plan.wanted))
        drawn = draw(context, plan, stale, previous, ready)
        _refuse_in_the_way(options, previous, drawn)
        clock.tick("draw")
        indexed = _index(context, plan.archive, intact) if options.indexed else SearchReport()
        clock.tick("search")
        after = previous.after(plan.jobs, plan.wanted, drawn)
        report = _report(context, plan, after, indexed)
        context.gate()
        written, gone = _publish(context, plan, previous, drawn, after)
        clock.tick("publish")
        now = _state_after(context, plan, after)
        return replace(report, drawn=written, removed=gone, phases=clock.phases, state=now)


def _refuse_folders(options: Options) -> None:
    """Folders that can't be meant, before any source is read. Raises BuildFailed."""
    refuse_foreign(options.output)
    ownership.refuse_nested(options, media=options.media is not None)
    partial_build.refuse_others(options.parts)


def _refuse_others(context: BuildContext, plan: Plan) -> None:
    """Folders of others, before anything is written. Raises BuildFailed."""
    site, options = plan.worker_context.site, context.options
    media = bool(site.media)
    if media:
        refuse_foreign(options.media_folder)
    ownership.refuse_nested(options, media=media)
    asked = context.project, options, context.manifest
    ownership.refuse_other_paper(*asked, site.paper.name, media=media)


def _refuse_in_the_way(options: Options, previous: PreviousOutput, drawn: list[JobResult]) -> None:
    """Raises BuildFailed for what can't be written without harm to others' files."""
    paths = {path for found in drawn for path in found.staged}
    if options.indexed or not options.search:
        paths.add(f"{FOLDER}/{MANIFEST}")
    ownership.refuse_in_the_way(options, paths, previous.paths)


def _inspecting(
    context: BuildContext, earlier: IncrementalState
) -> AbstractContextManager[Callable[[], Inspected]]:
    """The output is looked at while the sources are read."""
    indexer, processes = context.program.indexer_digest, context.processes
    return inspecting(
        context.manifest, context.options, earlier.snapshot, indexer, processes=processes
    )


def _report(
    context: BuildContext, plan: Plan, after: dict[str, PublishedJob], indexed: SearchReport
) -> Report:
    """Of what is to be published; adds to the problems if that is too much."""
    weight = total(job.weight for job in after.values())
    waits = context.options.search and not context.options.index
    index = index_size(context.manifest.beside) if waits else indexed.size
    context.problems.extend(too_heavy(weight, index))
    context.problems.warn_of_unused(undecided(context.options, weighed=True))
    size = weight.size + index
    home = plan.worker_context.site.base.absolute(routes.HOME)
    return Report(weight.files, (), (), tuple(context.problems), (), size, home, indexed)


def _publish(
    context: BuildContext,
    plan: Plan,
    previous: PreviousOutput,
    drawn: list[JobResult],
    after: dict[str, PublishedJob],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paths that were written and paths that were removed."""
    settled = record.is_settled(context.options, context.manifest)
    gone = gone_paths(plan.jobs, drawn, previous)
    gone = ownership.removable(context.options, gone, previous)
    written = publish(context.manifest, context.staging, context.options, drawn, gone)
    changed = {found.job_id for found in drawn} | (previous.repaired & after.keys())
    context.manifest.replace(
        {job_id: after[job_id] for job_id in changed}, previous.published.keys() - after.keys()
    )
    partial_build.seal(context.manifest, context.options)
    if written or gone or not settled:
        _seal(context, plan, after)
    record.settle(context.options, context.manifest)
    return written, tuple(sorted(gone))


def _seal(context: BuildContext, plan: Plan, after: dict[str, PublishedJob]) -> None:
    """The marks say what the manifest says."""
    files = {path: file for one in after.values() for path, file in one.files.items()}
    record.seal(context.options, plan.worker_context.site.paper.name, files)


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
            draw(context, plan, stale_jobs(plan.jobs, plan.wanted, previous.digests()), previous)
            return tuple(context.problems)
    except BuildFailed as failed:
        return failed.problems


def _index(context: BuildContext, archive: Archive, intact: Container[str]) -> SearchReport:
    """The search index, before any page is published: if it can't be made, nothing is."""
    options = context.options
    if not options.search:
        remove_index(options.output)
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


class _Clock:
    """Seconds a phase, since the clock was made."""

    def __init__(self) -> None:
        self.phases: tuple[tuple[str, float], ...] = ()
        self._last = time.perf_counter()

    def tick(self, phase: str) -> None:
        now = time.perf_counter()
        self.phases = (*self.phases, (phase, round(now - self._last, 3)))
        self._last = now
