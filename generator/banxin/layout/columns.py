"""How high columns of text stand that hold pieces which no column may cut."""

from __future__ import annotations

from math import ceil

Parts = list[tuple[bool, float]]  # in turn: whether it stays whole, and its length


def even(parts: Parts, count: int, step: float = 1) -> float:
    """The least height of ``count`` columns that hold these parts, found in steps: the height of a
    line, in the unit of the parts."""
    least = ceil(sum([length for _, length in parts]) / count / step) * step
    high = max([least, *(length for uncut, length in parts if uncut)])
    while filled(parts, high)[0] > count:
        high += step
    return high


def filled(parts: Parts, high: float) -> tuple[int, float]:
    """How many columns so high the parts take, and the highest hole in them."""
    used, left, hole = 1, float(high), 0.0
    for uncut, length in parts:
        if uncut and length > left:
            used, hole, left = used + 1, max(hole, left), float(high)
        if not uncut:
            more = max(0, ceil((length - left) / high))
            used, left = used + more, left + more * high
        left -= length
    return used, max(hole, left)
