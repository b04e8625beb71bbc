"""How long a text is in print."""

from __future__ import annotations

from math import ceil

_LATIN = 0.56  # ems: a letter or a digit, on average over the usual faces
_TWO_CELLS = 7  # ems, of a grid of names


def ems(text: str) -> float:
    """Length of a text in ems: a Chinese character is one."""
    latin = len(text.encode("ascii", "ignore"))
    return len(text) - latin + _LATIN * latin


def lines_of_name(name: str) -> int:
    """Lines that a long name takes in two cells of a grid: it breaks behind its dots first."""
    lines, length = 1, 0.0
    for part in map(ems, name.split("<wbr>")):
        if length and length + part > _TWO_CELLS:
            lines, length = lines + 1, 0.0
        further = max(0, ceil((length + part) / _TWO_CELLS) - 1)
        lines, length = lines + further, length + part - further * _TWO_CELLS
    return lines
