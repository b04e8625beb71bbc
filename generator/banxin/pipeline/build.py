"""The build, phase by phase; the only module that knows their order.

load -> audit -> plan, compare, draw (to staging) -> index (beside the old one) -> publish. After
load, audit, drawing and the index stands a gate: any error ends the build there, before a byte of
the output has changed. Index, pictures and pages pass the last one together.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from contextlib import AbstractContextManager
from typing import ParamSpec

import msgspec
from msgspec.structs import replace

from banxin.pipeline import partial_build, search_index
from banxin.pipeline.context import BuildContext, PriorityPages, Progress, open_context
from banxin.pipeline.drawing import draw, make_waiting
from banxin.pipeline.incremental.database import healing
from banxin.pipeline.incremental.published import PublishedJob
from banxin.pipeline.incremental.state import NOTHING, IncrementalState, request_of
from banxin.pipeline.output import ownership, record
from banxin.pipeline.output.comparison import (
    Inspected,
    OutputSnapshot,
    PreviousOutput,
    gone_paths,
    inspecting,
    output_folders,
)
from banxin.pipeline.output.publishing import changing, leaving_no_trace, publish, refuse_foreign
from banxin.pipeline.output.size_budget import too_heavy, total
from banxin.pipeline.planning import Plan, plan_site, undecided
from banxin.pipeline.program_digest import Program
from banxin.pipeline.project import Options, Project
from banxin.pipeline.published.knowledge import keep_published
from banxin.pipeline.stopwatch import Stopwatch
from banxin.pipeline.worker import JobResult, stale_jobs
from banxin.problems import BuildFailed, Problem
from banxin.search import (
    FOLDER,
    MANIFEST,
    SearchReport,
    StagedIndex,
    index_size,
    remove_index,
)
from banxin.site import routes
from banxin.site.outputs import Scaled

P = ParamSpec("P")


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
    foreign: tuple[str, ...] = ()  # see ownership.foreign; only if anything was changed
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
        leaving_no_trace(options),
    ):
        _refuse_folders(options)
        clock = Stopwatch()
        plan = plan_site(context, earlier)
        _refuse_others(context, plan)
        clock.tick("load")
        previous, intact = inspected()
        waiting = _waiting(context, plan, earlier)
        stale = stale_jobs(plan.jobs, plan.wanted, previous.digests(), waiting)
        clock.tick("plan")
        ready = tuple(partial_build.taken_over(options, context.staging, stale, plan.wanted))
        drawn = draw(context, plan, stale, previous, ready)
        _refuse_in_the_way(options, previous, drawn)
        clock.tick("draw")
        after = previous.after(plan.jobs, plan.wanted, drawn)
        report = _finished(context, plan, Changes(previous, drawn, after), intact, clock)
        left = {**waiting, **{found.job_id: found.deferred for found in drawn}}
        now = _state_after(context, plan, after, left)
        home = plan.worker_context.site.base.absolute(routes.HOME)
        return replace(report, phases=clock.phases, base_url=home, state=now)


def _waiting(
    context: BuildContext, plan: Plan, earlier: IncrementalState
) -> Mapping[str, tuple[Scaled, ...]]:
    """Pictures by job that may go on waiting. Where none may, they are made first."""
    if context.options.defers:
        return earlier.deferred
    make_waiting(context, plan, earlier.deferred)
    return {}


class Changes(msgspec.Struct, frozen=True):
    """What is to be published. ``after``: every job as it will lie in the output then."""

    previous: PreviousOutput
    drawn: list[JobResult]
    after: dict[str, PublishedJob]
    index: StagedIndex | None = None


def _finished(
    context: BuildContext,
    plan: Plan,
    changes: Changes,
    intact: Container[str],
    clock: Stopwatch,
) -> Report:
    """The index made, then everything published."""
    with search_index.prepared(context, plan.archive, intact) as staged:
        clock.tick("search")
        report = _published(context, plan, replace(changes, index=staged))
    clock.tick("publish")
    return report


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


def _report(context: BuildContext, changes: Changes) -> Report:
    """Of what is to be published; adds to the problems if that is too much."""
    weight = total(job.weight for job in changes.after.values())
    waits = context.options.search and not context.options.index
    index = index_size(context.manifest.beside) if waits else 0
    if changes.index:
        index = changes.index.report.size
    context.problems.extend(too_heavy(weight, index))
    context.problems.warn_of_unused(undecided(context.options, weighed=True))
    return Report(weight.files, (), (), tuple(context.problems), (), weight.size + index)


def _published(context: BuildContext, plan: Plan, changes: Changes) -> Report:
    """The last gate, and what lies behind it."""
    report = _report(context, changes)
    context.gate()
    options, manifest, previous = context.options, context.manifest, changes.previous
    settled = record.is_settled(options, manifest)
    gone = gone_paths(plan.jobs, changes.drawn, previous)
    gone = ownership.removable(options, gone, previous)
    ownership.refuse_unwritable(options, gone | _replaced(changes.drawn))
    written = publish(manifest, context.staging, options, changes.drawn, gone)
    with changing(options.output):
        indexed = _publish_index(options, changes.index)
        changed = {found.job_id for found in changes.drawn} | (
            previous.repaired & changes.after.keys()
        )
        manifest.replace(
            {job_id: changes.after[job_id] for job_id in changed},
            previous.published.keys() - changes.after.keys(),
        )
        partial_build.seal(manifest, options)
        if written or gone or not settled:
            _seal(context, plan, changes.after)
        record.settle(options, manifest)
        keep_published(options, manifest.beside, plan.archive)
    others: tuple[str, ...] = ()
    if options.indexed and (written or gone):  # a preview shows it to nobody
        others = ownership.foreign(options.output, changes.after)
    gone_now = tuple(sorted(gone))
    return replace(report, drawn=written, removed=gone_now, foreign=others, index=indexed)


def _replaced(drawn: list[JobResult]) -> set[str]:
    """Paths at which another file lies now."""
    staged = (found.staged.items() for found in drawn)
    return {path for one in staged for path, place in one if place != path}


def _publish_index(options: Options, staged: StagedIndex | None) -> SearchReport:
    if not options.search and options.indexed:
        remove_index(options.output)
    return staged.publish() if staged else SearchReport()


def _seal(context: BuildContext, plan: Plan, after: dict[str, PublishedJob]) -> None:
    """The marks say what the manifest says."""
    files = {path: file for one in after.values() for path, file in one.files.items()}
    record.seal(context.options, plan.worker_context.site.paper.name, files)


def _state_after(
    context: BuildContext,
    plan: Plan,
    after: dict[str, PublishedJob],
    left: Mapping[str, tuple[Scaled, ...]],
) -> IncrementalState:
    """All that the next build may take on trust; the marks are those of our last commits."""
    deferred = {job_id: found for job_id, found in left.items() if found and job_id in after}
    read = replace(plan.read, mark=context.sources.mark)
    snapshot = OutputSnapshot(context.manifest.mark, output_folders(context.options), after)
    request = request_of(context.project, context.options)
    return IncrementalState(request, read, snapshot, plan.digests, plan.archive, deferred)


@healing
def check(project: Project, options: Options) -> tuple[Problem, ...]:
    """Everything ``build`` would complain of, warnings included; writes no output."""
    refused = _refusals(_refuse_folders, options)
    try:
        with open_context(project, options, None) as context:
            plan = plan_site(context)
            refused += _refusals(_refuse_others, context, plan)
            previous = PreviousOutput.of(context.manifest, options)
            stale = stale_jobs(plan.jobs, plan.wanted, previous.digests())
            drawn = draw(context, plan, stale, previous)
            refused += _refusals(_refuse_in_the_way, options, previous, drawn)
            return (*refused, *context.problems)
    except BuildFailed as failed:
        return (*refused, *failed.problems)


def _refusals(refuse: Callable[P, None], *asked: P.args, **more: P.kwargs) -> tuple[Problem, ...]:
    try:
        refuse(*asked, **more)
    except BuildFailed as failed:
        return failed.problems
    return ()
