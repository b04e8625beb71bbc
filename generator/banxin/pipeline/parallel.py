"""Work spread over processes: the same results in the same order as one process gives."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from contextvars import ContextVar
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from banxin.pipeline.gc_tuning import collect_seldom

J = TypeVar("J")
R = TypeVar("R")

PRELOADED_MODULES = (
    "banxin.pipeline.worker",
    "banxin.pipeline.incremental.loading",
    "pypinyin",
    "rjieba",
)  # by every process
MOST = 8
CHUNK = 16  # jobs a worker takes at a time


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
    if processes > 1 and context.get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running  # not on Windows

        ensure_running()


Opening = Callable[[], AbstractContextManager[Callable[[J], R]]]


def run_parallel(
    opening: Opening[J, R], jobs: Sequence[J], *, processes: int, least: int
) -> Generator[R]:
    """A function of each job, in order. Fewer than ``least`` jobs aren't worth a process.

    ``opening`` opens what the function works with and gives the function: once in each process.
    Functions must be pure: when a worker dies, its jobs and all later ones are done here.
    """
    done = 0
    if processes > 1 and len(jobs) >= least:
        with ProcessPoolExecutor(processes, _context(), _begin_worker, (opening,)) as pool:
            results = pool.map(_work, jobs, chunksize=CHUNK)
            try:
                for result in results:
                    yield result
                    done += 1
            except BrokenProcessPool:
                pass
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
    if done < len(jobs):
        with opening() as function:
            yield from map(function, islice(jobs, done, None))


# What a worker process works with: set as it begins, and let go when it ends. An executor gives
# a process's jobs nothing else that they could share. The process of the build never sets it.
_WORKER: ContextVar[tuple[AbstractContextManager[Any], Callable[[Any], Any]]] = ContextVar("worker")


def _begin_worker(opening: Opening[Any, Any]) -> None:
    collect_seldom()
    opened = opening()
    _WORKER.set((opened, opened.__enter__()))


def _work(job: Any) -> Any:
    return _WORKER.get()[1](job)
