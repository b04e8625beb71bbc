"""Cells of a row: articles one below the other, and the ways to fill one."""

from __future__ import annotations

from itertools import product
from math import inf

import msgspec
from msgspec.structs import replace

from banxin.layout import prices
from banxin.layout.article_at_width import StoryVariant
from banxin.layout.metrics import Metrics
from banxin.layout.rows import Block, Placed

MOST = 4  # articles in one cell
Cell = tuple[int, int]  # from which story of the page to before which
_COMPARED = 4  # the cheapest ways to fill a cell; dearer ones hardly ever make a better row
_SEEN_SLACK = 0.3  # what share of the space that slack takes up isn't seen
_STRETCH = 0.9  # what share of a hole wider lines may fill
_LOOSEST = 2  # by how many times their slack frames and paragraphs grow where nothing else does


class FilledCell(msgspec.Struct, frozen=True):
    """Stories one below the other, each set in one way, ``span`` wide."""

    height: float
    slack: float
    price: float
    span: int
    variants: tuple[StoryVariant, ...]


class CellChoices(msgspec.Struct, frozen=True):
    """The ways to fill one cell that are worth comparing, cheapest first."""

    cells: tuple[FilledCell, ...]
    pixels: float  # cost of a hole one pixel high

    def best(self, height: float) -> tuple[float, FilledCell]:
        """The cheapest way that fits into ``height`` and its cost: the area that is left empty,
        and its price."""
        least, chosen = inf, self.cells[0]
        for cell in self.cells:
            hole = height - cell.height
            if hole >= 0:
                seen = hole - _SEEN_SLACK * min(hole, cell.slack)
                glaring = max(0.0, seen - prices.GLARING_HOLE)
                cost = (seen + glaring) * self.pixels + cell.price
                if cost < least:
                    least, chosen = cost, cell
        return least, chosen


class CellBound(msgspec.Struct, frozen=True):
    """What every way to fill a cell keeps to, known without trying any."""

    price: float  # none costs less
    height: float  # none is less high
    reach: float  # none fills more, its slack included


def choices(
    stories: list[tuple[StoryVariant, ...]], span: int, pixels: float, metrics: Metrics
) -> CellChoices:
    """``stories``: the ways to set each story of the cell; ``pixels``: cost of a hole's height."""
    filled = [_filled(chosen, span, metrics) for chosen in product(*stories)]
    filled.sort(key=lambda cell: cell.price)
    return CellChoices(tuple(filled[:_COMPARED]), pixels)


def _filled(chosen: tuple[StoryVariant, ...], span: int, metrics: Metrics) -> FilledCell:
    count = len(chosen)
    return FilledCell(
        height=sum([v.height for v in chosen]) + _gaps(count, metrics),
        slack=sum([v.slack for v in chosen]) + metrics.cell_slack[count - 1],
        price=sum([v.price for v in chosen]) + _crowd(count),
        span=span,
        variants=chosen,
    )


def bounds_of_cells(
    stories: list[dict[int, tuple[StoryVariant, ...]]], metrics: Metrics
) -> dict[Cell, dict[int, CellBound]]:
    """Of every cell that the stories can be cut into, by its span.

    ``stories``: by span, the ways to set each. A cell's sums are those of the cell that is one
    story shorter, and that story's.
    """
    single = [{span: _of_story(ways) for span, ways in story.items()} for story in stories]
    found = {}
    for start in range(len(single)):
        sums = single[start]
        for end in range(start + 1, min(start + MOST, len(single)) + 1):
            if end > start + 1:
                last = single[end - 1]
                sums = {span: _sum(bound, last[span]) for span, bound in sums.items()}
            between = _between(end - start, metrics)
            found[start, end] = {span: _sum(bound, between) for span, bound in sums.items()}
    return found


def _of_story(variants: tuple[StoryVariant, ...]) -> CellBound:
    if len(variants) == 1:  # as nearly always
        (only,) = variants
        return CellBound(only.price, only.height, only.height + only.slack)
    return CellBound(
        min([v.price for v in variants]),
        min([v.height for v in variants]),
        max([v.height + v.slack for v in variants]),
    )


def _between(count: int, metrics: Metrics) -> CellBound:
    """What a cell of so many stories has beside them: gaps, and a price if it is crowded."""
    gaps = _gaps(count, metrics)
    return CellBound(_crowd(count), gaps, gaps + metrics.cell_slack[count - 1])


def _sum(one: CellBound, other: CellBound) -> CellBound:
    return CellBound(one.price + other.price, one.height + other.height, one.reach + other.reach)


def _gaps(count: int, metrics: Metrics) -> float:
    """The height of the gaps between so many stories."""
    return metrics.story_gap * (count - 1)


def _crowd(count: int) -> float:
    return prices.CROWDED_CELL * max(0, count - 2)


def block(cell: FilledCell, height: float, metrics: Metrics) -> Block:
    """Where the row is higher than the cell, its lines stand wider apart, as printers set them."""
    text = sum([v.text for v in cell.variants])
    leading = _leading(_STRETCH * (height - cell.height), text, metrics.leading) if text else 0
    left = height - cell.height - text * (metrics.leading[leading] / metrics.leading[0] - 1)
    spread = sum([v.spread for v in cell.variants])
    loose = spread > 0 and left <= _LOOSEST * spread
    placed = [p for v in cell.variants for p in _set(v, leading, loose and v.spread > 0)]
    return Block("story", cell.span, tuple(placed))


def _set(variant: StoryVariant, leading: int, loose: bool) -> tuple[Placed, ...]:
    if not leading and not loose:
        return variant.placed
    return tuple([replace(one, leading=leading, loose=loose) for one in variant.placed])


def _leading(hole: float, text: float, leading: tuple[float, ...]) -> int:
    """The widest leading with which ``text`` (its height) grows by no more than ``hole``."""
    usual = leading[0]
    fitting = [n for n, wide in enumerate(leading) if text * (wide / usual - 1) <= hole]
    return max(fitting, default=0)
