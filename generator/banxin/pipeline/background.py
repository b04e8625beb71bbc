"""Work done beside this process, on what it knows already."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from banxin.pipeline.lifeline import end_with_pipe

R = TypeVar("R")
CAN_FORK = sys.platform == "linux"  # elsewhere a fork isn't there, or system libraries dislike it


@contextmanager
def in_background(work: Callable[[], R], *, processes: int) -> Iterator[Callable[[], R]]:
    """Begin ``work``, and give what waits for its result.

    It happens in a fork of this process, to which everything is known that is known here; only
    the result crosses, so it must be one that can be pickled. ``work`` may read files but touch
    nothing that is open: no database, no lock. Where that isn't safe (this process has other
    threads) or not worth it (one processor), and when the fork comes to grief, the work is done
    here, when it is asked for.
    """
    if processes < 2 or not CAN_FORK or threading.active_count() > 1:
        yield work
        return
    ours, theirs = os.pipe()
    watched, held = os.pipe()
    child = os.fork()
    if not child:  # pragma: no cover - a function that forks is measured in one process alone
        os.close(ours)  # or writing would never fail
        os.close(held)
        end_with_pipe(watched)  # this process may be killed before it asks for anything
        _work(work, theirs)
    os.close(theirs)
    os.close(watched)
    with os.fdopen(ours, "rb") as pipe:
        try:
            yield lambda: _result(pipe.read(), work)
        finally:
            os.kill(child, signal.SIGKILL)  # it has told all, or nobody wants to know
            os.waitpid(child, 0)
            os.close(held)


def _work(work: Callable[[], object], pipe: int) -> None:
    """Never returns: nothing that this process has open is to be closed or flushed twice."""
    try:
        with os.fdopen(pipe, "wb") as out:
            out.write(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)


def _result(data: bytes, work: Callable[[], R]) -> R:
    try:
        found: R = pickle.loads(data)
    except (EOFError, pickle.UnpicklingError):
        return work()
    return found
