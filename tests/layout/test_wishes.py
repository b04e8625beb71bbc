"""An editor who doesn't like what the layout chose says where an article is to stand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from banxin.layout import arrange
from banxin.layout.rows import Row
from banxin.model import Rank
from banxin.site.views import Item
from tests.support.made_pages import TITLES
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import item

LENGTHS = (700, 420, 300, 260, 500, 240, 180, 350)


def page(**wishes: Mapping[str, object]) -> tuple[Item, ...]:
    """Eight articles; ``wishes``: by the name n3 of the third, what is said of it."""
    made = []
    for n, length in enumerate(LENGTHS, 1):
        rank: Rank = "lead" if n == 1 else "normal"
        one = replace(item(n, TITLES[n % 6], length, rank=rank), url=f"/{n}/")
        made.append(replace(one, **wishes.get(f"n{n}", {})))
    return tuple(made)


def cells(items: tuple[Item, ...]) -> list[list[list[int]]]:
    """By row and cell, the numbers of the articles."""
    rows: tuple[Row, ...] = arrange(items, "front", BROADSHEET)
    return [[[p.index + 1 for p in b.items] for b in row.blocks] for row in rows]


def test_without_a_wish_the_layout_decides() -> None:
    assert cells(page())[0][0][0] == 1


@pytest.mark.parametrize("number", [2, 5, 8])
def test_an_article_stands_in_the_corner_that_the_editor_names(number: int) -> None:
    def placed(corner: str) -> list[list[list[int]]]:
        return cells(page(**{f"n{number}": {"place": corner}}))

    assert placed("top-left")[0][0][0] == number
    assert placed("top-right")[0][-1][0] == number
    assert placed("bottom-left")[-1][0][-1] == number
    assert placed("bottom-right")[-1][-1][-1] == number
    assert len(placed("top-right")[0]) > 1


@pytest.mark.parametrize("number", [1, 3, 6])
def test_a_wide_article_takes_all_of_a_row(number: int) -> None:
    rows = cells(page(**{f"n{number}": {"wide": True}}))
    assert any(len(row) == 1 and number in row[0] for row in rows)


def test_an_article_stands_right_below_another() -> None:
    rows = cells(page(n7={"below": "/3/"}))
    cell = next(cell for row in rows for cell in row if 7 in cell)
    assert cell[cell.index(7) - 1] == 3


def test_an_article_stands_side_by_side_with_another() -> None:
    rows = cells(page(n8={"beside": "/2/"}))
    row = next(row for row in rows if any(8 in cell for cell in row))
    assert any(2 in cell for cell in row)
    assert not any(2 in cell and 8 in cell for cell in row)


def test_every_article_stands_once_whatever_is_wanted() -> None:
    wanted = page(
        n2={"below": "/3/"},
        n3={"below": "/2/"},  # a circle, which reading complains of
        n4={"place": "top-left", "wide": True},
        n5={"place": "bottom-right"},
        n6={"beside": "/gone/"},
    )
    assert sorted(n for row in cells(wanted) for cell in row for n in cell) == list(range(1, 9))
