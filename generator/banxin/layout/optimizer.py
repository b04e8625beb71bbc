"""The search for rows that leave the least of the page empty.

Stories keep their order. A row takes the next few of them and cuts them into cells, a cell may
hold several one below the other; every width a cell can have is tried. The best page is found
row by row by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations, pairwise, permutations, product
from operator import itemgetter

import msgspec
from msgspec.structs import replace

from banxin.layout import measure
from banxin.layout.order import Story
from banxin.layout.variants import Form, forms
from banxin.site.views import Block, Row

_IN_ROW = 5  # stories in one row at most
_IN_CELL = 4
_TALLEST = 1500  # pixels; a row higher than that is no longer seen as one
_WIDTHS: dict[int, tuple[tuple[int, ...], ...]] = {
    1: ((12,),),
    2: ((8, 4), (4, 8), (9, 3), (3, 9), (7, 5), (5, 7), (6, 6)),
    3: ((4, 4, 4), (6, 3, 3), (3, 6, 3), (3, 3, 6), *permutations((5, 4, 3))),
    4: ((3, 3, 3, 3),),
}
_SPANS = (3, 4, 5, 6, 7, 8, 9, 12)
# Pixels by which a cell of so many stories is filled by the gaps between headline, text and rule.
_SLACK = {1: 56, 2: 42, 3: 84, 4: 126}
_NEVER = 1e18
_KEPT = 4  # ways to fill a cell that are worth comparing
_Cells = tuple[tuple[int, int], ...]  # from which story to which: (2, 3), (3, 5)


class _Cell(msgspec.Struct, frozen=True):
    """Stories one below the other, ``span`` wide."""

    height: float
    slack: float
    price: float
    span: int
    forms: tuple[Form, ...]


class _Stack(msgspec.Struct, frozen=True):
    """The ways to fill one cell that are worth comparing."""

    cells: tuple[_Cell, ...]
    pixels: int  # width

    def best(self, height: float) -> tuple[float, _Cell]:
        """The cheapest way that fits: its cost is the area left empty and its price.

        What the slack takes up counts a third: it is seen, if one looks for it.
        """
        least, chosen = _NEVER, self.cells[0]
        for cell in self.cells:
            hole = height - cell.height
            if hole >= 0:
                seen = hole - 0.3 * min(hole, cell.slack)
                cost = seen * self.pixels + cell.price
                if cost < least:
                    least, chosen = cost, cell
        return least, chosen


class _Found(msgspec.Struct, frozen=True):
    """A row: what it costs, in square pixels of empty page, and what stands in it."""

    cost: float
    height: float
    cells: tuple[_Cell, ...]

    @property
    def spans(self) -> tuple[int, ...]:
        return tuple(cell.span for cell in self.cells)


def best_rows(stories: tuple[Story, ...], layout: str) -> tuple[Row, ...]:
    """Rows for all stories in their order; nothing for no story."""
    search = _Search(stories, layout)
    best: list[tuple[float, tuple[_Found, ...]]] = [(0.0, ())]
    for end in range(1, len(stories) + 1):
        least: tuple[float, tuple[_Found, ...]] = (_NEVER, ())
        for start in range(end - 1, max(0, end - _IN_ROW) - 1, -1):
            cost, before = best[start]
            row = search.row(start, end, before[-1].spans if before else (), least[0] - cost)
            if row:
                least = (cost + row.cost, (*before, row))
        best.append(least)
    return tuple(_row(found) for found in best[-1][1])


_Forms = list[dict[int, tuple[Form, ...]]]  # of each story, by span
_Numbers = list[float]


class _Least:
    """What every cell costs at least, in flat lists: these are looked at for each way of cutting.

    A cell of ``size`` stories from story ``first``, ``n`` being its span's place in _SPANS, is
    found at ``_place(first, size, n)``.
    """

    def __init__(self, forms: _Forms) -> None:
        single = [[_least(story[span]) for span in _SPANS] for story in forms]
        self.prices: _Numbers = []  # no way to fill the cell costs less
        self.lows: _Numbers = []  # no way is less high
        self.reaches: _Numbers = []  # no way fills more, its slack included
        for first in range(len(forms)):
            sums = [(0.0, 0.0, 0.0)] * len(_SPANS)
            for size in range(1, _IN_CELL + 1):
                more = single[first + size - 1] if first + size <= len(forms) else sums
                sums = [
                    (a + d, b + e, c + f) for (a, b, c), (d, e, f) in zip(sums, more, strict=True)
                ]
                between, crowded, slack = _between(size)
                self.prices += [price + crowded for price, _, _ in sums]
                self.lows += [low + between for _, low, _ in sums]
                self.reaches += [reach + between + slack for _, _, reach in sums]


def _least(ways: tuple[Form, ...]) -> tuple[float, float, float]:
    """The lowest price and height, and the greatest height with its slack, of one story."""
    if len(ways) == 1:
        (only,) = ways
        return only.price, only.height, only.height + only.slack
    price = min([form.price for form in ways])
    low = min([form.height for form in ways])
    return price, low, max([form.height + form.slack for form in ways])


def _place(first: int, size: int, n: int) -> int:
    return (first * _IN_CELL + size - 1) * len(_SPANS) + n


class _Cut(msgspec.Struct, frozen=True):
    """A way to cut a row: its cells, their spans and widths, and what picks them out of a list of
    ``_Least``'s."""

    cells: _Cells
    spans: tuple[int, ...]
    pixels: tuple[int, ...]
    of: Callable[[_Numbers], Sequence[float]]


