"""What a printer gets: the code beside the title, tags that can be read, a tabloid's own sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.support.search_server import served
from tests.support.search_site import BASE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = "content/issues/2026/2026-11-28"
TEXT = "市水务局昨日通报，入冬以来全市水利集中修缮已完成土石方126万立方米，三处险工段提前销号。"
PAPER = (
    "name: 江城晨报\nsections: {yaowen: 要闻}\ncolumns: {shiping: 时评}\n"
    f"base_url: https://example.org{BASE}\ntheme: "
)
A4 = (595, 842)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the paper in each theme."""
    with ExitStack() as stack:
        folders = {theme: tmp_path_factory.mktemp(theme) for theme in ("broadsheet", "tabloid")}
        yield {
            theme: stack.enter_context(served(built(root, theme)))
            for theme, root in folders.items()
        }


def built(root: Path, theme: str) -> Path:
    story = f"---\ntitle: 三处险工段提前销号\ncolumn: 时评\n---\n{TEXT * 2}\n" + f"{TEXT}\n" * 40
    files = {
        "content/paper.yml": f"{PAPER}{theme}\n",
        f"{FOLDER}/issue.md": "---\npages: [{name: 要闻}]\n---\n",
        f"{FOLDER}/01-01-a.md": story,
    }
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    build(Project(root), Options(root / "output", search=False))
    return root / "output"


@pytest.fixture
def story(browser: Browser, sites: dict[str, str]) -> Iterator[Page]:
    """The broadsheet's story as a printer gets it."""
    page = browser.new_page(viewport={"width": 657, "height": 1000})  # A4 without its margins
    page.emulate_media(media="print")
    page.goto(f"{sites['broadsheet']}2026-11-28/01/01/")
    yield page
    page.close()


def test_the_code_stands_beside_the_title_where_no_text_pushes_it_away(story: Page) -> None:
    code, title, text = (
        story.locator(place).first.bounding_box() for place in (".qr", "h1", ".txt")
    )
    assert code
    assert title
    assert text
    assert code["y"] + code["height"] <= text["y"]
    assert code["x"] >= title["x"] + title["width"]


def test_a_column_s_tag_is_dark_on_paper(story: Page) -> None:
    color = story.locator(".column a").evaluate("tag => getComputedStyle(tag).color")
    assert color == "rgb(0, 0, 0)"


@pytest.mark.parametrize("theme", ["broadsheet", "tabloid"])
def test_a_page_and_a_story_are_printed_within_a_sheet_s_width(
    theme: str, browser: Browser, sites: dict[str, str]
) -> None:
    page = browser.new_page(viewport={"width": 657, "height": 1000})
    page.emulate_media(media="print")
    for place in ("2026-11-28/01/", "2026-11-28/01/01/"):
        page.goto(f"{sites[theme]}{place}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 657
    page.close()


def test_a_tabloid_says_which_paper_it_is_printed_on(
    browser: Browser, sites: dict[str, str]
) -> None:
    page = browser.new_page()
    page.goto(f"{sites['tabloid']}2026-11-28/01/01/")
    found = re.search(rb"/MediaBox\s*\[([^\]]*)\]", page.pdf(prefer_css_page_size=True))
    page.close()
    assert found
    assert tuple(round(float(n)) for n in found[1].split()[2:]) == A4
