"""How many lines an article's running text takes, estimated from its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from math import ceil
from typing import Self

import msgspec

from banxin.layout.metrics import Metrics
from banxin.layout.page_items import PageItem

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>|([^<]+)")
# A grid of names: each stands in a cell of three characters and a gap, a long one in two.
_GRID = re.compile(r'<p class="names">(.*?)</p>', re.DOTALL)
_CELL = 4  # ems
_BLOCKS = {"p", "li", "tr", "h2", "h3", "h4", "h5", "h6", "pre", "img"}
_LATIN = 0.56  # ems: a letter or a digit, on average over the usual faces
# Ends of lines that stay empty because a mark may not begin the next one, and the gaps that
# browsers put around digits: a share of a paragraph's length.
_RAGGED = 1.02
# A picture inside a text comes without its size: lines it is high for each em it is wide, as of
# 3:2 with its margins.
_PICTURE = 0.4


class TextMeasure(msgspec.Struct, frozen=True):
    """A body's blocks: kind (p, li, tr, h, img, br: a line cut by hand) and length in ems; what a
    paragraph takes beside its characters is in its length.

    ``paragraphs``, ``rows`` of tables and ``others`` are the same, sorted: most texts have nothing
    but paragraphs.
    """

    blocks: tuple[tuple[str, float], ...]
    paragraphs: tuple[float, ...]
    rows: tuple[float, ...]
    others: tuple[tuple[str, float], ...]

    @classmethod
    def of(cls, blocks: Iterable[tuple[str, float]]) -> Self:
        found = tuple(blocks)
        paragraphs = tuple([length for kind, length in found if kind == "p"])
        if len(paragraphs) == len(found):
            return cls(found, paragraphs, (), ())
        rows = tuple([length for kind, length in found if kind == "tr"])
        return cls(found, paragraphs, rows, tuple([b for b in found if b[0] not in ("p", "tr")]))


def ems(text: str) -> float:
    """Length of a text in ems: a Chinese character is one."""
    latin = len(text.encode("ascii", "ignore"))
    return len(text) - latin + _LATIN * latin


def measured_text(item: PageItem, metrics: Metrics) -> TextMeasure:
    """An article's running text; the dateline opens its first paragraph."""
    return measured(str(item.body), metrics, ems(item.dateline) + 1 if item.dateline else 0.0)


def measured(html: str, metrics: Metrics, opening: float = 0.0) -> TextMeasure:
    """The blocks of a body's HTML. Text outside of any block counts as a paragraph.

    ``opening``: ems before the first text.
    """
    if 'class="names"' in html:
        html = _GRID.sub(_as_text, html)
    found = _paragraphs(html, opening) or _blocks(html, opening)
    indent = metrics.indent
    return TextMeasure.of((k, ln * _RAGGED + indent if k == "p" else ln) for k, ln in found)


def _as_text(grid: re.Match[str]) -> str:
    """A paragraph as long as the cells of a grid of names."""
    cells = grid[1].count("<span") + grid[1].count('class="wide"')
    return f"<p>{'名' * (cells * _CELL)}</p>"


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


def lines(text: TextMeasure, measure: float, em: float, metrics: Metrics) -> float:
    """How many lines a text needs in a column ``measure`` ems wide.

    ``em``: the size of its type in pixels, which may be larger than the usual one.
    """
    per_line = max(1, int(measure))
    found: float = sum([ceil(length / per_line) for length in text.paragraphs])
    if text.others:
        found += sum([_lines(kind, length, per_line, metrics) for kind, length in text.others])
    if text.rows:
        found += table_lines(text, measure, em, metrics)
    return found


def _lines(kind: str, length: float, per_line: int, metrics: Metrics) -> float:
    if kind == "br":
        return max(1, ceil(length / per_line))
    if kind == "img":
        return per_line * _PICTURE
    return ceil((length + metrics.list_indent) / per_line)


def table_lines(text: TextMeasure, measure: float, em: float, metrics: Metrics) -> float:
    """Lines of the text's tables, which aren't cut between two columns.

    Tables keep their type where the text around them is larger.
    """
    per_line = max(1, int(measure * em / metrics.em))
    rows = [ceil(length / per_line) for length in text.rows]
    usual = sum([metrics.table_row + metrics.table_line * count for count in rows])
    return usual * metrics.em / em


def highest_column(
    text: TextMeasure, measure: float, count: int, em: float, metrics: Metrics
) -> float:
    """Lines of the highest of ``count`` columns: as even as they get with every table whole."""
    if count == 1 or not text.rows:
        return ceil(lines(text, measure, em, metrics) / count)
    parts = _parts(text, measure, em, metrics)
    whole = sum(length for _, length in parts)
    high = max(ceil(whole / count), *(length for kind, length in parts if kind == "tr"))
    while not _flows(parts, count, high):
        high += 1
    return high


def _parts(
    text: TextMeasure, measure: float, em: float, metrics: Metrics
) -> list[tuple[str, float]]:
    """Running text and tables in turn, and their lines."""
    return [
        (kind, lines(TextMeasure.of(blocks), measure, em, metrics))
        for kind, blocks in groupby(text.blocks, lambda b: "tr" if b[0] == "tr" else "")
    ]


def _flows(parts: list[tuple[str, float]], count: int, high: float) -> bool:
    """Whether the parts fit into ``count`` columns ``high`` lines high."""
    used, left = 1, float(high)
    for kind, length in parts:
        if kind == "tr" and length > left:
            used, left = used + 1, float(high)
        if kind != "tr":
            more = max(0, ceil((length - left) / high))
            used, left = used + more, left + more * high
        left -= length
    return used <= count
