"""One year: its archive pages, its lists of articles, its sitemap."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterator

from banxin.model.archive import Summary
from banxin.site import feed_links, page_head, page_kinds, routes
from banxin.site.context import SiteContext
from banxin.site.inputs import IssueHead, YearInput
from banxin.site.list_entries import entry
from banxin.site.lunar_calendar import weekday
from banxin.site.machine_files import OF_YEAR
from banxin.site.outputs import Drawn, Output
from banxin.site.terms import kinds_of, terms_of
from banxin.site.views import (
    CalendarDay,
    IssueEntry,
    Link,
    ListView,
    MonthCalendar,
    MonthView,
    YearView,
)
from banxin.site.wording import issue_title, serial

_WEEKS = Calendar(firstweekday=0)


def plan_year(site: SiteContext, inputs: YearInput) -> tuple[Output, ...]:
    return (
        _year(site, inputs),
        *_months(site, inputs),
        *_lists(site, inputs),
        *(file for plan in OF_YEAR for file in plan(site, inputs)),
    )


def _by_month(inputs: YearInput) -> dict[int, list[IssueHead]]:
    months: dict[int, list[IssueHead]] = defaultdict(list)
    for issue in inputs.issues:
        months[issue.day.month].append(issue)
    return months


def _month(site: SiteContext, year: int, number: int, issues: list[IssueHead]) -> MonthCalendar:
    days: dict[int, list[Link]] = defaultdict(list)
    for issue in issues:
        text = issue_title(issue.day, issue.edition, issue.naming.edition_name)
        days[issue.day.day].append(site.link(routes.issue(issue.key), text))
    weeks = tuple(
        tuple(CalendarDay(day, tuple(days.get(day, ()))) for day in week)
        for week in _WEEKS.monthdayscalendar(year, number)
    )
    link = site.link(routes.month(year, number), f"{number}月")
    return MonthCalendar(link, number, weeks, len(issues))


def _year(site: SiteContext, inputs: YearInput) -> Drawn:
    address = routes.year(inputs.year)
    months = _by_month(inputs)
    view = YearView(
        head=page_head.plain(site, f"{inputs.year}年", address),
        year=inputs.year,
        months=tuple(_month(site, inputs.year, n, months.get(n, [])) for n in range(1, 13)),
        count=len(inputs.issues),
        previous=_year_link(site, inputs.month_before),
        next=_year_link(site, inputs.month_after),
        up=site.link(routes.ARCHIVE, "往期"),
    )
    return page_kinds.YEAR.at(address, view)


def _year_link(site: SiteContext, month: tuple[int, int] | None) -> Link | None:
    return site.link(routes.year(month[0]), f"{month[0]}年") if month else None


def _months(site: SiteContext, inputs: YearInput) -> Iterator[Drawn]:
    """A calendar a month that has issues; next and previous leap over months without."""
    months = _by_month(inputs)
    order = [inputs.month_before, *((inputs.year, n) for n in sorted(months)), inputs.month_after]
    titles: dict[str, list[Link]] = defaultdict(list)
    for a in inputs.articles:
        if a.page == 1 and a.listed and not a.withdrawn:
            titles[a.issue].append(site.link(routes.article(a.issue, a.key), a.title))
    for at, number in enumerate(sorted(months), 1):
        issues = months[number]
        address = routes.month(inputs.year, number)
        view = MonthView(
            head=page_head.plain(site, f"{inputs.year}年{number}月", address),
            month=_month(site, inputs.year, number, issues),
            year=inputs.year,
            issues=tuple(_issue_entry(site, i, tuple(titles[i.key])) for i in issues),
            up=site.link(routes.year(inputs.year), f"{inputs.year}年"),
            previous=_month_link(site, order[at - 1]),
            next=_month_link(site, order[at + 1]),
        )
        yield page_kinds.MONTH.at(address, view)


def _month_link(site: SiteContext, month: tuple[int, int] | None) -> Link | None:
    return site.link(routes.month(*month), f"{month[0]}年{month[1]}月") if month else None


def _issue_entry(site: SiteContext, issue: IssueHead, titles: tuple[Link, ...]) -> IssueEntry:
    return IssueEntry(
        url=site.base.url(routes.issue(issue.key)),
        date=issue_title(issue.day, issue.edition, issue.naming.edition_name),
        weekday=weekday(issue.day),
        number=serial(issue.day, issue.number, issue.naming),
        titles=titles,
    )


def _lists(site: SiteContext, inputs: YearInput) -> Iterator[Drawn]:
    """But for topics, which have a page for all years."""
    kinds = {kind: title for kind, title in kinds_of(site.paper).items() if kind != "topic"}
    entries: dict[tuple[str, str], list[Summary]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    for summary in inputs.articles:
        for kind, key, name in dict.fromkeys(terms_of(summary)):
            if kind in kinds:
                entries[kind, key].append(summary)
                names.setdefault((kind, key), name)
    for (kind, key), found in sorted(entries.items()):
        name, address = names[kind, key], routes.term_year(kind, key, inputs.year)
        view = ListView(
            head=page_head.plain(
                site,
                f"{name} {inputs.year}年",
                address,
                feeds=feed_links.of_term(site, kind, key, name),
            ),
            kind=kind,
            name=name,
            year=inputs.year,
            entries=tuple(
                entry(site, s, by=key if kind == "by" else "") for s in _newest_first(found)
            ),
            years=site.link(routes.term(kind, key), name),
            up=site.link(routes.terms(kind), kinds[kind]),
        )
        yield page_kinds.LIST.at(address, view)


def _newest_first(found: list[Summary]) -> list[Summary]:
    """Newest issue first, within an issue in the order of the paper."""
    return sorted(found, key=lambda s: s.day, reverse=True)
