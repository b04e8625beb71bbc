"""Columns are as even as what stands whole in them lets them be."""

from __future__ import annotations

import pytest

from banxin.layout import arrange
from banxin.layout.columns import even
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import item


@pytest.mark.parametrize(
    ("parts", "high"),
    [
        ([(False, 20.0)], 10),  # running text is cut anywhere
        ([(False, 4.0), (True, 9.0)], 9),
        ([(True, 4.0), (True, 4.0), (True, 4.0)], 8),
        ([(True, 3.0), (False, 3.0), (True, 6.0), (False, 6.0)], 12),  # the second stays below
    ],
)
def test_columns_are_no_higher_than_what_stays_whole_makes_them(
    parts: list[tuple[bool, float]], high: float
) -> None:
    assert even(parts, 2) == high


def test_briefs_stand_as_high_as_titles_make_them_that_no_column_cuts() -> None:
    def high(*titles: str) -> int:
        items = tuple(item(n, title, 40, rank="brief") for n, title in enumerate(titles))
        return arrange(items, "inside", BROADSHEET)[0].height

    long = "江城铁路大桥今日通车" * 12
    more = 3 * BROADSHEET.brief_title_line
    assert high("通车", long) - high("通车", "通车") >= more
