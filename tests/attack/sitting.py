"""One sitting of an attack: a folder of its own, a seed, and what came of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import msgspec


class Sitting(msgspec.Struct):
    """``tries``: what was attempted; ``faults``: what must not have come of it; the ``worst``
    figure that was measured, whatever the attack measures."""

    tries: int = 0
    faults: list[str] = msgspec.field(default_factory=list)
    worst: float = 0.0

    def fault(self, text: str) -> None:
        self.faults.append(text)


# a new folder, and the only source of chance: the same seed makes the same sitting
Attack = Callable[[Path, random.Random], Sitting]
