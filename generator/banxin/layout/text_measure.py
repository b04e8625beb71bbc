"""How many lines an article's running text takes, estimated from its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from math import ceil
from typing import Self

import msgspec

from banxin.layout.columns import even, filled
from banxin.layout.lengths import ems, lines_of_name
from banxin.layout.metrics import Metrics
from banxin.layout.page_items import PageItem
from banxin.layout.tables import TableMeasure, measured_table

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>|([^<]+)")
# A grid of names: each stands in a cell of three characters and a gap after all but the last of a
# row, a long one in two.
_GRID = re.compile(r'<p class="names">(.*?)</p>', re.DOTALL)
_CELL, _AFTER = 4, 1  # ems
_WIDE = re.compile('class="wide">(.*?)</span>')
_BLOCKS = {"p", "li", "h2", "h3", "h4", "h5", "h6", "pre", "img", "names"}
_SPAN = re.compile("</?span[^>]*>")
_CODE = re.compile('<span class="code">([^<]*)</span>')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
# Ends of lines that stay empty because a mark may not begin the next one.
_RAGGED = 1.003
# What a number or a code takes beside its characters: the gaps that browsers put around it, and
# the end of the line before it, which stays empty where it doesn't fit. Ems, in a usual column.
_AROUND, _USUAL = 0.25, 18.0
# A picture inside a text comes without its size: lines it is high for each em it is wide, as of
# 3:2 with its margins.
_PICTURE = 0.4
_LINE_OF_VERSE = 28.0  # ems, at most: what is longer is prose


class TextMeasure(msgspec.Struct, frozen=True):
    """A body's blocks: kind (p, li, h, img; br: a line cut by hand, line: the last of such; table;
    names) and length in ems; what a paragraph takes beside its characters is in its length, a
    table's is its number, and that of a grid of names its cells.

    ``paragraphs`` and ``others`` are the same, sorted: most texts have nothing but paragraphs.
    """

    blocks: tuple[tuple[str, float], ...]
    paragraphs: tuple[float, ...]
    tables: tuple[TableMeasure, ...]
    others: tuple[tuple[str, float], ...]
    stanzas: tuple[tuple[float, ...], ...] = ()  # of verse: lengths of their lines

    @classmethod
    def of(cls, blocks: Iterable[tuple[str, float]], tables: tuple[TableMeasure, ...] = ()) -> Self:
        found = tuple(blocks)
        paragraphs = tuple([length for kind, length in found if kind == "p"])
        if len(paragraphs) == len(found):
            return cls(found, paragraphs, (), ())
        others = tuple([b for b in found if b[0] not in ("p", "table")])
        return cls(found, paragraphs, tables, others, () if tables else _stanzas(found))

    @property
    def verse(self) -> float:
        """Ems of the longest line of verse; 0 of anything else."""
        return max([max(stanza) for stanza in self.stanzas], default=0.0)

    @property
    def uncut(self) -> bool:
        """Whether it has a table or a stanza that has to stand whole in a column."""
        return bool(self.stanzas) or any(not table.flows for table in self.tables)


def _stanzas(blocks: tuple[tuple[str, float], ...]) -> tuple[tuple[float, ...], ...]:
    """The stanzas of a text most of whose lines are cut by hand, as a poem's are; else nothing."""
    cut = len([kind for kind, _ in blocks if kind == "br"])
    if cut * 2 < len(blocks) or max([length for _, length in blocks]) > _LINE_OF_VERSE:
        return ()
    stanzas: list[tuple[float, ...]] = []
    lines: list[float] = []
    for kind, length in blocks:
        lines.append(length)
        if kind != "br":
            stanzas.append(tuple(lines))
            lines = []
    return (*stanzas, tuple(lines)) if lines else tuple(stanzas)


def measured_text(item: PageItem, metrics: Metrics) -> TextMeasure:
    """An article's running text; the dateline opens its first paragraph."""
    return measured(str(item.body), metrics, ems(item.dateline) + 1 if item.dateline else 0.0)


def measured(html: str, metrics: Metrics, opening: float = 0.0) -> TextMeasure:
    """The blocks of a body's HTML. Text outside of any block counts as a paragraph.

    ``opening``: ems before the first text.
    """
    if 'class="names"' in html:
        html = _GRID.sub(_as_text, html)
    tables: tuple[TableMeasure, ...] = ()
    if "<span" in html:  # a mark of Latin words, which takes no room itself
        html = _SPAN.sub("", _CODE.sub(_whole, html))
    if "<table>" in html:
        tables = tuple(map(measured_table, _TABLE.findall(html)))
        html = _TABLE.sub("<table>", html)
    found = _paragraphs(html, opening) or _blocks(html, opening)
    indent = metrics.indent
    blocks = ((k, ln * _RAGGED + indent if k == "p" else ln) for k, ln in found)
    return TextMeasure.of(blocks, tables)


def _whole(code: re.Match[str]) -> str:
    """As many characters more as a code takes that is never cut."""
    length = ems(code[1])
    return code[1] + "n" * round((_AROUND + length * length / 2 / _USUAL) / ems("n"))


def _as_text(grid: re.Match[str]) -> str:
    """A block as many ems long as a grid of names has cells; a name of several lines takes as many
    more as a usual column has in those."""
    wide = _WIDE.findall(grid[1])
    cells = grid[1].count("<span") + len(wide)
    more = sum(lines_of_name(name) - 1 for name in wide)
    return f"<names>{'名' * round(cells + more * _USUAL / _CELL)}</names>"


