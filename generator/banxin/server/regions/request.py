"""What the drawing page sends when it saves, checked before anybody believes it."""

from __future__ import annotations

import math

import msgspec

from banxin.server.regions.editor import DrawnArea
from banxin.server.regions.field_edit import Points

MOST_POINTS = 200
_LEAST_AREA = 0.05  # per cent of the width times per cent of the height


class _Article(msgspec.Struct, forbid_unknown_fields=True):
    page: int
    key: str
    digest: str
    region: list[tuple[float, float]]


class _Save(msgspec.Struct, forbid_unknown_fields=True):
    articles: list[_Article]


def drawings(body: bytes) -> tuple[DrawnArea, ...] | None:
    """What to save, or None if this was sent by no page of ours.

    A region has no points at all, or three and more that lie on the page and enclose something.
    """
    try:
        given = msgspec.json.decode(body, type=_Save).articles
        found = tuple(DrawnArea(a.page, a.key, a.digest, points(a.region)) for a in given)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
    return found if len({d.key for d in found}) == len(found) else None


def points(given: list[tuple[float, float]]) -> Points:
    """With one decimal at most. Raises ValueError for what is no area of the page."""
    if not given:
        return ()
    if len(given) > MOST_POINTS or not all(0 <= n <= 100 for point in given for n in point):
        raise ValueError(given)
    rounded = [(round(x, 1), round(y, 1)) for x, y in given]
    if len(set(rounded)) < 3 or _area(rounded) < _LEAST_AREA:
        raise ValueError(given)
    return tuple((_typed(x), _typed(y)) for x, y in rounded)


def _area(given: list[tuple[float, float]]) -> float:
    following = [*given[1:], given[0]]
    pairs = zip(given, following, strict=True)
    return abs(math.fsum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def _typed(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
