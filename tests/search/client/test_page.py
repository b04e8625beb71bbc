"""The search page as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.search_visit import Gate, Visit, built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route


CHOICES = ("year", "page", "section", "column", "by")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("paper"))


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    """A reader, at the end of whose visit nothing was refused by the page's own CSP."""
    with visited(browser, site) as visit:
        yield visit
        assert visit.complaints == []


def test_typing_finds_marks_counts_and_changes_the_address(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}search/")
    visit.page.wait_for_selector("#find:not([hidden])")
    visit.page.locator("#q").press_sequentially("防汛演练", delay=10)
    visit.says("找到48篇")
    assert visit.page.get_attribute("#count", "aria-live") == "polite"
    first = visit.page.locator("#found li").first
    assert first.locator("mark").first.inner_text() == "防汛演练"
    assert re.search(r"20\d\d年\d+月\d+日\s+第[12]版\s+记者 (虞岑|褚汀)", first.inner_text())
    assert visit.asked() == {"q": ["防汛演练"]}
    assert visit.page.title().startswith("防汛演练：检索")


def test_the_choices_are_known_before_a_search(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}search/")
    visit.page.wait_for_selector("#find:not([hidden])")
    choices = {name: visit.page.locator(f"#{name} option").all_text_contents() for name in CHOICES}
    assert choices == {
        "year": ["全部", "2022（24）", "2021（16）", "2020（8）"],
        "page": ["全部", "第1版（24）", "第2版（24）"],
        "section": ["全部", "民生（24）", "要闻（24）"],
        "column": ["全部", "时评（12）"],
        "by": ["全部"],
    }
    visit.page.click("#narrow summary")
    assert visit.page.is_visible("#section")
    assert visit.page.is_visible("#column")
    assert not visit.page.is_visible("#kind")  # the paper has none


def test_back_returns_to_the_search_before(visit: Visit) -> None:
    visit.search("虞澜朗")
    visit.page.fill("#q", "第3篇")
    visit.page.keyboard.press("Enter")
    visit.says("找到6篇")
    visit.page.go_back()
    visit.says("找到1篇")
    assert visit.page.input_value("#q") == "虞澜朗"
    visit.page.locator("#found h3 a").click()
    visit.page.wait_for_url("**/2022-03-04/**")
    visit.page.go_back()
    visit.says("找到1篇")
    assert len(visit.titles()) == 1


def test_a_search_can_be_sent_to_someone(visit: Visit) -> None:
    visit.search("防汛", by="褚汀", section="民生", page="1", order="new", **{"from": "2022-03-05"})
    assert visit.said() == "2022年里找到8篇。" or "找到8篇" in visit.said()
    assert visit.page.input_value("#by") == "褚汀"
    assert visit.page.locator("#narrow").get_attribute("open") is not None
    days = visit.page.locator("#found time").all_inner_texts()
    assert days == ["2022年4月1日"] * 4 + ["2022年3月11日"] * 4


def test_filters_combine_and_say_how_many_they_leave(visit: Visit) -> None:
    visit.year_by_year()
    visit.search("防汛演练")
    visit.page.click("#narrow summary")
    visit.page.wait_for_selector("#by option[value=虞岑]", state="attached")
    assert "褚汀（12）" in visit.page.locator("#by option").all_inner_texts()
    years = ["全部", "2022（24）", "2021", "2020"]  # of the others it isn't known yet
    assert visit.page.locator("#year option").all_inner_texts() == years
    visit.page.select_option("#by", "虞岑")
    visit.says("找到12篇")
    visit.page.wait_for_function(
        "() => document.querySelector('#year').options[1].text === '2022（12）'"
    )
    visit.page.wait_for_function(
        "() => [...document.querySelectorAll('#section option')].every(o => !/民生/.test(o.text))"
    )
    assert "褚汀（12）" in visit.page.locator("#by option").all_inner_texts()
    columns = visit.page.locator("#column option").all_inner_texts()
    assert columns == ["全部"]  # 虞岑 has written nothing for the other
    visit.page.fill("#to", "2022-03-10")
    visit.page.dispatch_event("#to", "change")
    visit.says("找到4篇")
    assert visit.asked() == {"q": ["防汛演练"], "by": ["虞岑"], "to": ["2022-03-10"]}
    visit.page.click("#everything")
    visit.says("找到24篇")


def test_the_count_stays_while_the_choices_are_still_being_counted(visit: Visit) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    visit.page.route("**/facets.json", hold)
    visit.page.clock.install(time=0)
    visit.page.clock.pause_at(1)
    with visit.page.expect_request("**/facets.json"):
        visit.search("防汛演练", year="2022")
    visit.page.clock.run_for(1000)
    assert visit.page.inner_text("#count") == "2022年里找到24篇。"
    assert held
    for route in held:
        route.continue_()
    visit.page.wait_for_function("() => /（12）/.test(document.querySelector('#by').textContent)")


