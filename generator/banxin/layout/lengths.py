"""How long a text is in print."""

from __future__ import annotations

_LATIN = 0.56  # ems: a letter or a digit, on average over the usual faces


def ems(text: str) -> float:
    """Length of a text in ems: a Chinese character is one."""
    latin = len(text.encode("ascii", "ignore"))
    return len(text) - latin + _LATIN * latin
