"""An article at one width, and one way to set it there."""

from __future__ import annotations

from math import ceil

import msgspec

from banxin.layout.head_measure import HeadMeasure
from banxin.layout.metrics import COLUMNS, Metrics
from banxin.layout.page_items import PageItem
from banxin.layout.rows import Placed
from banxin.layout.text_measure import (
    TextMeasure,
    deepest_hole,
    highest_column,
    lines,
    lines_across,
)

_LOOSE = 4  # paragraphs: fewer would fall apart
_OVERLOOKED = 2  # lines of a hole in a column


class StoryVariant(msgspec.Struct, frozen=True):
    """One way to set a story: ``height``, and ``slack``: by how much a picture or box may grow.

    ``text``: the part of the height that running text takes, which wider leading stretches.
    """

    height: float
    slack: float
    price: float
    placed: tuple[Placed, ...]
    text: float = 0.0
    spread: float = 0.0  # of the slack, what its frame and the gaps between its paragraphs take


class ArticleAtWidth(msgspec.Struct, frozen=True):
    """An article at one width, in type of one size. Lengths in pixels."""

    index: int
    item: PageItem
    text: TextMeasure
    head: HeadMeasure
    metrics: Metrics
    layout: str
    span: int
    pixels: float  # within its frame
    frame: float  # what that takes
    size: int  # of the title
    price: float
    em: float
    line: float
    scale: int = 0  # of the text: an index into metrics.text

    def column(self, count: int) -> float:
        return self.metrics.column(self.pixels, count)

    def lines(self, count: int) -> float:
        """In all of ``count`` columns together."""
        return lines(self.text, self.column(count) / self.em, self.em, self.metrics)

    def highest(self, count: int, lines: float) -> float:
        """Lines of the highest column."""
        if not self.text.uncut:
            return ceil(lines / count)
        if self.across(count):
            wide = self.pixels / self.em
            return lines_across(
                self.text, (wide, self.column(count) / self.em), count, self.metrics
            )
        return self._highest(count)

    def _highest(self, count: int) -> float:
        """Lines of the highest column where tables stand in columns."""
        measure = self.column(count) / self.em
        return highest_column(self.text, measure, count, self.em, self.metrics)

    def across(self, count: int) -> bool:
        """Whether tables stand across all columns: in one they would be cut, or leave a hole."""
        if count == 1 or not self.text.tables:
            return False
        return self.crammed(count) or self._hollow(count)

    def _hollow(self, count: int) -> bool:
        """Whether a table that stays whole leaves a hole in the columns."""
        if not self.text.uncut:
            return False
        measure, high = self.column(count) / self.em, self._highest(count)
        hole = deepest_hole(self.text, (measure, high), count, self.em, self.metrics)
        return hole > _OVERLOOKED

    def crammed(self, count: int) -> bool:
        """Whether a table would stand in a column too narrow for it."""
        return bool(self.text.tables) and self.missing(count) > 0

    def missing(self, count: int) -> float:
        """Pixels by which the widest table is wider than a column."""
        widest = max([table.width for table in self.text.tables], default=0.0)
        return max(0.0, widest * self.metrics.table_em - self.column(count))

    @property
    def columns_of_verse(self) -> int:
        """As many as its lines have room in; of few stanzas every column has the same number."""
        stanzas, wide = len(self.text.stanzas), self.text.verse * self.em
        gap = self.metrics.column_gap
        count = max(1, min(COLUMNS, stanzas, int((self.pixels + gap) / (wide + gap))))
        while stanzas <= COLUMNS and stanzas % count:
            count -= 1
        return count

    def beside_verse(self, count: int) -> float:
        """Pixels of the width that verse leaves empty, beyond half of what it takes itself."""
        if not self.text.stanzas:
            return 0.0
        return max(0.0, self.pixels - 1.5 * self.text.verse * self.em * count)

    def spread(self, count: int) -> float:
        """By how much the paragraphs of a single column may move apart."""
        if count > 1 or len(self.text.blocks) < _LOOSE:
            return 0.0
        pieces = len(self.text.paragraphs) + len(
            [k for k, _ in self.text.others if k in ("li", "names")]
        )
        return (pieces - 1) * self.metrics.paragraph_slack if pieces >= _LOOSE else 0.0

    @property
    def long_table(self) -> float:
        """How many pixels wide a column has to be for tables that go on from one to the next."""
        flowing = [table.width for table in self.text.tables if table.flows]
        return max(flowing, default=0.0) * self.metrics.table_em

    def placed(self, count: int, picture: str = "") -> tuple[Placed, ...]:
        across = self.across(count)
        return (Placed(self.index, count, picture, self.size, scale=self.scale, across=across),)
