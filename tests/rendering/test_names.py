"""A list of names on a telephone: none is cut at the edge, and nothing moves sideways."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import themed_paper
from tests.support.search_server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LINES = (
    "一等奖：张三、李四、欧阳修、阿不都热合曼买买提·吐尔逊",
    "二等奖：王**、阿不都热西提·买买提",
    "三等奖：玛依古丽·阿不都热合曼·吐尔逊",
)
# what is wider than the room that it has
BEYOND = """() => [...document.querySelectorAll('html, article, .txt, .names')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)"""
INSIDE = """() => [...document.querySelectorAll('.names span')].every((name) => {
  const range = document.createRange();
  range.selectNodeContents(name);
  const grid = name.parentElement.getBoundingClientRect();
  return range.getBoundingClientRect().right < grid.right + 1;
})"""


def built(root: Path, theme: str) -> Path:
    text = "---\ntitle: 获奖名单\nkind: 名单\n---\n" + "\n".join(LINES) + "\n"
    return themed_paper.built(root, theme, {"01-01-a.md": text})


@pytest.mark.parametrize("theme", ["broadsheet", "tabloid"])
def test_a_long_name_is_whole_and_moves_no_page(
    theme: str, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    with served(built(tmp_path, theme)) as address:
        for place in ("2026-11-28/01/01/", *(["2026-11-28/01/"] if theme == "broadsheet" else [])):
            page.goto(address + place)
            for width in (320, 390, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.locator(".names span").count() == 7
                assert page.evaluate(BEYOND) == []
                assert page.evaluate(INSIDE)
    page.close()


NARROW = "document.querySelector('.txt').className = 'txt c4'"
ABREAST = """() => getComputedStyle(document.querySelector('.names'))
  .gridTemplateColumns.split(' ').length"""


def test_on_a_narrower_desk_a_column_still_holds_four_names_side_by_side(
    browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 800})
    with served(built(tmp_path, "broadsheet")) as address:
        page.goto(address + "2026-11-28/01/")
        page.evaluate(NARROW)
        assert page.evaluate(ABREAST) >= 4
    page.close()
