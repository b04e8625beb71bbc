"""Stale jobs drawn: a few here, many by several processes, those that somebody waits for first."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from functools import partial

from banxin.pipeline.context import BuildContext
from banxin.pipeline.jobs import AssetsJob, Job
from banxin.pipeline.output.comparison import PreviousOutput, collisions
from banxin.pipeline.parallel import run_parallel
from banxin.pipeline.planning import Plan
from banxin.pipeline.worker import JobResult, Task, decoded, draw_unit, drawing

WORTH_SPREADING = 80  # units to draw; below that, starting processes takes longer


def draw(
    context: BuildContext,
    plan: Plan,
    stale: list[Job],
    previous: PreviousOutput,
    ready: tuple[JobResult, ...] = (),
) -> list[JobResult]:
    """Draw the stale units into staging, but for those that are ``ready``.

    Raises BuildFailed with the problems of all of them.
    """
    left = {job.unit for job in stale} - {found.unit for found in ready}
    tasks = [Task(job, previous.intact(job.unit)) for job in stale if job.unit in left]
    drawn = list(ready)
    # closing: its processes end before their folder goes
    with closing(_each(context, plan, tasks)) as units:
        for n, found in enumerate(units, 1):
            drawn.append(found)
            context.progress("draw", n, len(tasks))
    context.problems.extend(p for found in drawn for p in found.problems)
    context.problems.extend(collisions(plan.jobs, drawn, previous.units))
    context.gate()
    return drawn


def _each(context: BuildContext, plan: Plan, tasks: list[Task]) -> Generator[JobResult]:
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


def _few(plan: Plan, tasks: list[Task]) -> Iterator[JobResult]:
    return (
        draw_unit(task, plan.planner, plan.renderer, plan.worker_context.staging) for task in tasks
    )


def _many(context: BuildContext, plan: Plan, tasks: list[Task]) -> Generator[JobResult]:
    opening, processes = partial(drawing, plan.worker_context), context.processes
    found = run_parallel(opening, tasks, processes=processes, least=WORTH_SPREADING)
    with closing(found):
        yield from map(decoded, found)
