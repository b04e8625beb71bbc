"""How high stands what is above and below an article's text: headlines, byline, source."""

from __future__ import annotations

from math import ceil

import msgspec

from banxin.layout.lengths import ems
from banxin.layout.metrics import Metrics
from banxin.layout.page_items import PageItem
from banxin.model import Headline

_WORD = 1.2  # characters that a line cut between words leaves empty, on average
_Lengths = tuple[float, tuple[float, ...]]  # of a headline in ems, and of its parts


class HeadMeasure(msgspec.Struct, frozen=True):
    """What stands above and below an article's text, as far as its width doesn't matter."""

    title: _Lengths
    decks: tuple[_Lengths, ...]  # each line of kicker and subtitle
    fixed: float  # column's name and byline: pixels
    tail: float  # source, sign-off, jump

    def height(self, pixels: float, size: int, metrics: Metrics) -> float:
        """Of kicker, title, subtitle, column's name and byline in a column so wide."""
        title = metrics.title[size - 1]
        height = _headline(self.title, pixels, title, metrics) * title * metrics.title_leading
        for deck in self.decks:
            height += _headline(deck, pixels, metrics.em, metrics) * metrics.deck_line
        return height + self.fixed


def measured_head(item: PageItem, metrics: Metrics) -> HeadMeasure:
    each = metrics.small_line + metrics.byline_gap
    above = (bool(item.column) + bool(item.byline)) * each + metrics.head_gap
    decks = tuple(map(_lengths, item.kicker + item.subtitle))
    return HeadMeasure(_lengths(item.title), decks, above, _tail(item, metrics))


def _lengths(title: Headline) -> _Lengths:
    return ems(title.text), tuple(ems(part.strip()) for part in title.parts)


def _tail(item: PageItem, metrics: Metrics) -> float:
    height = 0.0
    if item.source or item.jump:
        height += metrics.small_line + metrics.foot_gap
    if item.signoff:
        count = len(item.signoff.lines) + bool(item.signoff.date)
        height += metrics.line * count + metrics.foot_gap
    return height


def _headline(lengths: _Lengths, pixels: float, size: float, metrics: Metrics) -> int:
    """Lines of a headline: whole, or cut at the editor's marks, or between words where it must."""
    room = max(2.0, pixels / size / metrics.title_character)
    whole, parts = lengths
    if whole <= room:
        return 1
    rows, left = 1, room
    for length in parts:
        if length > left and left < room:
            rows, left = rows + 1, room
        if length > room:
            rows += ceil(length / (room - _WORD)) - 1
            left = 0.0
        left -= length
    return rows


class UprightMeasure(msgspec.Struct, frozen=True):
    """An upright headline: width and height in pixels, and how many characters a line holds."""

    width: float
    height: float
    line: int


def measured_upright(item: PageItem, size: int, metrics: Metrics) -> UprightMeasure:
    """Each of the editor's parts is a line, or more lines of nearly the same length."""
    title, longest = metrics.title[size - 1], metrics.vertical_length
    room = max(2, int(longest / title / metrics.vertical_character))
    parts = [ems(part.strip()) for part in item.title.parts]
    rows = [max(1, ceil(length / (room if length <= room else room - 1))) for length in parts]
    line = min(room, max(ceil(ln / n) + (n > 1) for ln, n in zip(parts, rows, strict=True)))
    decks = [ems(deck.text) * metrics.em for deck in item.kicker + item.subtitle]
    deck_lines = sum(ceil(deck / longest) for deck in decks)
    wide = sum(rows) * title * metrics.vertical_leading
    wide += deck_lines * metrics.em * metrics.vertical_deck_leading
    high = max(line * metrics.vertical_character * title, *(min(longest, d) for d in decks), 0.0)
    return UprightMeasure(wide + metrics.vertical_gap, high + metrics.vertical_foot, line)
