"""A picture grows with its row as far as two thirds of it are still shown; then white is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from banxin.layout.rows import Block, Placed, Row
from banxin.model import Rank
from tests.evenings.script import MEASURE
from tests.support.sample_articles import image, item
from tests.support.shown_page import shown
from tests.support.shown_share import SHARES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHAPES = {"portrait": (600, 900), "square": (700, 700), "usual": (900, 600), "wide": (1200, 500)}
WIDTHS = (1100, 1280)
LONG = item(1, "首座海上换流站出海", 3000)


def beside_a_long_text(span: int, picture: str) -> tuple[Row, ...]:
    """The second story in ``span`` of twelve columns, beside the first, which is much higher."""
    long = Block("story", 12 - span, (Placed(0, 2),))
    return (Row("row", (long, Block("story", span, (Placed(1, 1, picture),)))),)


@pytest.mark.parametrize("rank", ["normal", "box"])
@pytest.mark.parametrize("span", [3, 8])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_above_a_short_text_grows_but_two_thirds_of_it_are_shown(
    shape: str, span: int, rank: Rank, browser: Browser, tmp_path: Path
) -> None:
    told = item(2, "大桥通车", 90, rank=rank, photos=(image(*SHAPES[shape]),))
    rows = beside_a_long_text(span, "top")
    with shown(browser, tmp_path, (LONG, told), rows=rows, shape=SHAPES[shape]) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            ((share, _),) = page.evaluate(SHARES)
            assert page.evaluate(MEASURE)["faults"]["holes"] == []
            assert share >= 0.66
            assert span > 3 or share < 0.9


@pytest.mark.parametrize("rank", ["normal", "box"])
@pytest.mark.parametrize("words", [0, 60])
@pytest.mark.parametrize("span", [4, 6])
@pytest.mark.parametrize("shape", ["usual", "wide"])
def test_so_do_pictures_side_by_side(
    shape: str, span: int, words: int, rank: Rank, browser: Browser, tmp_path: Path
) -> None:
    photo = image(*SHAPES[shape])
    photos = (photo, replace(photo, caption="桥" * words))
    told = item(2, "大桥通车", 90, rank=rank, photos=photos)
    rows = beside_a_long_text(span, "strip")
    with shown(browser, tmp_path, (LONG, told), rows=rows, shape=SHAPES[shape]) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            shares = [share for share, _ in page.evaluate(SHARES)]
            assert page.evaluate(MEASURE)["faults"]["holes"] == []
            assert len(shares) == 2
            assert min(shares) >= 0.66
