"""Pagefind's own interfaces work on our search, unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from banxin.search import SearchRecord
from banxin.search.index.pagefind_service import binary
from banxin.search.index.pagefind_service import index as pagefind
from tests.support.search_browser import opened
from tests.support.search_site import articles, index, truth, write_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DAYS = [date(2021, 5, 7), date(2021, 6, 4), date(2022, 2, 4), date(2022, 3, 4)]
COMPONENTS = """<!doctype html><html lang="zh-CN"><title>-</title>
<link rel="stylesheet" href="/paper/pagefind/pagefind-component-ui.css">
<script type="module" src="/paper/pagefind/pagefind-component-ui.js"></script>
<pagefind-input></pagefind-input><pagefind-summary></pagefind-summary>
<pagefind-filter-pane></pagefind-filter-pane><pagefind-results></pagefind-results>"""


@pytest.fixture(scope="module")
def records() -> list[SearchRecord]:
    return articles(60, DAYS)


@pytest.fixture(scope="module")
def page(
    browser: Browser, records: list[SearchRecord], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("paper") / "site"
    index(records, site)
    write_pages(records, site)
    nothing = {"url": "/", "language": "und", "content": "-", "meta": {}, "filters": {}}
    for path, data in pagefind(binary(), [nothing]).items():
        if "component-ui" in path:  # as Pagefind brings it
            (site / "pagefind" / path).write_bytes(data)
    (site / "components.html").write_text(COMPONENTS)
    with opened(browser, site) as page:
        yield page


def found(page: Page, call: str) -> dict[str, Any]:
    result: dict[str, Any] = page.evaluate(
        f"""async () => {{
          const pagefind = await import("./pagefind/pagefind.js");
          const answer = await {call};
          const data = await Promise.all(answer.results.map((result) => result.data()));
          return {{ ...answer, results: data }};
        }}"""
    )
    return result


def urls(answer: dict[str, object]) -> set[str]:
    results = answer["results"]
    assert isinstance(results, list)
    return {result["url"].removeprefix("/paper") for result in results}


def test_the_component_ui_shows_exact_results(page: Page, records: list[SearchRecord]) -> None:
    some = next(r for r in records if r.authors)
    page.goto(page.url.replace("blank", "components"))
    page.locator("pagefind-input input").fill(some.authors[0])
    page.wait_for_selector("pagefind-results mark")
    texts = page.locator("pagefind-results a").evaluate_all("all => all.map(a => a.pathname)")
    wanted = truth(some.authors[0], records)
    assert {text.removeprefix("/paper") for text in texts} <= wanted
    assert str(len(wanted)) in page.inner_text("pagefind-summary")
    marks = set(page.locator("pagefind-results mark").all_inner_texts())
    assert marks == {some.authors[0]}
    assert "版次" in page.inner_text("pagefind-filter-pane")
    page.goto(page.url.replace("components", "blank"))


def test_search_answers_as_pagefind_does(page: Page, records: list[SearchRecord]) -> None:
    answer = found(page, 'pagefind.search("2022年")')
    assert urls(answer) == truth("2022年", records)
    assert answer["unfilteredResultCount"] == len(truth("2022年", records))
    first = answer["results"][0]
    assert "<mark>2022年</mark>" in first["excerpt"]
    assert first["meta"]["title"]
    assert first["sub_results"][0]["url"] == first["url"]


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        ("{ 年份: '2021' }", lambda r: r.day < "2022"),
        ("{ 版次: { any: ['01', '02'] } }", lambda r: r.page in (1, 2)),
        (
            "{ not: { 栏目: '要闻' }, 年份: ['2022'] }",
            lambda r: r.section != "要闻" and r.day > "2022",
        ),
    ],
)
def test_pagefinds_filters_are_understood(
    page: Page, records: list[SearchRecord], filters: str, fits: object
) -> None:
    assert callable(fits)
    answer = found(page, f'pagefind.search("的", {{ filters: {filters} }})')
    assert urls(answer) == truth("的", [r for r in records if fits(r)])


def test_filters_are_counted(page: Page, records: list[SearchRecord]) -> None:
    counts = page.evaluate(
        'async () => (await import("./pagefind/pagefind.js")).filters().then((all) => all["年份"])'
    )
    assert counts == {"2021": 30, "2022": 30}


def test_everything_can_be_listed_oldest_first(page: Page, records: list[SearchRecord]) -> None:
    answer = found(page, "pagefind.createInstance().search(null, { sort: { date: 'asc' } })")
    days = [result["meta"]["date"] for result in answer["results"]]
    assert len(days) == 60
    assert days == sorted(days)


def test_an_older_search_gives_way_to_a_newer(page: Page) -> None:
    answers = page.evaluate(
        """async () => {
          const { debouncedSearch } = await import("./pagefind/pagefind.js");
          const [first, second] = [debouncedSearch("大", {}, 20), debouncedSearch("的", {}, 20)];
          return [await first, (await second).results.length > 0];
        }"""
    )
    assert answers == [None, True]
