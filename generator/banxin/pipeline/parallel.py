"""Work spread over processes: the same results in the same order as one process gives."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, closing
from contextvars import ContextVar
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from banxin.pipeline.gc_tuning import collect_seldom
from banxin.pipeline.lifeline import Lifeline, hold

J = TypeVar("J")
R = TypeVar("R")

PRELOADED_MODULES = (
    "banxin.pipeline.quiet_start",
    "banxin.pipeline.worker",
    "banxin.pipeline.incremental.loading",
    "pypinyin",
    "rjieba",
)  # by every process
MOST = 8
# a worker; or what they are forked from, while it was asked for one
_KILLED = (BrokenProcessPool, EOFError, ConnectionError)
CHUNK = 16  # jobs a worker takes at a time
ENDING = 10.0  # seconds that workers get to end by themselves, once there is nothing left to do
LOOK = 1.0  # seconds without a result, after which the pool is made to look at its workers


def processors() -> int:
    """How many processes are worth starting on this machine."""
    if hasattr(os, "sched_getaffinity"):
        return min(MOST, len(os.sched_getaffinity(0)))
    return min(MOST, os.cpu_count() or 1)


def _context() -> BaseContext:
    """How processes start: not by a fork of this one, which would take threads' locks and open
    databases along, but of one that has only loaded what they need."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED_MODULES))
    return context


def start_workers(processes: int) -> None:
    """Start what processes are made from, which takes as long as looking at all sources does."""
    context = _context()
    if processes < 2 or context.get_start_method() != "forkserver":
        return
    from multiprocessing import forkserver  # not on Windows

    _start_tracker()  # first, for it would let signals through again
    # Ctrl-C at a terminal goes to every process; only this one is to say something of it, and the
    # others end with it. What a process blocks is blocked in all that it begins.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_tracker() -> None:
    """Python's own process that cleans up after us: if we are killed, without a word.

    What it would say is a warning, and it takes what is to be done with those as it begins.
    """
    from multiprocessing import resource_tracker  # not on Windows

    before = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = "ignore"
    try:
        resource_tracker.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONWARNINGS"]
        else:
            os.environ["PYTHONWARNINGS"] = before


Opening = Callable[[], AbstractContextManager[Callable[[J], R]]]


def run_parallel(
    opening: Opening[J, R], jobs: Sequence[J], *, processes: int, least: int
) -> Generator[R]:
    """A function of each job, in order. Fewer than ``least`` jobs aren't worth a process.

    ``opening`` opens what the function works with and gives the function: once in each process.
    Functions must be pure: when a worker dies, its jobs and all later ones are done here. Whatever
    ends this generator, no worker outlives it, nor do workers outlive this process.
    """
    done = 0
    if processes > 1 and len(jobs) >= least:
        with closing(_spread(opening, jobs, processes)) as results:
            for result in results:
                yield result
                done += 1
    if done < len(jobs):
        with opening() as function:
            yield from map(function, islice(jobs, done, None))


def _spread(opening: Opening[J, R], jobs: Sequence[J], processes: int) -> Generator[R]:
    """Results by several processes, in order, until one of those is killed, or their server is."""
    if _context().get_start_method() == "forkserver":
        _start_tracker()  # before there is a pool, which would
    with Lifeline(_context()) as lifeline:
        workers = ProcessPoolExecutor(
            processes, _context(), _begin_worker, (opening, lifeline.ends)
        )
        try:
            start_workers(processes)
            chunks = [jobs[n : n + CHUNK] for n in range(0, len(jobs), CHUNK)]
            for future in [workers.submit(_work, chunk) for chunk in chunks]:
                yield from _awaited(workers, future)
            workers.shutdown(wait=False)
            lifeline.wait(ENDING)
        except _KILLED:
            return
        finally:  # workers that are left needn't finish what nobody wants
            # told first: a pool that only sees them end stumbles over its cancelled jobs (3.11)
            workers.shutdown(wait=False, cancel_futures=True)
            lifeline.let_go()


# What a worker process works with: set as it begins, and let go when it ends. An executor gives
# a process's jobs nothing else that they could share. The process of the build never sets it.
_WORKER: ContextVar[tuple[AbstractContextManager[Any], Callable[[Any], Any]]] = ContextVar("worker")


def _begin_worker(opening: Opening[Any, Any], ends: tuple[Connection, Connection]) -> None:
    hold(ends)
    collect_seldom()
    opened = opening()
    _WORKER.set((opened, opened.__enter__()))


def _work(jobs: Sequence[Any]) -> list[Any]:
    work = _WORKER.get()[1]
    return [work(job) for job in jobs]


def _awaited(workers: Executor, future: Future[list[R]]) -> list[R]:
    """What the future comes to. Raises BrokenProcessPool if a worker was killed, which a pool
    overlooks while it waits, if it began to wait before that worker was there (CPython 3.11–3.14):
    the others wait for what the dead one held. Anything new to do makes it look again.
    """
    while True:
        try:
            return future.result(timeout=LOOK)
        except TimeoutError:
            if future.done():  # the work's own
                return future.result()
            workers.submit(_nothing)


def _nothing() -> None:
    """Done by a worker, to no end."""
