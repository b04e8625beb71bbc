"""How high pictures stand, and columns of text that begin with pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from banxin.layout.lengths import ems
from banxin.layout.metrics import Metrics
from banxin.layout.page_items import PagePicture

_TAG = re.compile(r"<[^>]*>")
MOST_IN_STRIP = 4  # pictures; the first one among them
MOST_ON_PAGE = 12  # all others are on the article's own page
STRIP_LINES, SHEET_LINES = 4, 2  # of a caption: all of it is on the article's own page
STRIP_GAP = 24  # pixels between two pictures side by side
SLIMMEST = 0.6, 2.4  # width by height of a picture in a strip: slimmer and wider ones are cut
IN_A_ROW = ((8, 4), (5, 3), (1, 2))  # pictures of many, by how many of twelve the block spans
STRIP_CELL = 136  # pixels: how wide a picture in a strip has to be on average


def picture_height(picture: PagePicture, pixels: float, metrics: Metrics) -> float:
    """A picture at its own proportions, with its caption."""
    height = pixels * picture.height / max(1, picture.width)
    return height + _caption(picture, pixels, metrics)


def _caption(picture: PagePicture, pixels: float, metrics: Metrics) -> float:
    credits = (c.role + name.text + c.work for c in picture.credits for name in c.names)
    words = _TAG.sub("", picture.caption) if "<" in picture.caption else picture.caption
    length = ems(words + "".join(credits))
    rows = ceil(length * metrics.small / pixels) if length else 0
    return rows * metrics.small_line + (metrics.caption_gap if rows else 0) + metrics.figure_gap


def _cut(lines: int, metrics: Metrics) -> float:
    """The height of a caption of so many lines: a longer one is cut."""
    return metrics.caption_gap + lines * metrics.small_line + metrics.figure_gap


def is_sheet(pictures: int) -> bool:
    """Whether an article has so many that they stand in rows below the first."""
    return pictures > MOST_IN_STRIP


def sheet_height(
    pictures: Sequence[PagePicture], pixels: float, span: int, metrics: Metrics
) -> float:
    """Strips of nearly as many pictures each, as far as a page shows them."""
    shown = pictures[: MOST_ON_PAGE - 1]
    most = next(count for least, count in IN_A_ROW if span >= least)
    each, longer = divmod(len(shown), ceil(len(shown) / most))
    rows: list[Sequence[PagePicture]] = []
    start = 0
    while start < len(shown):
        end = start + each + (len(rows) < longer)
        rows.append(shown[start:end])
        start = end
    return sum(strip_height(row, pixels, metrics, SHEET_LINES) for row in rows)


def strip_width(pictures: int) -> float:
    """The narrowest strip of so many: pixels."""
    return pictures * (STRIP_CELL + STRIP_GAP) - STRIP_GAP


def strip_height(
    pictures: Sequence[PagePicture], pixels: float, metrics: Metrics, most: int = STRIP_LINES
) -> float:
    """Pictures side by side and all of one height, the tallest words below one of them; of these
    no more than ``most`` lines."""
    shapes = [min(SLIMMEST[1], max(SLIMMEST[0], p.width / max(1, p.height))) for p in pictures]
    room = pixels - STRIP_GAP * (len(pictures) - 1)
    high = room / sum(shapes)
    pairs = zip(pictures, shapes, strict=True)
    words = max(_caption(picture, high * shape, metrics) for picture, shape in pairs)
    return high + min(_cut(most, metrics), words)


def flowed(pictures: list[float], text: float, count: int, line: float) -> float:
    """The height of ``count`` columns that begin with pictures and go on with text: pixels."""
    high = max(*pictures, ceil((sum(pictures) + text) / count / line) * line)
    while not _fits(pictures, text, count, high):
        high += line
    return high


def deepest(pictures: list[float], text: float, count: int, high: float) -> float:
    """The highest hole in such columns: above a picture that had no room, or below the text."""
    used, left, found = 1, high, 0.0
    for picture in pictures:
        if picture > left:
            used, found, left = used + 1, max(found, left), high
        left -= picture
    return max(found, min(high, left + (count - used) * high - text))


def _fits(pictures: list[float], text: float, count: int, high: float) -> bool:
    """Whether columns so high hold pictures, none of them cut, and then the text."""
    used, left = 1, high
    for picture in pictures:
        if picture > left:
            used, left = used + 1, high
        left -= picture
    return used <= count and text <= left + (count - used) * high
