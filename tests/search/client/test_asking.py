"""What can be typed beside words: signs, fields, a day, an issue's number; and what is offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from banxin.search import SearchRecord
from tests.support.search_browser import ask, opened
from tests.support.search_site import Writer, index
from tests.support.search_visit import Visit, built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FILLER = Writer("filler", plain=True).paragraphs(3)


def story(n: int, title: str, body: str, by: str = "", section: str = "要闻") -> SearchRecord:
    names = tuple(by.split())
    line = f"记者 {by}" if by else ""
    url = f"/2021-03-0{n}/0{n % 2 + 1}/{n}/"
    return SearchRecord(
        url, f"2021-03-0{n}", n % 2 + 1, section, title, body=body, byline=line, authors=names
    )


RECORDS = [
    story(1, "鹿鸣桥通车", "今天通车。", "虞岑"),
    story(2, "望潮街道见闻", f"有人说起鹿鸣桥。{FILLER}后来又说起青石镇的事。", "虞岑 褚汀"),
    story(3, "一周简报", f"鹿鸣桥和青石镇都有消息。{FILLER}", "褚汀", "农村"),
    replace(story(4, "青石镇开集", "青石镇开集。", section="农村"), page_name="理论评论"),
    replace(story(6, "老城", "无事。"), more=("时评集", "乌篷船应为七条"), column="三衢论坛"),
    story(5, "不相干", "５月１日起Wi-Fi全开，比分3:2。"),
]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("paper") / "site"
    index(RECORDS, site)
    with opened(browser, site) as page:
        yield page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("paper"))


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    with visited(browser, site) as visit:
        yield visit


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("鹿鸣桥 -青石镇", [1]),
        ("鹿鸣桥 －青石镇", [1]),
        ('鹿鸣桥 -"青石镇都有"', [1, 2]),
        ("-鹿鸣桥", [1, 2, 3]),  # nothing is wanted: a piece of a text that begins so
        ("-Fi全开", [5]),
        ("开集 OR 通车", [1, 4]),
        ("开集 ＯＲ 通车 -虞岑", [4]),
        ("青石镇 鹿鸣桥 OR 开集", [2, 3, 4]),
        ("标题:鹿鸣桥", [1]),
        ("标题：青石镇", [4]),
        ("-标题：鹿鸣桥 鹿鸣桥", [2, 3]),
        ("记者：虞岑", [1, 2]),
        ("记者:褚 鹿鸣桥", [2, 3]),
        ("-记者：虞岑 鹿鸣桥", [3]),
        ("栏目：农村", [3, 4]),
        ("栏目：三衢", [6]),  # a column
        ("栏目：农村 OR 栏目：三衢论坛", [3, 4, 6]),
        ("-栏目：三衢论坛 无事 OR 通车", [1]),
        ("版块：农村", [3, 4]),
        ("版块：三衢论坛", []),
        ("版：1", [2, 4, 6]),
        ("版：第1版", [2, 4, 6]),
        ("版:０２ 鹿鸣桥", [1, 3]),
        ("版：理论", [4]),  # a page's name
        ("版：理论评论版", [4]),
        ("版：版", []),
        ("标题：“望潮街道”", [2]),
        ("鹿鳴橋 -青石鎮", [1]),
        ("Wi-Fi", [5]),
        ("3:2", [5]),
        ("- 鹿鸣桥", [1, 2, 3]),
        ("鹿鸣桥 OR", [1, 2, 3]),
    ],
)
def test_signs_are_understood(page: Page, query: str, found: list[int]) -> None:
    answer = ask(page, query)[0]
    assert sorted(int(url.split("/")[3]) for url in answer["exact"]) == found
    assert answer["close"] == []


def test_abstract_column_source_and_corrections_are_searched(page: Page) -> None:
    for query in ("时评集", "乌篷船"):
        assert ask(page, query)[0]["exact"] == [RECORDS[4].url]


def test_parts_that_stand_near_each_other_come_first(page: Page) -> None:
    assert ask(page, "鹿鸣桥 青石镇")[0]["exact"] == [RECORDS[2].url, RECORDS[1].url]


def test_an_excerpt_has_a_window_for_each_part(visit: Visit) -> None:
    visit.search("防汛演练 第3篇 虞澜朗")
    assert visit.page.locator("#found li").count() == 1
    visit.search("鹦鹉洲 本报讯 OR 防汛演练")
    marks = visit.page.locator("#found li p:not(.facts) mark").all_inner_texts()
    assert sorted(marks) == ["防汛演练", "鹦鹉洲"]


def test_signs_can_be_had_from_buttons(visit: Visit) -> None:
    visit.search("防汛演练")
    visit.page.focus("#q")
    visit.page.get_by_role("button", name="-不要的词").click()
    visit.page.wait_for_function("() => document.querySelector('#q').value === '防汛演练 -'")
    visit.page.keyboard.type("虞岑")
    visit.says("找到24篇。")
    assert set(visit.page.locator("#found mark").all_inner_texts()) == {"防汛演练"}


@pytest.mark.parametrize(
    "text", ["2022-04-01", "2022年4月1日", "２０２２.4.1", "4月1日", "2022/04/01"]
)
def test_a_day_leads_to_its_issue(visit: Visit, text: str) -> None:
    visit.search(text)
    assert "没有找到" not in visit.said()
    visit.page.get_by_role("link", name="2022年4月1日的报纸").click()
    visit.page.wait_for_url("**/2022-04-01/")


def test_a_number_leads_to_its_issue(visit: Visit) -> None:
    visit.page.route(
        "**/paper/n/3547/", lambda route: route.fulfill(status=200, body="<!doctype html>")
    )
    for text in ("3547", "第3547期", "３５４７期", "总第3547期"):
        visit.search(text)
        visit.page.locator("#offers").get_by_role("link", name="第3547期").wait_for()
        assert visit.said() == "没有文章含有这几个字。"  # and not that nothing was found


def test_a_day_without_a_paper_is_said(visit: Visit) -> None:
    visit.search("2022年4月2日")
    visit.page.get_by_text("这一天没有出报，或者没有收录").wait_for()


def test_a_day_that_could_not_be_looked_up_is_not_said_to_have_no_paper(visit: Visit) -> None:
    visit.page.route("**/2022-04-01/", lambda route: route.abort())
    visit.search("2022-04-01")
    visit.page.get_by_text("没能查到有没有这一期").wait_for()


def test_filters_that_leave_nothing_say_what_there_is_without_each(visit: Visit) -> None:
    visit.search("虞澜朗", year="2022", section="民生")
    visit.page.get_by_role("button", name="不限“版块”，有1篇").click()
    visit.says("找到1篇")
    assert visit.asked() == {"q": ["虞澜朗"], "year": ["2022"]}


def test_a_filter_alone_lists_what_there_is(visit: Visit) -> None:
    visit.search("", section="要闻", year="2021")
    assert visit.said() == "2021年里找到8篇。"