@cache
def _cuts(count: int) -> tuple[_Cut, ...]:
    """All ways to cut so many stories into one to four cells; no cell too full."""
    marks = (
        (0, *chosen, count)
        for parts in range(1 if count == 1 else 2, min(4, count) + 1)
        for chosen in combinations(range(1, count), parts - 1)
    )
    cuts = (tuple(pairwise(edges)) for edges in marks)
    fair = (cells for cells in cuts if all(b - a <= _IN_CELL for a, b in cells))
    return tuple(_cut(cells, spans) for cells in fair for spans in _WIDTHS[len(cells)])


def _cut(cells: _Cells, spans: tuple[int, ...]) -> _Cut:
    each = zip(cells, spans, strict=True)
    places = [_place(a, b - a, _SPANS.index(span)) for (a, b), span in each]
    # of a single place itemgetter would give the number alone
    of = itemgetter(*places) if len(places) > 1 else itemgetter(slice(places[0], places[0] + 1))
    return _Cut(cells, spans, tuple(map(measure.width, spans)), of)


class _Search:
    """The stories of one page, with what was found out about them so far."""

    def __init__(self, stories: tuple[Story, ...], layout: str) -> None:
        roomy = len(stories) <= 4
        self._ranks = tuple(story.rank for story in stories)
        self._forms: _Forms = [
            {span: forms(story, span, layout, roomy=roomy) for span in _SPANS} for story in stories
        ]
        self._least = _Least(self._forms)
        self._stacks: dict[tuple[int, int, int], _Stack] = {}

    def row(self, start: int, end: int, above: tuple[int, ...], limit: float) -> _Found | None:
        """The best row of these stories that costs less than ``limit``.

        ``above`` is how the row before is cut: two alike look like a table. Nearly every row is
        ruled out by what it costs at least, so that is what has to be quick.
        """
        best: _Found | None = None
        at = _place(start, 1, 0)
        prices, lows, reaches = (
            numbers[at:] for numbers in (self._least.prices, self._least.lows, self._least.reaches)
        )
        for cut in _cuts(end - start):
            least = sum(cut.of(prices))
            if least >= limit:
                continue
            floor = max(cut.of(lows))
            least += _too_high(floor)
            for reach, pixels in zip(cut.of(reaches), cut.pixels, strict=True):
                if floor > reach:
                    least += (floor - reach) * pixels
            if least >= limit:
                continue
            extra = self._places(start, cut) + _alike(cut.spans, above)
            if least + extra < limit:
                row = self._fitted(start, cut, extra)
                if row.cost < limit:
                    best, limit = row, row.cost
        return best

    def _fitted(self, start: int, cut: _Cut, extra: float) -> _Found:
        """The cheapest choice of ways: the row is as high as its highest cell."""
        each = zip(cut.cells, cut.spans, strict=True)
        stacks = [self._stack(start + a, start + b, span) for (a, b), span in each]
        floor = max([min([cell.height for cell in stack.cells]) for stack in stacks])
        heights = {c.height for stack in stacks for c in stack.cells if c.height >= floor}
        return min((_at(height, stacks, extra) for height in heights), key=lambda row: row.cost)

    def _stack(self, start: int, end: int, span: int) -> _Stack:
        key = (start, end, span)
        if key not in self._stacks:
            choices = product(*(story[span] for story in self._forms[start:end]))
            cells = sorted((_cell(chosen, span) for chosen in choices), key=lambda c: c.price)
            self._stacks[key] = _Stack(tuple(cells[:_KEPT]), measure.width(span))
        return self._stacks[key]

    def _places(self, start: int, cut: _Cut) -> float:
        """The price of ranks standing where a reader wouldn't look for them."""
        ranks = self._ranks[start : start + cut.cells[-1][1]]
        widest = max(cut.spans)
        price = 40_000.0 if "second" in ranks and "lead" not in ranks else 0.0
        for (first, end), span in zip(cut.cells, cut.spans, strict=True):
            cell = ranks[first:end]
            if "lead" in cell:
                price += 80_000 * (len(cell) - 1) + (300_000 if span < widest else 0)
            if "bottom" in cell and span < widest:
                price += 40_000
        return price


def _at(height: float, stacks: list[_Stack], extra: float) -> _Found:
    chosen = [stack.best(height) for stack in stacks]
    cost = extra + _too_high(height) + sum([cost for cost, _ in chosen])
    return _Found(cost, height, tuple([cell for _, cell in chosen]))


def _too_high(height: float) -> float:
    return max(0.0, height - _TALLEST) * 300


def _cell(chosen: tuple[Form, ...], span: int) -> _Cell:
    between, crowded, slack = _between(len(chosen))
    return _Cell(
        sum(form.height for form in chosen) + between,
        sum(form.slack for form in chosen) + slack,
        sum(form.price for form in chosen) + crowded,
        span,
        chosen,
    )


def _between(count: int) -> tuple[float, float, float]:
    """So many stories in one cell: height of their gaps, price of the crowd, slack of the gaps."""
    return (measure.GAP + 1) * (count - 1), 20_000 * max(0, count - 2), _SLACK[count]


def _row(found: _Found) -> Row:
    blocks = tuple(_block(cell, found.height) for cell in found.cells)
    return Row("row", blocks, round(found.height))


def _block(cell: _Cell, height: float) -> Block:
    """Where the row is higher than the cell, its lines stand wider apart, as printers set them."""
    text = sum(form.text for form in cell.forms)
    share = 0.9 * (height - cell.height) / text if text else 0.0
    leading = min(measure.WIDER, int(share / measure.WIDEN))
    placed = tuple(p for form in cell.forms for p in form.placed)
    if leading:
        placed = tuple(replace(p, leading=leading) for p in placed)
    return Block("story", cell.span, placed)


def _alike(spans: tuple[int, ...], above: tuple[int, ...]) -> float:
    """Two rows cut alike look like a table; two full ones like a list."""
    return (80_000 if len(spans) == 1 else 25_000) if spans == above else 0