def _blocks(html: str, opening: float) -> list[tuple[str, float]]:
    blocks: list[tuple[str, float]] = []
    kind, length, tables = "p", 0.0, 0
    for closing, tag, text in _TOKEN.findall(html):
        if text:
            if text.strip():
                length += opening
                opening = 0.0
            length += ems(text.strip("\n"))
        elif tag == "br":
            blocks.append(("br", length))
            length = 0.0
        elif tag in _BLOCKS or tag == "table":
            if length:
                ends = kind == "p" and blocks and blocks[-1][0] == "br"
                blocks.append(("line" if ends else kind, length))
            length = 0.0
            kind = "p" if closing else _kind(tag)
            if tag in ("img", "table"):
                blocks.append((tag, float(tables) if tag == "table" else 0.0))
                tables += tag == "table"
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
    if text.stanzas:
        each = [_stanza(stanza, per_line, metrics) for stanza in text.stanzas]
        return sum(each) - metrics.stanza_gap
    found: float = sum([ceil(length / per_line) for length in text.paragraphs])
    if text.others:
        found += sum([_lines(kind, length, measure, metrics) for kind, length in text.others])
    if text.tables:
        found += sum(table_lines(table, measure, em, metrics) for table in text.tables)
    return found


def _stanza(stanza: tuple[float, ...], per_line: int, metrics: Metrics) -> float:
    """Its lines, and the gap below it."""
    return sum([_verse(length, per_line) for length in stanza]) + metrics.stanza_gap


def _verse(length: float, per_line: int) -> int:
    """Lines of a line of verse: what has no room goes on a character further in."""
    return 1 + max(0, ceil((length - per_line) / max(1, per_line - 1)))


def _lines(kind: str, length: float, measure: float, metrics: Metrics) -> float:
    per_line = max(1, int(measure))
    if kind in ("br", "line"):
        return max(1, ceil(length / per_line))
    if kind == "img":
        return per_line * _PICTURE
    if kind == "names":
        return ceil(length / max(1, int((measure + _AFTER) / _CELL)))
    if kind == "li":  # each of its lines is indented
        return ceil(length / max(1, int(measure - metrics.list_indent)))
    return ceil((length + metrics.list_indent) / per_line)


def table_lines(table: TableMeasure, measure: float, em: float, metrics: Metrics) -> float:
    """Lines of text that a table is high. Its type stays as it is where the text's is larger."""
    rows = table.lines(measure * em / metrics.table_em)
    usual = sum([metrics.table_row + metrics.table_line * count for count in rows])
    return (usual + metrics.table_margin) * metrics.em / em


def highest_column(
    text: TextMeasure, measure: float, count: int, em: float, metrics: Metrics
) -> float:
    """Lines of the highest of ``count`` columns, as even as they get with what stands whole."""
    if count == 1 or not text.uncut:
        return ceil(lines(text, measure, em, metrics) / count)
    if text.stanzas:  # the gap below the last one of a column isn't seen
        parts = [(True, _stanza(one, max(1, int(measure)), metrics)) for one in text.stanzas]
        return even(parts, count) - metrics.stanza_gap
    return even(_parts(text, measure, em, metrics), count)


def lines_across(
    text: TextMeasure, measures: tuple[float, float], count: int, metrics: Metrics
) -> float:
    """Lines of a text in ``count`` columns that its tables interrupt: each stands across all.

    So does a paragraph that stands alone between them, and who signed. ``measures``: of the whole
    width and of a column, in ems.
    """
    whole, column = measures
    running = 0.0
    for is_table, group in groupby(text.blocks, key=lambda block: block[0] == "table"):
        run = tuple(group)
        if is_table:
            tables = (text.tables[int(number)] for _, number in run)
            running += sum(table_lines(table, whole, metrics.em, metrics) for table in tables)
        elif [kind for kind, _ in run] in (["p"], ["names"]) or _signs(run, column):
            running += lines(TextMeasure.of(run), whole, metrics.em, metrics)
        else:
            running += ceil(lines(TextMeasure.of(run), column, metrics.em, metrics) / count)
    return running


def _signs(run: tuple[tuple[str, float], ...], column: float) -> bool:
    """Whether these few short lines say who signed, and when."""
    return len(run) < 4 and all(kind == "p" and length < column / 2 for kind, length in run)


def _parts(
    text: TextMeasure, measure: float, em: float, metrics: Metrics
) -> list[tuple[bool, float]]:
    """Running text, and tables that aren't cut, in turn, and their lines."""
    parts: list[tuple[bool, float]] = []
    running: list[tuple[str, float]] = []
    for kind, number in text.blocks:
        if kind != "table":
            running.append((kind, number))
            continue
        table = text.tables[int(number)]
        parts.append((False, lines(TextMeasure.of(running), measure, em, metrics)))
        parts.append((not table.flows, table_lines(table, measure, em, metrics)))
        running = []
    parts.append((False, lines(TextMeasure.of(running), measure, em, metrics)))
    return parts


def deepest_hole(
    text: TextMeasure, column: tuple[float, float], count: int, em: float, metrics: Metrics
) -> float:
    """Lines of the highest hole: above a table that had no room, or below the text.

    ``column``: ems that it is wide, lines that it is high.
    """
    measure, high = column
    used, hole = filled(_parts(text, measure, em, metrics), high)
    return hole if used == count else high
