"""Which keys are known: where a keyboard spoiled a colon, they tell a key from a text."""

from __future__ import annotations

import msgspec


class Vocabulary(msgspec.Struct, frozen=True):
    """``keys``: every name of every field. ``terse``: those whose value is a number, a date or
    one word of a list, so that a ``#`` behind it can only begin a comment. ``lists``: those whose
    value is never one line of text, so that brackets of any kind are those of a list.
    """

    keys: frozenset[str] = frozenset()
    terse: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()

    def knows(self, key: str) -> bool:
        return key in self.keys


NO_WORDS = Vocabulary()
