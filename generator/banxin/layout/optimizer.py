"""The search for rows that leave the least of the page empty.

Stories keep their order. A row takes the next few of them and cuts them into cells, a cell may
hold several one below the other; every width a cell can have is tried. The best page is found
row by row by dynamic programming: what the first stories cost at least doesn't depend on those
that follow, but for the price of two rows that look alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise, permutations
from math import inf

import msgspec

from banxin.layout import cells, prices
from banxin.layout.cells import Cell, CellChoices, FilledCell
from banxin.layout.metrics import Metrics
from banxin.layout.order import Story
from banxin.layout.rows import Row
from banxin.layout.variants import variants_of
from banxin.layout.wishes import wishes_of

_IN_ROW = cells.MOST + 1  # stories in one row at most: beside a single one, a full cell
# How a row of one to four cells may be cut: spans of twelve.
_WIDTHS: dict[int, tuple[tuple[int, ...], ...]] = {
    1: ((12,),),
    2: ((8, 4), (4, 8), (9, 3), (3, 9), (7, 5), (5, 7), (6, 6)),
    3: ((4, 4, 4), (6, 3, 3), (3, 6, 3), (3, 3, 6), *permutations((5, 4, 3))),
    4: ((3, 3, 3, 3),),
}
_SPANS = (3, 4, 5, 6, 7, 8, 9, 12)


def _divisions(count: int) -> Iterator[tuple[Cell, ...]]:
    """All ways to cut so many stories into one to four cells, no cell too full."""
    least = 1 if count == 1 else 2
    for parts in range(least, min(len(_WIDTHS), count) + 1):
        for edges in combinations(range(1, count), parts - 1):
            yield tuple(pairwise((0, *edges, count)))


# By the number of stories in a row; cells count from the row's first story.
_DIVISIONS = {count: tuple(_divisions(count)) for count in range(1, _IN_ROW + 1)}


class FilledRow(msgspec.Struct, frozen=True):
    """A row: what it costs, in square pixels of empty page, and what stands in it."""

    cost: float
    height: float
    cells: tuple[FilledCell, ...]

    @property
    def spans(self) -> tuple[int, ...]:
        return tuple(cell.span for cell in self.cells)


class PageSoFar(msgspec.Struct, frozen=True):
    """The best rows for the first stories."""

    cost: float
    rows: tuple[FilledRow, ...]

    @property
    def last(self) -> tuple[int, ...]:
        """The spans of its last row."""
        return self.rows[-1].spans if self.rows else ()


def best_rows(stories: tuple[Story, ...], layout: str, metrics: Metrics) -> tuple[Row, ...]:
    """Rows for all stories in their order, in text of one size; nothing for no story."""
    longest = max([item.length for story in stories for _, item in story.items], default=0)
    scales = prices.of_scale(longest, len(stories))[: len(metrics.text)]
    if not all(item.enlarged for story in stories for _, item in story.items):
        scales = scales[:1]
    pages = []
    for scale, price in enumerate(scales):
        page = _best_page(RowSearch(stories, layout, metrics, scale), len(stories))
        pages.append((page.cost + price * len(stories), scale, page))
    _, _, best = min(pages, key=lambda page: page[:2])
    return tuple(_row(found, metrics) for found in best.rows)


def _best_page(search: RowSearch, count: int) -> PageSoFar:
    best = [PageSoFar(0.0, ())]
    for end in range(1, count + 1):
        page = PageSoFar(inf, ())
        for start in range(end - 1, max(0, end - _IN_ROW) - 1, -1):
            before = best[start]
            row = search.row(start, end, before.last, page.cost - before.cost)
            if row:
                page = PageSoFar(before.cost + row.cost, (*before.rows, row))
        best.append(page)
    return best[-1]


def _row(found: FilledRow, metrics: Metrics) -> Row:
    blocks = tuple(cells.block(cell, found.height, metrics) for cell in found.cells)
    return Row("row", blocks, round(found.height))


class RowSearch:
    """The stories of one page, with what was found out about them so far."""

    def __init__(
        self, stories: tuple[Story, ...], layout: str, metrics: Metrics, scale: int = 0
    ) -> None:
        self._metrics = metrics
        self._wishes = wishes_of(stories)
        self._ranks = tuple(story.rank for story in stories)
        self._variants = [variants_of(story, _SPANS, layout, metrics, scale) for story in stories]
        weight = prices.of_holes(
            [story[4][0].height * metrics.width(4) for story in self._variants]
        )
        # what a hole a pixel high costs: its area, which weighs more on a page of little text
        self._pixels = {span: metrics.width(span) * weight for span in _SPANS}
        self._bounds = cells.bounds_of_cells(self._variants, metrics)
        self._choices: dict[tuple[Cell, int], CellChoices] = {}

    def row(self, start: int, end: int, above: tuple[int, ...], limit: float) -> FilledRow | None:
        """The best row of these stories that costs less than ``limit``.

        ``above`` is how the row before is cut. Nearly every row is ruled out by what it costs at
        least, before it is filled.
        """
        best: FilledRow | None = None
        for pattern in _DIVISIONS[end - start]:
            division = tuple([(start + first, start + last) for first, last in pattern])
            for spans, least in self._promising(division, limit):
                extra = self._extra(division, spans, above)
                if least + extra >= limit:
                    continue
                row = self._fitted(division, spans, extra)
                if row.cost < limit:
                    best, limit = row, row.cost
        return best

    def _promising(
        self, division: tuple[Cell, ...], limit: float
    ) -> list[tuple[tuple[int, ...], float]]:
        """The widths that these cells may have, each with what such a row costs at least, as far
        as that is below ``limit``."""
        bounds = [self._bounds[cell] for cell in division]
        tallest = self._metrics.row_tallest
        found = []
        for spans in _WIDTHS[len(bounds)]:
            least = height = 0.0
            for n, span in enumerate(spans):
                bound = bounds[n][span]
                least += bound.price
                if bound.height > height:
                    height = bound.height
            if least >= limit:
                continue
            if height > tallest:
                least += self._too_high(height)
            for n, span in enumerate(spans):  # a cell that can't reach it leaves a hole
                reach = bounds[n][span].reach
                if reach < height:
                    least += (height - reach) * self._pixels[span]
            if least < limit:
                found.append((spans, least))
        return found

    def _extra(
        self, division: tuple[Cell, ...], spans: tuple[int, ...], above: tuple[int, ...]
    ) -> float:
        ranks = tuple(self._ranks[start:end] for start, end in division)
        wishes = self._wishes.price(division) if self._wishes.of else 0.0
        return prices.of_places(ranks, spans) + prices.of_likeness(spans, above) + wishes

    def _fitted(
        self, division: tuple[Cell, ...], spans: tuple[int, ...], extra: float
    ) -> FilledRow:
        """The cheapest choice of ways: the row is as high as its highest cell."""
        each = zip(division, spans, strict=True)
        filled = [self._choices_of(cell, span) for cell, span in each]
        floor = max([min([c.height for c in choices.cells]) for choices in filled])
        heights = {c.height for choices in filled for c in choices.cells if c.height >= floor}
        rows = (self._at(height, filled, extra) for height in sorted(heights))
        return min(rows, key=lambda row: row.cost)

    def _at(self, height: float, filled: list[CellChoices], extra: float) -> FilledRow:
        chosen = [choices.best(height) for choices in filled]
        cost = extra + self._too_high(height) + sum([cost for cost, _ in chosen])
        return FilledRow(cost, height, tuple([cell for _, cell in chosen]))

    def _too_high(self, height: float) -> float:
        over = height - self._metrics.row_tallest
        return over * prices.TALL_ROW if over > 0 else 0.0

    def _choices_of(self, cell: Cell, span: int) -> CellChoices:
        key = (cell, span)
        if key not in self._choices:
            start, end = cell
            stories = [story[span] for story in self._variants[start:end]]
            self._choices[key] = cells.choices(stories, span, self._pixels[span], self._metrics)
        return self._choices[key]
