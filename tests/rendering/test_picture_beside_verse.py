"""The only picture of a poem stands beside it, and the poem halfway up the picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from banxin.layout import arrange
from banxin.site.kind_bodies import shaped
from banxin.site.views import Item
from tests.evenings.script import MEASURE
from tests.support.metrics import BROADSHEET
from tests.support.sample_articles import image, item
from tests.support.shown_page import shown
from tests.support.shown_share import SHARES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STANZA = (
    "<p>江水流过城关镇，<br>\n柑橘红了半面山，<br>\n渡口的灯一盏盏，<br>\n照着夜归的行人。</p>\n"
)
OTHERS = (item(8, "首座海上换流站出海", 700), item(9, "老街七十二家铺面重张", 500))
BOXES = """() => [...document.querySelectorAll('.kind-poem :is(img, .txt)')].map((e) => {
  const {left, right, top, bottom} = e.getBoundingClientRect();
  return {left, right, top, bottom};
})"""


def poem(stanzas: int, pictures: int = 1, high: int = 800) -> Item:
    photos = (image(600, high),) * pictures
    told = replace(item(1, "江边", 28 * stanzas, photos=photos), byline=())
    body = shaped("poem", Markup(STANZA * stanzas))
    return replace(told, kind="poem", dateline="", body=body)


@pytest.mark.parametrize("width", [1100, 1280])
@pytest.mark.parametrize(("stanzas", "high"), [(2, 450), (3, 800)])
def test_the_only_picture_stands_beside_the_poem(
    stanzas: int, high: int, width: int, browser: Browser, tmp_path: Path
) -> None:
    with shown(browser, tmp_path, (poem(stanzas, high=high), *OTHERS), width) as page:
        picture, verse = page.evaluate(BOXES)
        faults, ((share, _),) = page.evaluate(MEASURE)["faults"], page.evaluate(SHARES)
        assert faults["overlap"] == faults["overflow"] == faults["holes"] == []
    assert picture["right"] < verse["left"]
    assert share >= 0.66
    middle = (verse["top"] + verse["bottom"]) / 2
    assert picture["top"] < middle < picture["bottom"]


@pytest.mark.parametrize("width", [390, 768])
def test_where_there_is_no_room_it_stands_above(
    width: int, browser: Browser, tmp_path: Path
) -> None:
    with shown(browser, tmp_path, (poem(2), *OTHERS), width) as page:
        picture, verse = page.evaluate(BOXES)
    assert picture["bottom"] < verse["top"]


def test_it_stands_beside_no_poem_if_more_than_a_third_of_it_would_be_cut_off() -> None:
    told = replace(poem(1), wide=True)
    (row, *_) = arrange((told, *OTHERS), "inside", BROADSHEET)
    assert [p.picture for p in row.blocks[0].items] == ["top"]