def test_once_a_page_is_full_older_years_are_read_only_when_asked_for(visit: Visit) -> None:
    visit.year_by_year()
    visit.search("防汛演练")
    assert visit.said() == "2022年里找到24篇。"
    assert not [path for path in visit.requests if "/pagefind/2021" in path]
    assert visit.page.inner_text("#older") == "再查2021年"
    visit.scroll(24)  # what comes by scrolling moves the button from under a click
    first = visit.titles()
    visit.page.click("#older")
    visit.says("2021—2022年里找到40篇")
    assert not [path for path in visit.requests if "/pagefind/2020" in path]
    visit.scroll(40)
    visit.page.click("#older")
    visit.says("找到48篇")
    assert visit.page.locator("#found h2").all_inner_texts() == ["2022年", "2021年", "2020年"]
    assert visit.titles()[:24] == first
    assert not visit.page.is_visible("#older")


def test_what_no_new_year_has_is_looked_for_in_all(visit: Visit) -> None:
    visit.search("鹦鹉洲")
    assert "找到1篇" in visit.said()
    visit.search("鹦鹉舟上")
    assert "没有一篇含有这些字" in visit.said()
    assert visit.page.inner_text("#found h2") == "没有完全相同的，下面这些只是相近"


def test_days_before_the_first_issue_find_nothing(visit: Visit) -> None:
    visit.search("防汛演练", to="1999-12-31")
    assert "没有找到" in visit.said()


def test_more_come_when_the_reader_scrolls_or_asks(visit: Visit) -> None:
    visit.search("防汛演练", year="2022")
    assert len(visit.titles()) < 24
    visit.scroll(24)
    assert len(visit.titles()) == 24
    assert not visit.page.is_visible("#more")


def test_results_stand_in_their_order_though_they_come_in_another(visit: Visit) -> None:
    gate = Gate(visit.page)
    visit.page.goto(f"{visit.address}search/?q=防汛&by=虞岑&order=new")
    visit.says_at_once("找到24篇。")
    gate.wait_for(6)
    gate.let_in(first=4)
    visit.scroll(24)
    days = visit.page.locator("#found time").evaluate_all("all => all.map(t => t.dateTime)")
    assert days == sorted(days, reverse=True)


def test_the_count_is_said_before_any_result_was_read(visit: Visit) -> None:
    gate = Gate(visit.page)
    visit.page.goto(f"{visit.address}search/?q=防汛演练")
    visit.says_at_once("找到48篇。")
    assert visit.titles() == []
    gate.wait_for(6)
    gate.held.pop(0).continue_()
    visit.page.wait_for_function("() => document.querySelectorAll('#found h3').length === 1")
    gate.let_in()


def test_newest_first_is_right_across_bundles(visit: Visit) -> None:
    visit.search("防汛演练", order="new")
    visit.scroll(48)
    days = visit.page.locator("#found time").evaluate_all("all => all.map(t => t.dateTime)")
    assert days == sorted(days, reverse=True)


def test_the_keyboard_reaches_everything(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}search/")
    visit.page.wait_for_selector("#find:not([hidden])")
    assert visit.focused() == "q"
    visit.page.keyboard.type("虞澜朗")
    visit.page.keyboard.press("Enter")
    visit.says("找到1篇")
    visit.down()
    assert "/2022-03-04/01/03/" in visit.focused() or "/2022-03-04/02/03/" in visit.focused()
    visit.page.keyboard.press("ArrowUp")
    visit.page.wait_for_selector("#q:focus")
    visit.down()
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector("#q:focus")
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_function("() => document.querySelector('#q').value === ''")
    visit.page.wait_for_function("() => !document.querySelector('#found li')")
    seen = set()
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        seen.add(visit.page.evaluate("document.activeElement.tagName"))
    assert {"BUTTON", "SUMMARY", "SELECT"} <= seen


def test_a_column_is_a_filter_with_counts(visit: Visit) -> None:
    visit.search("防汛演练", column="时评", section="民生")
    assert "找到12篇" in visit.said()
    visit.page.wait_for_function(
        "() => document.querySelector('#column').options[1].text === '时评（12）'"
    )
    visit.page.select_option("#column", "")
    visit.says("找到24篇")
    visit.search("防汛演练", column="时评", section="要闻")
    assert "没有找到" in visit.said()
    visit.page.get_by_role("button", name="不限“版块”，有12篇").click()
    visit.says("找到12篇")


def test_pinyin_results_have_their_own_heading(visit: Visit) -> None:
    visit.search("yucen")
    assert "按拼音找到24篇" in visit.said()
    assert visit.page.inner_text("#found h2") == "2020—2022年，按拼音找到的"
    assert "虞岑" in visit.page.locator("#found mark").all_inner_texts()
    visit.page.click("#narrow summary")
    visit.page.wait_for_selector("#by option[value=虞岑]", state="attached")
    for name, choices in {"by": ["虞岑（24）"], "section": ["要闻（24）"]}.items():
        assert visit.page.locator(f"#{name} option").all_text_contents() == ["全部", *choices]
    visit.page.select_option("#section", "要闻")
    visit.says("按拼音找到24篇")
