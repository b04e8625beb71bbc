"""The tabloid's pages as a browser sets them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from banxin.model.kinds import KINDS
from tests.support import themed_paper
from tests.support.search_server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = """() => [...document.querySelectorAll('.card h2')]
  .map((title) => parseFloat(getComputedStyle(title).fontSize))"""
LINES = """() => [...document.querySelectorAll('.contents li')]
  .map((title) => title.getBoundingClientRect().top)"""


def built(root: Path, first: str) -> Path:
    """A page of two stories; ``first``: fields of the one that stands first."""
    stories = {
        "01-01-a.md": f"---\ntitle: 讣告\n{first}---\n正文。\n",
        "01-02-b.md": "---\ntitle: 请装个红绿灯\n---\n正文。\n",
    }
    return themed_paper.built(root, "tabloid", stories)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", [kind.key for kind in KINDS if not kind.enlarged])
def test_what_is_not_to_be_enlarged_opens_a_page_with_an_ordinary_title(
    kind: str, width: int, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    with served(built(tmp_path, f"kind: {kind}\n")) as address:
        page.goto(address + "2026-11-28/01/")
        first, second = page.evaluate(SIZES)
        assert first == second
    page.close()


def test_news_and_what_the_editor_made_the_lead_open_a_page_with_the_largest_title(
    browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    for n, fields in enumerate(("", "kind: 讣告\nrank: 头条\n")):
        with served(built(tmp_path / str(n), fields)) as address:
            page.goto(address + "2026-11-28/01/")
            first, second = page.evaluate(SIZES)
            assert first > 2 * second
    page.close()


def test_each_title_of_a_page_has_a_line_of_its_own(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    with served(built(tmp_path, "")) as address:
        page.goto(address + "2026-11-28/01/")
        first, second = page.evaluate(LINES)
        assert first < second
    page.close()


def test_thirty_stories_with_long_titles_take_ten_screens(browser: Browser, tmp_path: Path) -> None:
    title = "今日第二十三次护航江城举行食堂会议中小学惠民生铁路大桥通宵自习运动会落幕乡村振兴"
    text = "昨日，市民代表召开专题会议研究部署，请广大市民注意出行安全。"
    stories = {
        f"01-{n:02}-a.md": f"---\ntitle: {title}{n}\nkicker: 迎新春\n---\n{text * 3}\n"
        for n in range(1, 31)
    }
    page = browser.new_page(viewport={"width": 390, "height": 844})
    with served(themed_paper.built(tmp_path, "tabloid", stories)) as address:
        page.goto(address + "2026-11-28/01/")
        high = page.evaluate("document.documentElement.scrollHeight")
    page.close()
    assert high <= 8440
