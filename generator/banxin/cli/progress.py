"""How far long work has come, for somebody who watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from banxin.cli.cjk_width import pad
from banxin.cli.session import Session
from banxin.problems.texts import Words, is_known

if TYPE_CHECKING:
    from banxin.pipeline.context import Progress

PATIENCE = 0.5  # seconds before a bar appears: short work needs none
BETWEEN = 0.1  # seconds between two strokes
LENGTH = 30


@contextmanager
def progress(session: Session) -> Iterator[Progress | None]:
    """A bar on standard error, if that is a terminal; it is gone when the work ends."""
    if not sys.stderr.isatty() or session.environ.get("TERM") == "dumb":
        yield None
        return
    bar = Bar(sys.stderr, session.words, time.monotonic)
    try:
        yield bar
    finally:
        bar.clear()


class Bar:
    """One line, drawn over itself."""

    def __init__(self, stream: TextIO, words: Words, clock: Callable[[], float]) -> None:
        self.stream, self.words, self.clock = stream, words, clock
        self.due = clock() + PATIENCE
        self.drawn = False

    def __call__(self, phase: str, done: int, total: int) -> None:
        now = self.clock()
        if now < self.due or total <= 0:
            return
        self.due, self.drawn = now + BETWEEN, True
        filled = LENGTH * min(done, total) // total
        bar = "━" * filled + " " * (LENGTH - filled)
        self.stream.write(
            f"\r\x1b[K{pad(phase_name(phase, self.words), 9)} {bar} {done:,}/{total:,}"
        )
        self.stream.flush()

    def clear(self) -> None:
        if self.drawn:
            self.stream.write("\r\x1b[K")
            self.stream.flush()


def phase_name(phase: str, words: Words) -> str:
    """A phase as people call it; one that has no name yet keeps the program's."""
    key = f"build.phase.{phase}"
    return words(key) if is_known(key) else phase
