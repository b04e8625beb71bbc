"""What a pure function made of many values, so that asked again it works only for new ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

import msgspec

G = TypeVar("G")
M = TypeVar("M")


class Results(msgspec.Struct, Generic[G, M], frozen=True):
    """Values by name, and what was made of each: the same for equal values, so it can't be stale.

    Whoever calls ``again`` sees to it that the function is the same one each time.
    """

    given: Mapping[str, G] = msgspec.field(default_factory=dict)
    made: Mapping[str, M] = msgspec.field(default_factory=dict)

    def again(self, function: Callable[[G], M], given: Mapping[str, G]) -> Results[G, M]:
        """The results for ``given``, and for nothing else."""
        known = self.given
        made = {
            name: self.made[name] if name in known and known[name] == value else function(value)
            for name, value in given.items()
        }
        return Results(given, made)
