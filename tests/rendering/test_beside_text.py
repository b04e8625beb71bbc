"""What stands beside a text, a picture or an upright title, ends about where the text does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from banxin.model import Headline, Rank
from tests.evenings.script import MEASURE
from tests.support.sample_articles import image, item
from tests.support.shown_page import shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (1100, 1280)
LONG = "人大常委会食堂改造今日通车邻里落幕"
OTHERS = (item(8, "首座海上换流站出海", 700), item(9, "老街七十二家铺面重张", 500))


@pytest.mark.parametrize("characters", [120, 280, 360, 440])
@pytest.mark.parametrize(("rank", "pictures", "words"), [("notice", 2, 160), ("normal", 1, 60)])
def test_no_picture_at_the_head_of_a_column_leaves_a_hole(
    rank: Rank, pictures: int, words: int, characters: int, browser: Browser, tmp_path: Path
) -> None:
    upright = replace(image(600, 800), caption="大桥通车，" * (words // 5))
    told = item(1, "大桥通车", characters, rank=rank, photos=(upright,) * pictures)
    with shown(browser, tmp_path, (told, *OTHERS), WIDTHS[0]) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(MEASURE)["faults"]["holes"] == []


@pytest.mark.parametrize("characters", [200, 240, 280, 320, 360, 400])
@pytest.mark.parametrize("subtitles", [0, 1, 2])
def test_no_upright_title_leaves_a_hole_nor_does_the_text_beside_it(
    subtitles: int, characters: int, browser: Browser, tmp_path: Path
) -> None:
    told = item(1, "老旧小区|冬修水利", characters, vertical=True)
    told = replace(told, subtitle=(Headline((LONG,)),) * subtitles)
    with shown(browser, tmp_path, (told, *OTHERS), WIDTHS[0]) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(MEASURE)["faults"]["holes"] == []
