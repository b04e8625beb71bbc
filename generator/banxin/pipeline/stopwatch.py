"""How long each phase of a build or a deploy took."""

from __future__ import annotations

import time


class Stopwatch:
    """Seconds a phase, since it was made."""

    def __init__(self) -> None:
        self.phases: tuple[tuple[str, float], ...] = ()
        self._last = time.perf_counter()

    def tick(self, phase: str) -> None:
        now = time.perf_counter()
        self.phases = (*self.phases, (phase, round(now - self._last, 3)))
        self._last = now
