"""Stale jobs drawn: a few here, many by several processes, those that somebody waits for first."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial

from banxin.pipeline.context import BuildContext
from banxin.pipeline.jobs import AssetsJob, Job
from banxin.pipeline.output.comparison import PreviousOutput, collisions
from banxin.pipeline.parallel import run_parallel
from banxin.pipeline.picture_making import make_all
from banxin.pipeline.planning import Plan
from banxin.pipeline.worker import (
    JobResult,
    Task,
    decoded,
    draw_planned,
    drawing,
    planned_task,
    wanted_pictures,
)
from banxin.rendering.picture_store import PictureStore
from banxin.site.outputs import Scaled

WORTH_SPREADING = 80  # jobs to draw; below that, starting processes takes longer


def draw(
    context: BuildContext,
    plan: Plan,
    stale: list[Job],
    previous: PreviousOutput,
    ready: tuple[JobResult, ...] = (),
) -> list[JobResult]:
    """Draw the stale jobs into staging, but for those that are ``ready``.

    Raises BuildFailed with the problems of all of them.
    """
    left = {job.job_id for job in stale} - {found.job_id for found in ready}
    tasks = [_task(job, plan, previous) for job in stale if job.job_id in left]
    drawn = list(ready)
    # closing: its processes end before their folder goes
    with closing(_each(context, plan, tasks)) as published:
        for n, found in enumerate(published, 1):
            drawn.append(found)
            context.progress("draw", n, len(tasks))
    context.problems.extend(p for found in drawn for p in found.problems)
    context.problems.extend(collisions(plan.jobs, drawn, previous.published))
    context.gate()
    return drawn


def _task(job: Job, plan: Plan, previous: PreviousOutput) -> Task:
    before, now = previous.digest_of(job.job_id).split(" "), plan.wanted[job.job_id].split(" ")
    return Task(job, previous.intact(job.job_id), before[0] == now[0] != "")


def make_waiting(
    context: BuildContext, plan: Plan, waiting: Mapping[str, tuple[Scaled, ...]]
) -> None:
    """Pictures that earlier builds left for later: known before anything is planned, so that
    ``context.progress`` can end this between any two of them."""
    left = (picture for pictures in waiting.values() for picture in pictures)
    store = plan.renderer.pictures
    _make(context, store, (picture for picture in left if store.kept(picture) is None))


def _make(context: BuildContext, store: PictureStore, pictures: Iterable[Scaled]) -> None:
    make_all(
        store,
        pictures,
        processes=context.processes,
        tick=lambda n, total: context.progress("pictures", n, total),
    )


def _each(context: BuildContext, plan: Plan, tasks: list[Task]) -> Generator[JobResult]:
    """A few jobs are drawn here, many by several processes: first those that somebody waits for,
    and the assets, which they may need."""
    if len(tasks) < WORTH_SPREADING:
        yield from _few(context, plan, tasks)
        return
    requested = context.priority.requested()
    first = {task.job.job_id for task in tasks if any(path in requested for path in task.intact)}
    if first:
        first |= {task.job.job_id for task in tasks if isinstance(task.job, AssetsJob)}
        found = list(_few(context, plan, [task for task in tasks if task.job.job_id in first]))
        if not any(job_id.problems for job_id in found):
            staged = [(path, place) for job_id in found for path, place in job_id.staged.items()]
            files = {path: (context.staging / place).read_bytes() for path, place in staged}
            pictures = tuple(picture for one in found for picture in one.deferred)
            context.priority.show_first(files, pictures)
        yield from found
    yield from _many(context, plan, [task for task in tasks if task.job.job_id not in first])


def _few(context: BuildContext, plan: Plan, tasks: list[Task]) -> Iterator[JobResult]:
    """All their pictures first: however few jobs there are, those may be many."""
    renderer, staging = plan.renderer, plan.worker_context.staging
    planned = [planned_task(task, plan.planner) for task in tasks]
    if not renderer.defers:
        wanted = (p for one in planned for p in wanted_pictures(one, renderer.pictures))
        _make(context, renderer.pictures, wanted)
    return (draw_planned(one, renderer, staging) for one in planned)


def _many(context: BuildContext, plan: Plan, tasks: list[Task]) -> Generator[JobResult]:
    opening, processes = partial(drawing, plan.worker_context), context.processes
    found = run_parallel(opening, tasks, processes=processes, least=WORTH_SPREADING)
    with closing(found):
        yield from map(decoded, found)
