"""The search page where it can't search, and whether everybody can use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.support.search_visit import built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("paper"))


def test_without_script_the_page_leads_into_the_archive(browser: Browser, site: Path) -> None:
    with visited(browser, site, java_script_enabled=False) as visit:
        visit.page.goto(f"{visit.address}search/")
        visit.page.wait_for_selector("#unready", state="visible")
        assert not visit.page.is_visible("#find")
        visit.page.click("#unready a")
        visit.page.wait_for_url("**/archive/")


def test_opened_from_a_file_the_page_says_why_it_cannot_search(
    browser: Browser, site: Path
) -> None:
    page = browser.new_page()
    page.goto((site / "search/index.html").as_uri())
    page.locator("main").get_by_text("从磁盘上的文件打开").wait_for()
    page.close()


def test_a_missing_index_is_said_and_not_shown_as_nothing_found(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    manifest = site / "pagefind/bundles.json"
    manifest.rename(tmp_path / "bundles.json")
    try:
        with visited(browser, site) as visit:
            visit.page.goto(f"{visit.address}search/?q=防汛")
            visit.page.wait_for_selector("#unready.now")
            assert "索引没有读到" in visit.page.inner_text("#unready")
    finally:
        (tmp_path / "bundles.json").rename(manifest)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_fault(
    browser: Browser, site: Path, front_end_tools: Path, scheme: str, width: int
) -> None:
    axe = (front_end_tools / "axe-core/axe.min.js").read_text()
    size = {"width": width, "height": 800}
    with visited(browser, site, color_scheme=scheme, viewport=size) as visit:
        visit.year_by_year()
        for query in ("", "防汛演练", "鹦鹉舟上", "2022-04-02", "虞澜朗&year=2021"):
            visit.page.goto(f"{visit.address}search/?q={quote(query, safe='&=')}")
            visit.page.wait_for_selector("#find:not([hidden])")
            visit.page.click("#narrow summary")
            if query:
                visit.said()
                visit.page.wait_for_load_state("networkidle")  # and what comes behind it
            if query == "防汛演练":
                visit.page.locator("#chart button").first.wait_for()
                visit.page.click("#keep summary")
            if query.startswith(("虞", "2022")):
                visit.page.locator("#offers:not(:empty)").wait_for()
            visit.page.evaluate(axe)
            faults = visit.page.evaluate(
                "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                " 'wcag22aa', 'best-practice'] }).then((found) => found.violations.map("
                "({ id, nodes }) => [id, nodes.map((n) => n.html)]))"
            )
            assert faults == [], json.dumps(faults, ensure_ascii=False, indent=1)
            wide = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0
