"""How high pictures stand, and columns of text that begin with pictures."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from banxin.layout.lengths import ems
from banxin.layout.metrics import Metrics
from banxin.layout.page_items import PagePicture

MOST_IN_STRIP = 4  # pictures; the first one among them
MOST_ON_PAGE = 12  # all others are on the article's own page
SHEET_CELL, SHEET_GAP = 144, 16  # pixels: how wide one of a sheet is at least, and what is between


def picture_height(picture: PagePicture, pixels: float, metrics: Metrics) -> float:
    """A picture at its own proportions, with its caption."""
    height = pixels * picture.height / max(1, picture.width)
    return height + _caption(picture, pixels, metrics)


def _caption(picture: PagePicture, pixels: float, metrics: Metrics) -> float:
    credits = (c.role + name.text + c.work for c in picture.credits for name in c.names)
    length = ems(picture.caption + "".join(credits))
    rows = ceil(length * metrics.small / pixels) if length else 0
    return rows * metrics.small_line + (metrics.caption_gap if rows else 0) + metrics.figure_gap


def is_sheet(pictures: int) -> bool:
    """Whether an article has so many that they stand as a contact sheet below the first."""
    return pictures > MOST_IN_STRIP


def sheet_height(pictures: Sequence[PagePicture], pixels: float, metrics: Metrics) -> float:
    """Pictures cut to one shape in rows, as far as a page shows them, the tallest words in each."""
    across = max(2, int((pixels + SHEET_GAP) // (SHEET_CELL + SHEET_GAP)))
    cell = (pixels - (across - 1) * SHEET_GAP) / across
    shown = pictures[: MOST_ON_PAGE - 1]
    rows = [shown[n : n + across] for n in range(0, len(shown), across)]
    words = sum(max(_caption(picture, cell, metrics) for picture in row) for row in rows)
    return len(rows) * (cell * 2 / 3 + metrics.figure_gap) + words


def flowed(pictures: list[float], text: float, count: int, line: float) -> float:
    """The height of ``count`` columns that begin with pictures and go on with text: pixels."""
    high = max(*pictures, ceil((sum(pictures) + text) / count / line) * line)
    while not _fits(pictures, text, count, high):
        high += line
    return high


def _fits(pictures: list[float], text: float, count: int, high: float) -> bool:
    """Whether columns so high hold pictures, none of them cut, and then the text."""
    used, left = 1, high
    for picture in pictures:
        if picture > left:
            used, left = used + 1, high
        left -= picture
    return used <= count and text <= left + (count - used) * high
