"""What it costs to leave a part of a row empty."""

from __future__ import annotations

from banxin.layout.article_at_width import StoryVariant
from banxin.layout.cells import choices
from banxin.layout.prices import GLARING_HOLE
from tests.support.metrics import BROADSHEET


def test_a_high_hole_costs_more_than_two_of_half_its_height() -> None:
    cell = choices([(StoryVariant(200, 0, 0, ()),)], 4, 1, BROADSHEET)
    hole, higher = (cell.best(200 + high)[0] for high in (GLARING_HOLE, 2 * GLARING_HOLE))
    assert higher > 2.2 * hole
