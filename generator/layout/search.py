"""The search for rows that leave the least of the page empty.

Stories keep their order. A row takes the next few of them and cuts them into cells, a cell may
hold several one below the other; every width a cell can have is tried. The best page is found
row by row by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations, product

from ..views import Block, Row
from . import measure
from .forms import Form, forms
from .order import Story

_IN_ROW = 6  # stories in one row at most
_IN_CELL = 4
_TALLEST = 1250  # pixels; a row higher than that is no longer seen as one
_WIDTHS: dict[int, tuple[tuple[int, ...], ...]] = {
    1: ((12,),),
    2: ((8, 4), (4, 8), (9, 3), (3, 9), (7, 5), (5, 7), (6, 6)),
    3: ((4, 4, 4), (6, 3, 3), (3, 6, 3), (3, 3, 6), *permutations((5, 4, 3))),
    4: ((3, 3, 3, 3),),
}
_SPANS = (3, 4, 5, 6, 7, 8, 9, 12)
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
        candidates = []
        for start in range(max(0, end - _IN_ROW), end):
            cost, before = best[start]
            above = before[-1].spans if before else ()
            for row in search.rows(start, end, above):
                candidates.append((cost + row.cost, (*before, row)))
        best.append(min(candidates, key=lambda candidate: candidate[0]))
    return tuple(_row(found) for found in best[-1][1])


class _Search:
    """The stories of one page, with what was found out about them so far."""

    def __init__(self, stories: tuple[Story, ...], layout: str) -> None:
        roomy = len(stories) <= 4
        self._ranks = tuple(story.rank for story in stories)
        self._forms = [
            {span: forms(story, span, layout, roomy=roomy) for span in _SPANS} for story in stories
        ]
        self._known: dict[tuple[int, int, int], tuple[_Cell, ...]] = {}

    def rows(self, start: int, end: int, above: tuple[int, ...]) -> tuple[_Found, ...]:
        """The best row of these stories, if they can stand in one; ``above``: the row before."""
        best: _Found | None = None
        for edges in _cuts(start, end):
            for spans in _WIDTHS[len(edges) - 1]:
                extra = self._places(edges, spans) + (25_000 if spans == above else 0)
                options = [
                    self._cells(edges[n], edges[n + 1], span) for n, span in enumerate(spans)
                ]
                least = extra + sum(cells[0].price for cells in options)
                if best is None or least < best.cost:
                    found = _fitted(options, extra)
                    best = found if best is None or found.cost < best.cost else best
        return (best,) if best else ()

    def _cells(self, start: int, end: int, span: int) -> tuple[_Cell, ...]:
        key = (start, end, span)
        if key not in self._known:
            choices = product(*(self._forms[n][span] for n in range(start, end)))
            cells = sorted((_cell(chosen, span) for chosen in choices), key=lambda c: c.price)
            self._known[key] = tuple(cells[:_KEPT])
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


def _fitted(options: list[tuple[_Cell, ...]], extra: float) -> _Found:
    """The cheapest choice of forms: the row is as high as its highest cell."""
    floor = max(min(option.height for option in cell) for cell in options)
    heights = {o.height for cell in options for o in cell if o.height >= floor}
    return min((_at(height, options, extra) for height in heights), key=lambda found: found.cost)


def _cell(chosen: tuple[Form, ...], span: int) -> _Cell:
    between = (measure.GAP + 1) * (len(chosen) - 1)
    crowded = 20_000 * max(0, len(chosen) - 2)
    return _Cell(
        sum(form.height for form in chosen) + between,
        28 + sum(form.slack for form in chosen),
        sum(form.price for form in chosen) + crowded,
        span,
        chosen,
    )


def _at(height: float, options: list[tuple[_Cell, ...]], extra: float) -> _Found:
    cost = extra + max(0.0, height - _TALLEST) * 300
    chosen = []
    for cells in options:
        fitting = [
            (_loss(cell, height), n) for n, cell in enumerate(cells) if cell.height <= height
        ]
        loss, n = min(fitting)
        cost += loss
        chosen.append(cells[n])
    return _Found(cost, height, tuple(chosen))


def _loss(cell: _Cell, height: float) -> float:
    """The area left empty, and a third as much for what the slack takes up."""
    hole = height - cell.height
    seen = max(0.0, hole - cell.slack) + 0.3 * min(hole, cell.slack)
    return seen * measure.width(cell.span) + cell.price


def _row(found: _Found) -> Row:
    blocks = tuple(
        Block("story", cell.span, tuple(p for form in cell.forms for p in form.placed))
        for cell in found.cells
    )
    return Row("row", blocks, round(found.height))
