"""How high an article stands at a given width, in pixels, estimated from its characters.

The figures are those of the theme's stylesheet at 1280 px: 17 px type on 29.75 px lines, twelve
columns of 73 px with gaps of 28 px, running text in columns 24 px apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from math import ceil
from typing import Self

import msgspec

from banxin.model import Headline
from banxin.site.views import Image, Item

EM = 17.0
TYPE = (EM, 20.0, 25.0)  # sizes of text: usual, and larger for short articles
LEADING = 1.75
WIDEN, WIDER = 0.05 / LEADING, 2  # one step of wider leading, and how many there are
LINE = EM * LEADING
GAP = 28
COLUMN_GAP = 24
SMALL_LINE = 22.4  # captions and bylines: 14 px
TITLE = {1: 52.0, 2: 34.0, 3: 26.0, 4: 20.0}  # sizes of a title in pixels
TITLE_LEAD = 1.25
DECK_LINE = 26.0  # kicker and subtitle: 17 px
VERTICAL = 320  # longest line of a vertical title
FRAME = 42  # of a box, both sides together

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>|([^<]+)")
_BLOCKS = {"p", "li", "tr", "h2", "h3", "h4", "h5", "h6", "pre", "img"}


class Text(msgspec.Struct, frozen=True):
    """A body's blocks: kind (p, li, tr, h, img, br: a line cut by hand) and length in ems; what a
    paragraph takes beside its characters (its indent, and 2 % for kinsoku and the gaps around
    digits) is in its length.

    ``paragraphs`` and ``others`` are the same, sorted: most texts have nothing but paragraphs.
    """

    blocks: tuple[tuple[str, float], ...]
    paragraphs: tuple[float, ...]
    others: tuple[tuple[str, float], ...]

    @classmethod
    def of(cls, blocks: Iterable[tuple[str, float]]) -> Self:
        found = tuple(blocks)
        paragraphs = tuple(length for kind, length in found if kind == "p")
        return cls(found, paragraphs, tuple(block for block in found if block[0] != "p"))

    @property
    def has_table(self) -> bool:
        return any(kind == "tr" for kind, _ in self.others)


def width(span: int) -> int:
    """Of ``span`` columns of the page and the gaps between them."""
    return 101 * span - GAP


def ems(text: str) -> float:
    """Length of a text in ems: a Chinese character is one, a letter or digit about half."""
    narrow = len(text.encode("ascii", "ignore"))
    return len(text) - narrow + 0.56 * narrow


def text(item: Item) -> Text:
    """An article's running text; the dateline opens its first paragraph."""
    return read(str(item.body), ems(item.dateline) + 1 if item.dateline else 0.0)


def read(html: str, opening: float = 0.0) -> Text:
    """The blocks of a body's HTML. Text outside of any block counts as a paragraph.

    ``opening``: ems before the first text.
    """
    found = _paragraphs(html, opening) or _blocks(html, opening)
    return Text.of((k, length * 1.02 + 2 if k == "p" else length) for k, length in found)


def _blocks(html: str, opening: float) -> list[tuple[str, float]]:
    blocks: list[tuple[str, float]] = []
    kind, length = "p", 0.0
    for closing, tag, text in _TOKEN.findall(html):
        if text:
            if text.strip():
                length += opening
                opening = 0.0
            length += ems(text.strip("\n"))
        elif tag == "br":
            blocks.append(("br", length))
            length = 0.0
        elif tag in _BLOCKS:
            if length:
                blocks.append((kind, length))
            length = 0.0
            kind = "p" if closing else _kind(tag)
            if tag == "img":
                blocks.append(("img", 0.0))
                kind = "p"
    if length:
        blocks.append((kind, length))
    return blocks


def _paragraphs(html: str, opening: float) -> list[tuple[str, float]]:
    """Of a body with nothing but text in its paragraphs, as most are; of others nothing."""
    *parts, rest = html.replace("<strong>", "").replace("</strong>", "").split("</p>\n")
    found = [part[3:] for part in parts if part.startswith("<p>")]
    if rest or len(found) < len(parts) or not all(found) or "<" in "".join(found):
        return []
    return [("p", ems(part) + (0.0 if n else opening)) for n, part in enumerate(found)]


def _kind(tag: str) -> str:
    return "h" if tag[0] == "h" else tag


def lines(text: Text, measure: float, em: float = EM) -> float:
    """How many lines a text needs in a column ``measure`` ems wide."""
    per_line = max(1, int(measure))
    found: float = sum([ceil(length / per_line) for length in text.paragraphs])
    if text.others:
        found += sum([_lines(kind, ln, per_line) for kind, ln in text.others if kind != "tr"])
        found += table(text, measure, em)
    return found


def table(text: Text, measure: float, em: float = EM) -> float:
    """Lines of the text's tables, which aren't cut between two columns.

    Tables keep their type where the text around them is larger.
    """
    per_line = max(1, int(measure * em / EM))
    rows = sum([_lines(kind, length, per_line) for kind, length in text.others if kind == "tr"])
    return rows * EM / em


def rows(text: Text, measure: float, count: int, em: float = EM) -> float:
    """Lines of the highest of ``count`` columns: as even as they get with every table whole."""
    if count == 1 or not text.has_table:
        return ceil(lines(text, measure, em) / count)
    parts = _parts(text, measure, em)
    whole = sum(length for _, length in parts)
    high = max(ceil(whole / count), *(length for kind, length in parts if kind == "tr"))
    while not _flows(parts, count, high):
        high += 1
    return high


