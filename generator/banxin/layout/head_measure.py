"""How high stands what is above and below an article's text: headlines, byline, source."""

from __future__ import annotations

from math import ceil

import msgspec

from banxin.layout.lengths import ems
from banxin.layout.metrics import NARROWEST, Metrics
from banxin.layout.page_items import PageItem
from banxin.layout.typography import pieces
from banxin.model import Headline

_BEYOND = 2  # ems that kicker and subtitle may be longer than the upright title between them
# Of a headline in ems, and of each of its parts the pieces that no line cuts.
_Lengths = tuple[float, tuple[tuple[float, ...], ...]]


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
    small = bool(item.label) + bool(item.column) + bool(item.byline)
    above = small * each + metrics.head_gap
    narrowest = metrics.width(NARROWEST) - metrics.frame
    decks = (_lengths(d, narrowest / metrics.em, item) for d in item.kicker + item.subtitle)
    title = _lengths(item.title, narrowest / metrics.title[0], item)
    return HeadMeasure(title, tuple(decks), above, _tail(item, metrics))


def _lengths(line: Headline, room: float, item: PageItem) -> _Lengths:
    """``room``: ems that every block has; what isn't longer is never cut."""
    whole = ems(line.text)
    if whole <= room:
        return whole, ()
    parts = [part.strip() for part in line.parts]
    if len(parts) == 1:  # what spaces set apart is kept whole, as a part is
        parts = parts[0].split()
    return whole, tuple([tuple(map(ems, pieces(part, item.words))) for part in parts])


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
    for part in parts:
        length = sum(part)
        if length > left and left < room:
            rows, left = rows + 1, room
        if length > room:
            rows += _cut(part, room) - 1
            left = 0.0
        left -= length
    return rows


def _cut(part: tuple[float, ...], room: float) -> int:
    """Lines of what is longer than one, cut between pieces; inside of one only where it must."""
    rows, left = 1, room
    for piece in part:
        if piece > left and left < room:
            rows, left = rows + 1, room
        if piece > room:
            more = ceil(piece / room) - 1
            rows, left = rows + more, left + more * room
        left -= piece
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
    own = line * metrics.vertical_character * title
    most = min(longest, own + _BEYOND * metrics.em)  # of a line of kicker or subtitle
    decks = [ems(deck.text) * metrics.em for deck in item.kicker + item.subtitle]
    deck_lines = sum(ceil(deck / most) for deck in decks)
    wide = sum(rows) * title * metrics.vertical_leading
    wide += deck_lines * metrics.em * metrics.vertical_deck_leading
    high = max(own, *(min(most, deck) for deck in decks), 0.0)
    return UprightMeasure(wide + metrics.vertical_gap, high + metrics.vertical_foot, line)
