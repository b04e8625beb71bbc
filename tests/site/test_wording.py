from __future__ import annotations

from datetime import date

import pytest

from banxin.model import Page
from banxin.site.wording import (
    citation,
    edition,
    issue_title,
    long_date,
    masthead,
    page_count,
    page_title,
)
from tests.support.planned import PAPER, article, issue, site


def test_dates_are_written_without_zeros() -> None:
    assert long_date(date(2022, 4, 1)) == "2022年4月1日"


def test_a_page_is_called_in_one_form() -> None:
    assert page_title(Page(1, "要闻")) == "第1版：要闻"
    assert page_title(Page(12)) == "第12版"
    assert page_title(Page(9, "专刊", label="B1")) == "第B1版：专刊"
    assert page_title(Page(3, label="中缝")) == "中缝"


def test_a_plate_over_two_pages_counts_as_two_and_the_fold_as_none() -> None:
    labels = ("", "", "3–4", "中缝")
    pages = tuple(Page(n, label=label) for n, label in enumerate(labels, 1))
    assert page_count(pages) == "今日4版"
    assert page_count(()) == ""


@pytest.mark.parametrize(
    ("number", "words"), [(1, ""), (2, "增刊一"), (11, "增刊十"), (12, "增刊11"), (13, "增刊12")]
)
def test_extra_editions_are_counted(number: int, words: str) -> None:
    assert edition(number) == words


def test_an_extra_edition_is_named_behind_its_date() -> None:
    assert issue_title(date(2022, 4, 1)) == "2022年4月1日"
    assert issue_title(date(2022, 4, 1), 2) == "2022年4月1日（增刊一）"


def test_a_citation_names_paper_date_number_and_page() -> None:
    found = issue(article("01/01"))
    cited = citation(PAPER, found, "标题", Page(3))
    assert cited == "标题[N]. 江城晨报, 2022年4月1日（总第3547期）第3版."
    cited = citation(PAPER, issue(number=0), "标题", Page(3))
    assert cited == "标题[N]. 江城晨报, 2022年4月1日第3版."


def test_a_masthead_is_all_computed() -> None:
    found = masthead(site(), issue(pages=4), "2022-04-01/")
    assert (found.date, found.date_iso) == ("2022年4月1日", "2022-04-01")
    assert (found.weekday, found.lunar) == ("星期五", "农历壬寅年三月初一")
    assert (found.number, found.page_count, found.edition) == ("总第3547期", "今日4版", "")
    assert found.slogans == PAPER.slogans
    assert found.issue.url == "/paper/2022-04-01/"


def test_an_issue_may_have_slogans_of_its_own() -> None:
    found = masthead(site(), issue(slogans=("春耕",), weather="晴", number=0), "2022-04-01/")
    assert (found.slogans, found.weather, found.number) == (("春耕",), "晴", "")
