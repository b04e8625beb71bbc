"""Dates, numbers and names in the words of a Chinese newspaper."""

from __future__ import annotations

from datetime import date

from banxin.model import Issue, Paper
from banxin.site.context import SiteContext
from banxin.site.lunar_calendar import lunar, weekday
from banxin.site.views import Masthead

GENERIC_NAMES = "一二三四五六七八九十"


def long_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def month_and_day(month: int, day: int) -> str:
    return f"{month}月{day}日"


def page_number(number: int) -> str:
    """01, as printed on the page and used in addresses."""
    return f"{number:02}"


def page_label(number: int, name: str) -> str:
    return f"第{number}版：{name}" if name else f"第{number}版"


def edition(number: int) -> str:
    """An extra edition of the same day; empty for the first."""
    if number == 1:
        return ""
    index = number - 2
    return f"增刊{GENERIC_NAMES[index]}" if index < len(GENERIC_NAMES) else f"增刊{number - 1}"


def issue_title(day: date, number: int = 1) -> str:
    extra = edition(number)
    return f"{long_date(day)}（{extra}）" if extra else long_date(day)


def citation(paper: Paper, issue: Issue, title: str, page: int) -> str:
    number = f"（总第{issue.number}期）" if issue.number else ""
    extra = edition(issue.edition)
    where = f"{long_date(issue.day)}{extra}{number}第{page}版"
    return f"{title}[N]. {paper.name}, {where}."


def masthead(site: SiteContext, issue: Issue, address: str) -> Masthead:
    return Masthead(
        date_iso=issue.day.isoformat(),
        date=long_date(issue.day),
        weekday=weekday(issue.day),
        lunar=lunar(issue.day),
        number=f"总第{issue.number}期" if issue.number else "",
        page_count=f"今日{len(issue.pages)}版" if issue.pages else "",
        edition=edition(issue.edition),
        weather=issue.weather,
        slogans=issue.slogans or site.paper.slogans,
        issue=site.link(address, issue_title(issue.day, issue.edition)),
    )
