"""Dates, numbers and names in the words of a Chinese newspaper."""

from __future__ import annotations

from datetime import date

from banxin.model import Issue, Page, Paper
from banxin.model.naming import IssueNaming, span
from banxin.model.page_label import pages_in_all
from banxin.site.context import SiteContext
from banxin.site.lunar_calendar import lunar, weekday
from banxin.site.views import Masthead

GENERIC_NAMES = "一二三四五六七八九十"


def long_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def month_and_day(month: int, day: int) -> str:
    return f"{month}月{day}日"


def page_title(page: Page) -> str:
    """第1版：要闻"""
    return f"{page.words}：{page.name}" if page.name else page.words


def page_count(pages: tuple[Page, ...]) -> str:
    """今日4版: a plate over two pages counts as two, 中缝 isn't counted."""
    count = pages_in_all(page.printed for page in pages)
    return f"今日{count}版" if count else ""


def edition(number: int, name: str = "") -> str:
    """An extra edition of the same day by its name, or counted; empty for the usual paper."""
    if name or number == 1:
        return name
    index = number - 2
    return f"增刊{GENERIC_NAMES[index]}" if index < len(GENERIC_NAMES) else f"增刊{number - 1}"


def issue_title(day: date, number: int = 1, name: str = "") -> str:
    extra = edition(number, name)
    return f"{long_date(day)}（{extra}）" if extra else long_date(day)


def title_of(issue: Issue) -> str:
    return issue_title(issue.day, issue.edition, issue.naming.edition_name)


def serial(day: date, number: int, naming: IssueNaming, between: str = "　") -> str:
    """2026年第12期　总第1200期, 总第1200–1201期; "" where the paper counts nothing."""
    yearly = f"{day.year}年第{span(naming.yearly, naming.yearly_last)}期" if naming.yearly else ""
    whole = f"总第{span(number, naming.last)}期" if number else ""
    return between.join(words for words in (yearly, whole) if words)


def citation(paper: Paper, issue: Issue, title: str, page: Page) -> str:
    counted = serial(issue.day, issue.number, issue.naming, "，")
    number = f"（{counted}）" if counted else ""
    extra = edition(issue.edition, issue.naming.edition_name)
    where = f"{long_date(issue.day)}{extra}{number}{page.words}"
    return f"{title}[N]. {paper.name}, {where}."


def masthead(site: SiteContext, issue: Issue, address: str) -> Masthead:
    return Masthead(
        date_iso=issue.day.isoformat(),
        date=long_date(issue.day),
        weekday=weekday(issue.day),
        lunar=lunar(issue.day),
        number=serial(issue.day, issue.number, issue.naming),
        page_count=page_count(issue.pages),
        edition=edition(issue.edition, issue.naming.edition_name),
        weather=issue.weather,
        slogans=issue.slogans or site.paper.slogans,
        issue=site.link(address, title_of(issue)),
    )
