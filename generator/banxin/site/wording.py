"""Dates, numbers and names in the words of a Chinese newspaper."""

from __future__ import annotations

from datetime import date

from banxin.model import Issue, Page, Paper
from banxin.model.page_label import pages_of
from banxin.site.context import SiteContext
from banxin.site.lunar_calendar import lunar, weekday
from banxin.site.views import Masthead

GENERIC_NAMES = "一二三四五六七八九十"


def long_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def page_title(page: Page) -> str:
    """第1版：要闻"""
    return f"{page.words}：{page.name}" if page.name else page.words


def page_count(pages: tuple[Page, ...]) -> str:
    """今日4版: a plate over two pages counts as two, 中缝 isn't counted."""
    count = sum(pages_of(page.printed) for page in pages)
    return f"今日{count}版" if count else ""


def edition(number: int) -> str:
    """An extra edition of the same day; empty for the first."""
    if number == 1:
        return ""
    index = number - 2
    return f"增刊{GENERIC_NAMES[index]}" if index < len(GENERIC_NAMES) else f"增刊{number - 1}"


def issue_title(day: date, number: int = 1) -> str:
    extra = edition(number)
    return f"{long_date(day)}（{extra}）" if extra else long_date(day)


def citation(paper: Paper, issue: Issue, title: str, page: Page) -> str:
    number = f"（总第{issue.number}期）" if issue.number else ""
    extra = edition(issue.edition)
    where = f"{long_date(issue.day)}{extra}{number}{page.words}"
    return f"{title}[N]. {paper.name}, {where}."


def masthead(site: SiteContext, issue: Issue, address: str) -> Masthead:
    return Masthead(
        date_iso=issue.day.isoformat(),
        date=long_date(issue.day),
        weekday=weekday(issue.day),
        lunar=lunar(issue.day),
        number=f"总第{issue.number}期" if issue.number else "",
        page_count=page_count(issue.pages),
        edition=edition(issue.edition),
        weather=issue.weather,
        slogans=issue.slogans or site.paper.slogans,
        issue=site.link(address, issue_title(issue.day, issue.edition)),
    )
