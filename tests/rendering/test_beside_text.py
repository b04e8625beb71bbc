"""What stands beside a text, a picture or an upright title, ends about where the text does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup
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


def test_an_upright_title_stands_beside_no_text_that_one_character_more_a_line_makes_short(
    browser: Browser, tmp_path: Path
) -> None:
    title = "会议邻里通宵自习|二〇二六年十日惠民生|人大常委会会议|图书馆运动会|江城食堂通车"
    lengths = (51,) * 7 + (30,)  # three lines of eighteen characters each, or four of seventeen
    html = Markup("".join(f"<p>{'桥' * length}</p>" for length in lengths))
    told = replace(item(1, title, sum(lengths), vertical=True), body=html, wide=True)
    told = replace(told, byline=(), dateline="")
    with shown(browser, tmp_path, (told, *OTHERS), 1280) as page:
        assert page.evaluate(MEASURE)["faults"]["holes"] == []


@pytest.mark.parametrize("width", [768, 960])
def test_no_short_caption_leaves_a_hole_below_a_portrait_of_the_dead(
    width: int, browser: Browser, tmp_path: Path
) -> None:
    photos = tuple(replace(image(600, 800), caption=words) for words in ("", LONG * 6))
    told = replace(item(1, "讣告", 130, rank="box", photos=photos), kind="obituary")
    with shown(browser, tmp_path, (told, *OTHERS), width) as page:
        assert page.evaluate(MEASURE)["faults"]["holes"] == []


CELLS = "<td>王秀英</td><td>江边街道办事处</td><td>12.26秒</td>" * 2
FOOT = """() => [...document.querySelectorAll('.signed')].map((line) => {
  const {left, top} = line.getBoundingClientRect();
  return [left, top];
})"""


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("rows", [3, 9])
def test_who_signed_below_a_table_stands_in_one_place(
    rows: int, columns: int, browser: Browser, tmp_path: Path
) -> None:
    cells = CELLS[: len(CELLS) // 2] if columns == 1 else CELLS
    table = f'<div class="table"><table>{f"<tr>{cells}</tr>" * rows}</table></div>'
    signed = '<p class="signed">县水务局</p>\n<p class="signed">2026年11月24日</p>\n'
    html = Markup(f"<p>{LONG}，{LONG}。</p>\n{table}\n{signed}")
    told = replace(item(1, "大桥通车", 60, columns=2), body=html, wide=True)
    with shown(browser, tmp_path, (told, *OTHERS), 1280) as page:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            (x, first), (other, second) = page.evaluate(FOOT)
            assert x == other
            assert first < second
