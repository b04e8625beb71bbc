"""Pages stay light: the sizes, as sent by a server that compresses, to which the theme is held."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import Address, Sites
from .faults import expect_none
from .sites import KINDS, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Response

FRONT, ARTICLE, FRAME, STYLE, SCRIPT = (1024 * limit for limit in (15, 8, 5, 6, 10))
ALL_OF_SEARCH = 14 * 1024
LONG = 2500  # characters; a story of a whole page has more, and they weigh two bytes each
TEXT = re.compile(r'<div class="txt">.*?</div>', re.DOTALL)


@pytest.mark.parametrize("paper", KINDS)
def test_a_page_of_up_to_fourteen_articles_weighs_at_most_15_kib(sites: Sites, paper: str) -> None:
    site = sites(paper, "/paper/")
    pages = [
        page for kind in ("home", "issue", "page", "plate") for page in site.kinds.get(kind, ())
    ]

    expect_none(_heavier({page: site.html(page) for page in pages}, FRONT))


@pytest.mark.parametrize("paper", KINDS)
def test_an_article_of_up_to_2500_characters_weighs_at_most_8_kib(sites: Sites, paper: str) -> None:
    pages = _articles(sites(paper, "/paper/"))
    usual = {page: html for page, html in pages.items() if len("".join(TEXT.findall(html))) <= LONG}

    assert len(usual) > len(pages) / 2
    expect_none(_heavier(usual, ARTICLE))


@pytest.mark.parametrize("paper", KINDS)
def test_all_around_the_text_of_an_article_weighs_at_most_5_kib(sites: Sites, paper: str) -> None:
    pages = _articles(sites(paper, "/paper/"))

    expect_none(_heavier({page: TEXT.sub("", html) for page, html in pages.items()}, FRAME))


def test_the_stylesheet_weighs_at_most_6_kib(sites: Sites) -> None:
    assert 0 < _weight(_asset(sites, "style.css")) <= STYLE


def test_the_scripts_of_a_page_weigh_at_most_10_kib(sites: Sites) -> None:
    scripts = (sites("example", "/").folder / "assets").glob("*.js")
    weights = [_weight(script.read_text(encoding="utf-8")) for script in scripts]

    assert weights
    assert sum(weights) <= SCRIPT


@pytest.mark.parametrize("query", ["衢江", "qujiang", "衢江 -会议", "记者：刘威"])
def test_all_scripts_of_a_first_search_weigh_at_most_10_kib_beside_pagefinds_own(
    browser: Browser, sites: Sites, address: Address, query: str
) -> None:
    site = sites("example", "/paper/")
    loaded: dict[str, int] = {}
    page = browser.new_page()

    def weigh(response: Response) -> None:
        if response.url.endswith(".js") and "/engine-" not in response.url:
            loaded[response.url.rsplit("/", 1)[1]] = _weight(response.text())

    page.on("response", weigh)
    page.goto(f"{address(site)}search/?q={query}")
    page.locator("#found a").first.wait_for()
    page.close()

    for later in ("reading.js", "behind.js"):  # no part of it, or behind results
        loaded.pop(later, None)
    print(loaded, sum(loaded.values()))
    assert loaded.keys() >= {"everywhere.js", "paper.js"}
    assert sum(loaded.values()) <= SCRIPT


def test_all_scripts_that_a_search_ever_loads_weigh_at_most_14_kib(sites: Sites) -> None:
    scripts = {f.name: f.read_text("utf-8") for f in _search(sites).glob("*.js")}
    # for articles, and for pages of another make
    of_others = {"mark.js", "page.js", "pagefind.js", "text.js"}
    weights = {name: _weight(text) for name, text in scripts.items() if name not in of_others}

    assert weights.keys() == {"everywhere.js", "paper.js", "behind.js"}
    assert sum(weights.values()) <= ALL_OF_SEARCH, weights


def _search(sites: Sites) -> Path:
    return Path(sites("example", "/").folder, "pagefind")


def _asset(sites: Sites, name: str) -> str:
    return Path(sites("example", "/").folder, "assets", name).read_text(encoding="utf-8")


def _articles(site: Site) -> dict[str, str]:
    kinds = (site.kinds.get(kind, ()) for kind in ("article", "withdrawn"))
    return {page: site.html(page) for pages in kinds for page in pages}


def _heavier(pages: dict[str, str], limit: int) -> list[str]:
    weights = {page: _weight(html) for page, html in pages.items()}
    return [f"{page}: {weight} bytes" for page, weight in weights.items() if weight > limit]


def _weight(text: str) -> int:
    """Bytes, compressed."""
    return len(gzip.compress(text.encode(), 9))