def _parts(text: Text, measure: float, em: float) -> list[tuple[str, float]]:
    """Running text and tables in turn, and their lines."""
    return [
        (kind, lines(Text.of(blocks), measure, em))
        for kind, blocks in groupby(text.blocks, lambda b: "tr" if b[0] == "tr" else "")
    ]


def _flows(parts: list[tuple[str, float]], count: int, high: float) -> bool:
    used, left = 1, float(high)
    for kind, length in parts:
        if kind == "tr" and length > left:
            used, left = used + 1, float(high)
        if kind != "tr":
            more = max(0, ceil((length - left) / high))
            used, left = used + more, left + more * high
        left -= length
    return used <= count


def _lines(kind: str, length: float, per_line: int) -> float:
    if kind == "br":
        return max(1, ceil(length / per_line))
    if kind == "tr":
        return 0.45 + 0.76 * ceil(length / per_line)
    if kind == "img":
        return per_line * 0.4
    return ceil((length + 1.5) / per_line)


@lru_cache(maxsize=1024)  # there are only so many widths
def columns(pixels: float, em: float = EM) -> int:
    """How many columns of 13 to 24 characters running text of this width is set in."""
    for count in (1, 2, 3):
        if column(pixels, count) * EM <= 22.5 * em:
            return count
    return 4


def column(pixels: float, count: int) -> float:
    """The width of one of ``count`` columns, in ems."""
    return (pixels - COLUMN_GAP * (count - 1)) / count / EM


class Head(msgspec.Struct, frozen=True):
    """What stands above and below an article's text, as far as its width doesn't matter.

    Of the title and of each line of kicker and subtitle: its length in ems, and its parts'.
    """

    title: tuple[float, tuple[float, ...]]
    decks: tuple[tuple[float, tuple[float, ...]], ...]
    fixed: float  # column's name and byline: pixels
    tail: float  # source, sign-off, jump

    def height(self, pixels: float, size: int) -> float:
        """Of kicker, title, subtitle, column's name and byline in a column so wide."""
        height = headline(self.title, pixels, TITLE[size]) * TITLE[size] * TITLE_LEAD
        for deck in self.decks:
            height += headline(deck, pixels, EM) * DECK_LINE
        return height + self.fixed


def head(item: Item) -> Head:
    above = (bool(item.column) + bool(item.byline)) * (SMALL_LINE + 4) + 8
    decks = tuple(map(_lengths, item.kicker + item.subtitle))
    return Head(_lengths(item.title), decks, above, _tail(item))


def _lengths(title: Headline) -> tuple[float, tuple[float, ...]]:
    return ems(title.text), tuple(ems(part.strip()) for part in title.parts)


def headline(lengths: tuple[float, tuple[float, ...]], pixels: float, size: float) -> int:
    """Lines of a headline: whole, or cut at the editor's marks, or between words where it must."""
    room = max(2.0, pixels / size / 1.03)  # letters stand apart, digits are wide in bold type
    whole, parts = lengths
    if whole <= room:
        return 1
    rows, left = 1, room
    for length in parts:
        if length > left and left < room:
            rows, left = rows + 1, room
        if length > room:
            rows += ceil(length / (room - 1.2)) - 1
            left = 0.0
        left -= length
    return rows


def figure(image: Image, pixels: float) -> float:
    """A picture at its own proportions, with its caption."""
    height = pixels * image.height / max(1, image.width)
    return height + caption(image, pixels)


def caption(image: Image, pixels: float) -> float:
    credit = "".join(c.role + c.name for c in image.credits)
    length = ems(image.caption + credit)
    rows = ceil(length * 14 / pixels) if length else 0
    return rows * SMALL_LINE + (6 if rows else 0) + 12


def _tail(item: Item) -> float:
    height = 0.0
    if item.source or item.jump:
        height += SMALL_LINE + 6
    if item.signoff:
        height += LINE * (len(item.signoff.lines) + bool(item.signoff.date)) + 6
    return height


def upright(item: Item, size: int) -> tuple[float, float, int]:
    """Width and height of an upright headline in pixels, and how many characters a line holds.

    Each of the editor's parts is a line, or more lines of nearly the same length.
    """
    room = int(VERTICAL / TITLE[size] / 1.06)  # letters stand apart by .06 em
    parts = [ems(part.strip()) for part in item.title.parts]
    rows = [max(1, ceil(length / (room if length <= room else room - 1))) for length in parts]
    line = min(room, max(ceil(ln / n) + (n > 1) for ln, n in zip(parts, rows, strict=True)))
    decks = [ems(deck.text) * EM for deck in item.kicker + item.subtitle]
    wide = sum(rows) * TITLE[size] * 1.3 + sum(ceil(d / VERTICAL) for d in decks) * EM * 1.53 + 16
    high = max(line * 1.06 * TITLE[size], *(min(VERTICAL, d) for d in decks), 0.0) + 12
    return wide, high, line


def flowed(figures: list[float], text: float, count: int, line: float) -> float:
    """The height of ``count`` columns that begin with figures and go on with text."""
    high = max(*figures, ceil((sum(figures) + text) / count / line) * line)
    while not _fits(figures, text, count, high):
        high += line
    return high


def _fits(figures: list[float], text: float, count: int, high: float) -> bool:
    """Whether columns so high hold figures, none of them cut, and then the text."""
    used, left = 1, high
    for figure in figures:
        if figure > left:
            used, left = used + 1, high
        left -= figure
    return used <= count and text <= left + (count - used) * high
