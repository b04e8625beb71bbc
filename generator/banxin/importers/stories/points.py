"""Lines that count, with text below each of them: 一、…, （一）…, 第一步：…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories.looks import Looks

_NUMBERS = "一二三四五六七八九十"
_POINT = re.compile(
    f"(?:(?P<open>[（(])(?P<inner>[{_NUMBERS}])[)）]|(?P<number>[{_NUMBERS}])、"
    f"|第(?P<step>[{_NUMBERS}])(?P<of>[步档类级阶招关站课])\\s*[:：]"
    "|part[\\s.\\-—]?(?P<part>[1-9])[\\s:：.、])(?P<said>[^。；]+)",
    re.IGNORECASE,
)
_PAUSES = re.compile("[，：:！？]")
_LONGEST, _LEAST = 20, 2  # characters of a point; points


class _Point(msgspec.Struct, frozen=True):
    """``within``: it stands in brackets, within one that doesn't. ``pauses``: it isn't only a few
    words. ``kind``: 步 of 第一步, part of Part-1."""

    number: str
    within: bool
    pauses: bool
    kind: str = ""


def heads_point(own: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a line is one of 一、…, 二、… and so on that have text below each of them; or of
    （一）…, （二）… within one of these; or the only one there is, above such."""
    point = _point(own[at], looks)
    if point is None:
        return False
    points = {n: one for n, block in enumerate(own) if (one := _point(block, looks))}
    outer = [n for n, one in points.items() if not one.within]
    if not point.within:
        outer = [n for n in outer if points[n].kind == point.kind]
        above = outer == [at] and at + 1 in points
        return heads_point(own, at + 1, looks) if above else _head_each(own, points, outer)
    start = max((n for n in outer if n < at), default=-1)
    end = min((n for n in outer if n > at), default=len(own))
    return _head_each(own, points, [n for n in points if start < n < end])


def _head_each(own: Sequence[Block], points: dict[int, _Point], places: Sequence[int]) -> bool:
    """Whether points count, half of them are a few words at least, and text stands below each of
    them; among many, one may have a picture there instead."""
    bare = sum(n - before == 1 for before, n in pairwise(places))
    pausing = sum(points[n].pauses for n in places)
    if len(places) < _LEAST or bare * 4 >= len(places) or pausing * 2 > len(places):
        return False
    return places[-1] < len(own) - 1 and _count([points[n].number for n in places])


def _count(numbers: Sequence[str]) -> bool:
    """Whether numbers go up from one; authors leave one out of its place, or give it twice."""
    places = sorted({_NUMBERS.index(number) for number in numbers})
    once = numbers[0] == _NUMBERS[0] and numbers.count(_NUMBERS[0]) == 1
    return once and places == list(range(len(places))) and len(places) * 4 >= len(numbers) * 3


def _point(block: Block, looks: Looks) -> _Point | None:
    """A short line with a number before it that is no sentence."""
    if not isinstance(block, Paragraph):
        return None
    found = _POINT.fullmatch(block.said)
    if found is None or len(found["said"]) > _LONGEST - 2 or not looks.is_line(block):
        return None
    number = found["inner"] or found["number"] or found["step"]
    number = number or _NUMBERS[int(found["part"]) - 1]
    kind = found["of"] or ("part" if found["part"] else "")
    return _Point(number, bool(found["open"]), bool(_PAUSES.search(found["said"])), kind)
