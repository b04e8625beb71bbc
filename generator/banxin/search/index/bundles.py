"""The calendar of the index: which months' articles share a bundle.

A new issue touches its month alone; who searches an older year opens few files. So a year has one
bundle, and the newest year a bundle a month. Pagefind takes 0.4 MB of memory for each article and
gets slower with each, so a year of a large newspaper is cut in equal parts; of the newest year,
only the part that is being written is cut into months.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

import msgspec

CUTS = (1, 2, 3, 4, 6, 12)
MOST_ARTICLES = 1000  # in a bundle of several months


class Bundle(msgspec.Struct, frozen=True):
    """``key`` is 2022-04, 2021, or 2021-01-06 for its first six months; ``months`` as 2022-04."""

    key: str
    year: int
    months: tuple[str, ...]  # newest first

    @property
    def growing(self) -> bool:
        """Whether it is a month of the newest year, to which issues are being added."""
        return self.key in self.months


def cut(counts: Mapping[str, int]) -> tuple[Bundle, ...]:
    """The bundles for these months (articles by 2022-04), newest first."""
    months = sorted((m for m in counts if counts[m]), reverse=True)
    years = [(year, tuple(group)) for year, group in groupby(months, key=lambda m: m[:4])]
    return tuple(
        Bundle(key, int(year), part)
        for n, (year, found) in enumerate(years)
        for key, part in _bundles(year, found, counts, newest=n == 0)
    )


def _bundles(
    year: str, months: tuple[str, ...], counts: Mapping[str, int], *, newest: bool
) -> list[tuple[str, tuple[str, ...]]]:
    parts = _parts(year, months, counts)
    if not newest:
        return parts
    (_, latest), *whole = parts
    return [(month, (month,)) for month in latest] + whole


def _parts(
    year: str, months: tuple[str, ...], counts: Mapping[str, int]
) -> list[tuple[str, tuple[str, ...]]]:
    """The year in the fewest parts that are small enough."""
    for parts in CUTS:
        length = 12 // parts
        found = [
            (_key(year, part * length, length), tuple(group))
            for part, group in groupby(months, key=lambda m: (int(m[5:]) - 1) // length)
        ]
        if all(sum(counts[m] for m in group) <= MOST_ARTICLES for _, group in found):
            break
    return found


def _key(year: str, first: int, length: int) -> str:
    return year if length == 12 else f"{year}-{first + 1:02}-{first + length:02}"
