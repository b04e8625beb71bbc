"""Tables in running text: how wide each column has to be, and the frame that a wide one scrolls in.

A short cell is one line, always, so that no name, number or code is cut; a longer one, marked
``words``, takes what is left over. Widths are ems of the table's own type.
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
LONG = 15  # rows: a table with more may go on in the next column
_TABLE = re.compile(r'(?:<div class="table"([^>]*>)\n)?(<table>.*?</table>)', re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r'<(td|th)(?: class="(\w+)")?>(.*?)</\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[!-~]+")


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
    """A body with its longer cells marked, and the frame of each wide table called ``wide``: what
    else there is of them needs none."""
    return _TABLE.sub(_framed, html)


def _framed(found: re.Match[str]) -> str:
    rest, table = found.groups()
    marked = _CELL.sub(_marked, table)
    if rest is None:
        return marked
    wide = " wide" if measured_table(table).scrolls else ""
    return f'<div class="table{wide}"{rest}\n{marked}'


def _marked(found: re.Match[str]) -> str:
    tag, aligned, cell = found.groups()
    if ems(_TAG.sub("", cell)) <= WORDS:
        return found[0]
    return f'<{tag} class="{f"{aligned} " if aligned else ""}words">{cell}</{tag}>'
