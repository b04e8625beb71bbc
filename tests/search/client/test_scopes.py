"""From what a reader looks at to a search within it, in either theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.search_visit import Visit, built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module", params=["broadsheet", "tabloid"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    with visited(browser, site) as visit:
        yield visit
        assert visit.complaints == []


@pytest.mark.parametrize(
    ("address", "link", "count"),
    [
        ("2022-04-01/", "检索本期", 8),
        ("2022-04-01/01/", "检索本版", 4),
        ("section/yaowen/2022/", "在“要闻”里检索", 24),
        ("column/shiping/2022/", "在“时评”里检索", 12),
        ("by/yucen-702f/2022/", "在“虞岑”里检索", 24),
    ],
)
def test_a_reader_searches_where_he_is(visit: Visit, address: str, link: str, count: int) -> None:
    visit.page.goto(visit.address + address)
    visit.page.get_by_role("link", name=link).click()
    visit.page.wait_for_url("**/search/?*")

    visit.says(f"找到{count}篇")
    visit.page.fill("#q", "第1篇")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**q=**")
    assert visit.page.locator("#narrow").get_attribute("open") is not None
