"""The search for rows that leave the least of the page empty.

Stories keep their order. A row takes the next few of them and cuts them into cells, a cell may
hold several one below the other; every width a cell can have is tried. The best page is found
row by row by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, permutations, product

from ..views import Block, Row
from . import measure
from .forms import Form, forms
from .order import Story

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
_Edges = tuple[int, ...]  # where cells begin and end: (2, 3, 5) is story 2, then 3 and 4


@dataclass(frozen=True, slots=True)
class _Cell:
    """Stories one below the other, ``span`` wide."""

    height: float
    slack: float
    price: float
    span: int
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class _Stack:
    """All ways to fill one cell, and what holds for each of them."""

    cells: tuple[_Cell, ...]
    low: float  # no way is less high
    reach: float  # no way fills more, its slack included
    price: float  # no way costs less
    pixels: int  # width

    def least(self, height: float) -> float:
        """What the cell costs at least in a row of this height."""
        return max(0.0, height - self.reach) * self.pixels + self.price

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


@dataclass(frozen=True, slots=True)
class _Found:
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


class _Search:
    """The stories of one page, with what was found out about them so far."""

    def __init__(self, stories: tuple[Story, ...], layout: str) -> None:
        roomy = len(stories) <= 4
        self._ranks = tuple(story.rank for story in stories)
        self._forms = [
            {span: forms(story, span, layout, roomy=roomy) for span in _SPANS} for story in stories
        ]
        self._known: dict[tuple[int, int, int], _Stack] = {}

    def row(self, start: int, end: int, above: tuple[int, ...], limit: float) -> _Found | None:
        """The best row of these stories that costs less than ``limit``.

        ``above`` is how the row before is cut: two alike look like a table.
        """
        best: _Found | None = None
        for edges in _cuts(start, end):
            for spans in _WIDTHS[len(edges) - 1]:
                stacks = [self._stack(edges[n], edges[n + 1], s) for n, s in enumerate(spans)]
                floor = max([stack.low for stack in stacks])
                bound = _too_high(floor) + sum([stack.least(floor) for stack in stacks])
                if bound >= limit:
                    continue
                extra = self._places(edges, spans) + _alike(spans, above)
                if bound + extra < limit:
                    found = _fitted(stacks, floor, extra)
                    if found.cost < limit:
                        best, limit = found, found.cost
        return best

    def _stack(self, start: int, end: int, span: int) -> _Stack:
        key = (start, end, span)
        if key not in self._known:
            choices = product(*(self._forms[n][span] for n in range(start, end)))
            cells = sorted((_cell(chosen, span) for chosen in choices), key=lambda c: c.price)
            kept = tuple(cells[:_KEPT])
            self._known[key] = _Stack(
                kept,
                min(cell.height for cell in kept),
                max(cell.height + cell.slack for cell in kept),
                kept[0].price,
                measure.width(span),
            )
        return self._known[key]

    def _places(self, edges: _Edges, spans: tuple[int, ...]) -> float:
        """The price of ranks standing where a reader wouldn't look for them."""
        ranks = self._ranks[edges[0] : edges[-1]]
        widest = max(spans)
        price = 40_000.0 if "second" in ranks and "lead" not in ranks else 0.0
        for n, span in enumerate(spans):
            cell = self._ranks[edges[n] : edges[n + 1]]
            if "lead" in cell:
                price += 80_000 * (len(cell) - 1) + (300_000 if span < widest else 0)
            if "bottom" in cell and span < widest:
                price += 40_000
        return price


def _cuts(start: int, end: int) -> Iterator[_Edges]:
    """All ways to cut stories into one to four cells; no cell too full."""
    count = end - start
    for cells in range(1 if count == 1 else 2, min(4, count) + 1):
        for marks in combinations(range(start + 1, end), cells - 1):
            edges = (start, *marks, end)
            if max(b - a for a, b in pairwise(edges)) <= _IN_CELL:
                yield edges


def _fitted(stacks: list[_Stack], floor: float, extra: float) -> _Found:
    """The cheapest choice of ways: the row is as high as its highest cell."""
    heights = {c.height for stack in stacks for c in stack.cells if c.height >= floor}
    return min((_at(height, stacks, extra) for height in heights), key=lambda found: found.cost)


def _at(height: float, stacks: list[_Stack], extra: float) -> _Found:
    chosen = [stack.best(height) for stack in stacks]
    cost = extra + _too_high(height) + sum([cost for cost, _ in chosen])
    return _Found(cost, height, tuple([cell for _, cell in chosen]))


def _too_high(height: float) -> float:
    return max(0.0, height - _TALLEST) * 300


def _cell(chosen: tuple[Form, ...], span: int) -> _Cell:
    between = (measure.GAP + 1) * (len(chosen) - 1)
    crowded = 20_000 * max(0, len(chosen) - 2)
    return _Cell(
        sum(form.height for form in chosen) + between,
        _SLACK[len(chosen)] + sum(form.slack for form in chosen),
        sum(form.price for form in chosen) + crowded,
        span,
        chosen,
    )


def _row(found: _Found) -> Row:
    blocks = tuple(_block(cell, found.height) for cell in found.cells)
    return Row("row", blocks, round(found.height))


def _block(cell: _Cell, height: float) -> Block:
    """Where the row is higher than the cell, its lines stand wider apart, as printers set them."""
    text = sum(form.text for form in cell.forms)
    share = 0.9 * (height - cell.height) / text if text else 0.0
    leading = min(measure.WIDER, int(share / measure.WIDEN))
    placed = (p for form in cell.forms for p in form.placed)
    return Block("story", cell.span, tuple(replace(p, leading=leading) for p in placed))


def _alike(spans: tuple[int, ...], above: tuple[int, ...]) -> float:
    """Two rows cut alike look like a table; two full ones like a list."""
    return (80_000 if len(spans) == 1 else 25_000) if spans == above else 0
