"""Tables in running text: how wide each column has to be, and the frame that a wide one scrolls in.

A short cell is one line, always, so that no name, number or code is cut; a longer one, marked
``words``, takes what is left over. The column that says of whom or what a row is stays in sight
while the others are moved. Widths are ems of the table's own type.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import ceil

import msgspec

from banxin.layout.lengths import ems

WORDS = 8.0  # ems: a cell longer than that may be set in several lines
LEAST = 6.0  # ems that such a cell is wide at least
NARROWEST = 16.0  # ems that every telephone and every column shows
PADDING = 0.8  # ems of a cell, both sides
KEY = 5.0  # ems: a column that stays in sight isn't wider, for the others move in what is left
FAR = 24.0  # ems: what is wider is moved on every telephone, so its longer cells needn't be narrow
VAST = 45.0  # ems: what is wider is printed smaller
LONG = 15  # rows: a table with more may go on in the next column
_TABLE = re.compile(r'(?:<div class="table"([^>]*>)\n)?(<table>.*?</table>)', re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r'<(td|th)(?: class="(\w+)")?>(.*?)</\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[!-~]+")
_NUMBERING = re.compile("[序编名排位顺][号次名位序]|[序号#]|[Nn][Oo][.．]?")
_TOLD = 3  # heads of columns by which a table is called


class TableMeasure(msgspec.Struct, frozen=True):
    """The columns' widths, ``least`` without a cut and ``most`` in one line, and the rows: of each
    the cells that may be cut, as column and length."""

    least: tuple[float, ...]
    most: tuple[float, ...]
    rows: tuple[tuple[tuple[int, float], ...], ...]

    @property
    def flows(self) -> bool:
        """Whether it may go on in the next column: a frame that scrolls can't."""
        return len(self.rows) > LONG and not self.scrolls

    @property
    def scrolls(self) -> bool:
        """Whether it stands in a frame."""
        return self.width > NARROWEST

    @property
    def width(self) -> float:
        """The narrowest."""
        return sum(self.least) + PADDING * len(self.least)

    def lines(self, room: float) -> list[int]:
        """Lines of each row in a column so wide."""
        left = room - self.width
        wished = sum(self.most) - sum(self.least)
        share = min(1.0, max(0.0, left / wished)) if wished else 0.0
        pairs = zip(self.least, self.most, strict=True)
        wide = [least + share * (most - least) for least, most in pairs]
        return [max([ceil(ln / wide[n] - 0.01) for n, ln in row], default=1) for row in self.rows]


@lru_cache(maxsize=256)
def measured_table(html: str) -> TableMeasure:
    """Of a ``<table>`` as Markdown gives it."""
    least: list[float] = []
    most: list[float] = []
    rows = []
    for row in _ROW.findall(html):
        cut = []
        for n, (_, _, cell) in enumerate(_CELL.findall(row)):
            text = _TAG.sub("", cell)
            length = ems(text)
            if n == len(least):
                least.append(0.0)
                most.append(0.0)
            least[n] = max(least[n], _least(text, length))
            most[n] = max(most[n], length)
            if length > WORDS:
                cut.append((n, length))
        rows.append(tuple(cut))
    return TableMeasure(tuple(least), tuple(most), tuple(rows))


def _least(text: str, length: float) -> float:
    if length <= WORDS:
        return length
    return max(LEAST, *(ems(word) for word in _WORD.findall(text) if len(word) < 20), 0.0)


def framed(html: str) -> str:
    """A body with its longer cells marked, and each frame called by the heads of its columns.

    The frame of a wide table is ``wide``, with ``k1`` or ``k2`` where that column stays in sight,
    ``far`` where no telephone shows all of it, and ``vast`` where paper doesn't.
    """
    return _TABLE.sub(_framed, html)


def _framed(found: re.Match[str]) -> str:
    rest, table = found.groups()
    marked = _CELL.sub(_marked, table)
    if rest is None:
        return marked
    heads = _heads(table)
    called = rest.replace("表格", _name(heads), 1)
    return f'<div class="table{_classes(measured_table(table), heads)}"{called}\n{marked}'


def _heads(table: str) -> list[str]:
    """The texts of the first row."""
    first = _ROW.search(table)
    return [_TAG.sub("", cell) for _, _, cell in _CELL.findall(first[1])] if first else []


def _name(heads: list[str]) -> str:
    told = "、".join([head for head in heads if head][:_TOLD]).replace('"', "&quot;")
    return f"表格：{told}" if told else "表格"


def _classes(table: TableMeasure, heads: list[str]) -> str:
    if not table.scrolls:
        return ""
    key = 1 if heads and _NUMBERING.fullmatch(heads[0]) and len(heads) > 1 else 0
    kept = f" k{key + 1}" if table.least[key] <= KEY else ""
    far = " far" if table.width > FAR else ""
    return f" wide{kept}{far}{' vast' if table.width > VAST else ''}"


def _marked(found: re.Match[str]) -> str:
    tag, aligned, cell = found.groups()
    if ems(_TAG.sub("", cell)) <= WORDS:
        return found[0]
    return f'<{tag} class="{f"{aligned} " if aligned else ""}words">{cell}</{tag}>'
