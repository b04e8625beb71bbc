"""Lists for which articles are chosen from any year: a topic (专题), a day (本报今日)."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.site import page_head, page_kinds, routes
from banxin.site.context import SiteContext
from banxin.site.inputs import SelectionInput
from banxin.site.list_entries import entry, issue_entry
from banxin.site.outputs import Output
from banxin.site.sitemaps import days_sitemap, news_sitemap
from banxin.site.terms import KINDS
from banxin.site.views import Count, IndexView, Link, ListEntry, ListView
from banxin.site.wording import month_and_day

TODAY = "本报今日"


def plan_selection(site: SiteContext, inputs: SelectionInput) -> Iterator[Output]:
    plans = {"topic": _topic, "day": _day, "days": _days, "news": news_sitemap}
    yield from plans[inputs.kind](site, inputs)


def today(site: SiteContext, month: int, day: int) -> Link | None:
    """To what the paper printed on that day in other years."""
    if "today" not in site.paper.lists:
        return None
    words = f"{TODAY}：历年{month_and_day(month, day)}"
    return site.link(routes.day(month, day), words)


def _topic(site: SiteContext, inputs: SelectionInput) -> Iterator[Output]:
    """In the order of time: whoever comes late reads from the beginning."""
    found = [s for s in inputs.articles if not s.withdrawn and inputs.key in dict(s.topics)]
    listed = {term.key: term for term in site.paper.topics}.get(inputs.key)
    if not found and not listed:
        return
    name = listed.name if listed else dict(found[0].topics)[inputs.key]
    address = routes.term("topic", inputs.key)
    about = listed.about if listed else ""
    view = ListView(
        head=page_head.plain(site, name, address, description=about),
        kind="topic",
        name=name,
        year=0,
        entries=tuple(entry(site, s) for s in sorted(found, key=lambda s: s.day)),
        years=None,
        up=site.link(routes.terms("topic"), KINDS["topic"]),
        about=about,
    )
    yield page_kinds.LIST.at(address, view)


def _day(site: SiteContext, inputs: SelectionInput) -> Iterator[Output]:
    """Each year's issue with its first page, the newest year first."""
    month, day = (int(part) for part in inputs.key.split("-"))
    address, words = routes.day(month, day), month_and_day(month, day)
    view = ListView(
        head=page_head.plain(site, f"{TODAY} {words}", address),
        kind="today",
        name=words,
        year=0,
        entries=tuple(_lines_of_day(site, inputs)),
        years=None,
        up=site.link(routes.DAYS, TODAY),
    )
    yield page_kinds.LIST.at(address, view)


def _lines_of_day(site: SiteContext, inputs: SelectionInput) -> Iterator[ListEntry]:
    for issue in sorted(inputs.issues, key=lambda issue: (-issue.day.year, issue.edition)):
        yield issue_entry(site, issue)
        for summary in inputs.articles:
            if summary.issue == issue.key and summary.page == 1 and not summary.withdrawn:
                yield entry(site, summary)


def _days(site: SiteContext, inputs: SelectionInput) -> Iterator[Output]:
    """Every day of the year on which an issue came out."""
    counts = []
    for key, count in inputs.counts:
        month, day = (int(part) for part in key.split("-"))
        words = month_and_day(month, day)
        counts.append(Count(site.base.url(routes.day(month, day)), words, count))
    head = page_head.plain(site, TODAY, routes.DAYS)
    view = IndexView(head, "today", TODAY, tuple(counts), None, unit="期")
    yield page_kinds.INDEX.at(routes.DAYS, view)
    yield from days_sitemap(site, inputs)
