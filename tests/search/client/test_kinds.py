"""A search finds news; an advertisement is found by who asks for advertisements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from banxin.search import SearchRecord
from tests.support.kinds_paper import built_kinds
from tests.support.search_browser import ask, opened
from tests.support.search_server import served
from tests.support.search_site import BASE, index

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RECORDS = [
    SearchRecord("/2022-04-01/01/01/", "2022-04-01", 1, "要闻", "大桥通车"),
    SearchRecord("/2022-04-01/01/02/", "2022-04-01", 1, "要闻", "大桥边的房子", kind="诗"),
    SearchRecord(
        "/2022-04-01/01/03/", "2022-04-01", 1, "要闻", "大桥牌香烟", kind="广告", searched=False
    ),
]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("paper") / "site"
    index(RECORDS, site)
    with opened(browser, site) as page:
        yield page


def found(page: Page, **wanted: str) -> list[str]:
    (answer,) = ask(page, "大桥", **wanted)
    return [url[-4:-1] for url in answer["exact"]]


def test_an_advertisement_is_found_only_by_who_asks(page: Page) -> None:
    assert found(page) == ["/01", "/02"]
    assert found(page, kind="广告") == ["/03"]
    assert found(page, kind="诗") == ["/02"]


def test_the_form_offers_the_kinds_that_the_paper_has(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = built_kinds(tmp_path_factory.mktemp("kinds"), base_url=f"https://example.org{BASE}")
    context = browser.new_context()
    with served(site) as address:
        page = context.new_page()
        page.goto(f"{address}search/?q=题目&kind=广告")
        page.locator("#found h3").first.wait_for()
        assert page.locator("#found li h3").all_inner_texts() == ["题目advertisement"]
        assert page.locator("#kind").is_visible()
        page.goto(f"{address}search/?q=题目")
        page.locator("#found h3").first.wait_for()
        assert "题目advertisement" not in page.locator("#found").inner_text()
        page.get_by_role("button", name="“广告”里有1篇").click()
        page.wait_for_url("**kind=**")
        page.locator("#found h3", has_text="题目advertisement").wait_for()
        page.goto(f"{address}search/?q=advertisement")  # in nothing else
        page.get_by_role("button", name="“广告”里有1篇").wait_for()
    context.close()
