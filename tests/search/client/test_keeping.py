"""What a reader takes along: the address of a search, and its results as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.search_visit import ARTICLES, Visit, built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("paper"))


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    with visited(browser, site) as visit:
        yield visit


def unfold(visit: Visit) -> None:
    """Once all is there: what comes behind moves it while it is clicked."""
    visit.page.wait_for_load_state("networkidle")
    kept = visit.page.locator("details", has_text="留存这次检索")
    kept.locator("summary").click()
    if kept.get_attribute("open") is None:  # it moved all the same
        kept.locator("summary").click()


def table(visit: Visit) -> list[dict[str, str]]:
    unfold(visit)
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="存为表格").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_all_results_come_as_a_table_with_citations(visit: Visit) -> None:
    visit.search("防汛演练", by="虞岑", year="2022", order="new")
    rows = table(visit)

    assert len(rows) == 12
    first = rows[0]
    shown = visit.titles()
    assert [row["标题"] for row in rows][: len(shown)] == shown
    assert first["日期"] == "2022-04-01"
    assert first["署名"] == "记者 虞岑"
    assert first["网址"].startswith(f"{visit.address}2022-04-01/")
    page = f"江城晨报，2022-04-01（{first['版次']}）"
    assert first["引文"] == f"虞岑. {first['标题']}[N/OL]. {page}. {first['网址']}"


def test_what_could_not_be_read_is_said_and_has_its_address(visit: Visit) -> None:
    visit.page.route(ARTICLES, lambda route: route.abort())
    visit.search("虞澜朗")
    (row,) = table(visit)

    assert (row["标题"], row["日期"]) == ("", "2022-03-04")
    visit.page.get_by_text("有1篇没有读到").wait_for()


def test_the_address_of_a_search_can_be_copied(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.search("虞澜朗", year="2022")
    unfold(visit)
    visit.page.get_by_role("button", name="复制网址").click()
    visit.page.get_by_text("网址已复制").wait_for()
    assert visit.page.evaluate("navigator.clipboard.readText()") == visit.page.url
    assert "要有服务器" in visit.page.inner_text("#keep")


def test_what_the_browser_refuses_is_said_and_takes_nothing_away(visit: Visit) -> None:
    visit.search("虞澜朗")
    visit.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    unfold(visit)
    visit.page.get_by_role("button", name="复制网址").click()
    visit.page.get_by_text("没有做成").wait_for()
    assert len(visit.titles()) == 1


def test_nothing_found_leaves_nothing_to_keep(visit: Visit) -> None:
    visit.search("鼍鼋鼍鼋")
    assert not visit.page.is_visible("#keep")
