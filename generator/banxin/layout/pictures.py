"""How high pictures stand, and columns of text that begin with pictures."""

from __future__ import annotations

from math import ceil

from banxin.layout.metrics import Metrics
from banxin.layout.page_items import PagePicture
from banxin.layout.text_measure import ems


def picture_height(picture: PagePicture, pixels: float, metrics: Metrics) -> float:
    """A picture at its own proportions, with its caption."""
    height = pixels * picture.height / max(1, picture.width)
    return height + _caption(picture, pixels, metrics)


def _caption(picture: PagePicture, pixels: float, metrics: Metrics) -> float:
    credits = (c.role + name.text + c.work for c in picture.credits for name in c.names)
    length = ems(picture.caption + "".join(credits))
    rows = ceil(length * metrics.small / pixels) if length else 0
    return rows * metrics.small_line + (metrics.caption_gap if rows else 0) + metrics.figure_gap


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
