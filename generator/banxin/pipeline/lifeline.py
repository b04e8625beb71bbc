"""Processes that end with the one that began them, however that one ends."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from contextvars import ContextVar
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from types import TracebackType
from typing import Self

_KEPT: ContextVar[tuple[Connection, Connection]] = ContextVar("kept")
ORPHANED = 1  # exit status; nobody is left who would read it


class Lifeline:
    """Two pipes between this process and its workers, which every system closes with a process.

    Of one the workers watch the end: it comes when this process is gone, even killed, or lets go
    of them. Of the other this process sees the end: the last worker is gone, and writes no more.
    An executor promises neither. ``ends`` are passed to each worker, which is to ``hold`` them.
    """

    def __init__(self, context: BaseContext) -> None:
        watched, self._held = context.Pipe(duplex=False)
        self._last, living = context.Pipe(duplex=False)
        self.ends = (watched, living)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.let_go()
        self._last.close()

    def wait(self, seconds: float) -> bool:
        """Whether all workers have ended by themselves within that time; none can begin then."""
        self.ends[1].close()
        return self._last.poll(seconds)

    def let_go(self) -> None:
        """End all workers that are left, and return when they have: not one works on."""
        for end in (self._held, *self.ends):
            end.close()
        until_closed(self._last)


def hold(ends: tuple[Connection, Connection]) -> None:
    """In a worker: end when the process that began it does."""
    watched, _ = ends  # the other one closes with this process, and not before
    _KEPT.set(ends)

    def wait() -> None:
        until_closed(watched)
        os._exit(ORPHANED)

    threading.Thread(target=wait, name="lifeline", daemon=True).start()


def until_closed(end: Connection) -> None:
    with suppress(EOFError, OSError):
        while True:
            end.recv_bytes()


def end_with_pipe(pipe: int) -> None:
    """In a fork: end when nobody holds the other end of ``pipe`` any more."""

    def wait() -> None:
        with suppress(OSError):
            os.read(pipe, 1)
        os._exit(ORPHANED)  # pragma: no cover - of one that was killed nothing is heard

    threading.Thread(target=wait, name="lifeline", daemon=True).start()
