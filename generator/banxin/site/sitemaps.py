"""What search engines are told (sitemaps.org): every page, by year and by kind; robots.txt.

A page is in the sitemap that is made from what the page is made from, so that a page more changes
one of them. Addresses are URIs (RFC 3986): what isn't ASCII is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banxin.site import page_kinds, routes
from banxin.site.context import SiteContext
from banxin.site.inputs import (
    IssueHead,
    LoggedCorrection,
    SelectionInput,
    SitewideInput,
    YearInput,
)
from banxin.site.outputs import Output
from banxin.site.structured_data import moment
from banxin.site.terms import kinds_of, terms_of, terms_of_kind
from banxin.site.views import NewsEntry, NewsSitemapView, RobotsView, SitemapView

Row = tuple[str, str]  # address from the site's root, last change or ""


def _listed(site: SiteContext, file: str, rows: Iterable[Row]) -> Iterator[Output]:
    """Nothing where the site's host is unknown: a sitemap needs absolute addresses."""
    if site.base.origin:
        urls = tuple((site.base.uri(address), changed) for address, changed in rows)
        yield page_kinds.SITEMAP.at(file, SitemapView(urls))


def sitemap(site: SiteContext, inputs: YearInput) -> Iterator[Output]:
    rows = (*_issues(inputs), *_calendars(inputs), *_lists(site, inputs))
    yield from _listed(site, routes.sitemap(inputs.year), rows)


def _issues(inputs: YearInput) -> Iterator[Row]:
    """Issues, their pages as far as they were recorded, and articles."""
    recorded = {(a.issue, a.page) for a in inputs.articles}
    for issue in inputs.issues:
        yield routes.issue(issue.key), issue.day.isoformat()
        for number, key in enumerate(issue.page_keys, 1):
            if (issue.key, number) in recorded:
                yield routes.page(issue.key, key), issue.day.isoformat()
    for a in inputs.articles:
        if a.listed and not a.withdrawn:
            yield routes.article(a.issue, a.key), a.changed.isoformat()


def _calendars(inputs: YearInput) -> Iterator[Row]:
    yield routes.year(inputs.year), ""
    for month in sorted({issue.day.month for issue in inputs.issues}):
        yield routes.month(inputs.year, month), ""


def _lists(site: SiteContext, inputs: YearInput) -> Iterator[Row]:
    kinds = kinds_of(site.paper).keys() - {"topic"}
    terms = {(kind, key) for summary in inputs.articles for kind, key, _ in terms_of(summary)}
    for kind, key in sorted(terms):
        if kind in kinds:
            yield routes.term_year(kind, key, inputs.year), ""


def lists_sitemap(site: SiteContext, inputs: SitewideInput) -> Iterator[Output]:
    """All that belongs to no year: the archive, indexes, standing pages. Not the home page, which
    is the newest issue once more: that one's own address is canonical."""
    rows = [(routes.ARCHIVE, "")]
    for kind in kinds_of(site.paper):
        rows.append((routes.terms(kind), ""))
        rows += [(routes.term(kind, key), "") for key in terms_of_kind(site, inputs, kind)]
    if site.view.search_url:
        rows.append((routes.SEARCH, ""))
    rows += [(routes.standing(page.key), "") for page in inputs.standing]
    yield from _listed(site, routes.LISTS_SITEMAP, rows)


def days_sitemap(site: SiteContext, inputs: SelectionInput) -> Iterator[Output]:
    days = (tuple(map(int, key.split("-"))) for key, _ in inputs.counts)
    rows = ((routes.DAYS, ""), *((routes.day(*day), "") for day in days))
    yield from _listed(site, routes.DAYS_SITEMAP, rows)


def corrections_sitemap(site: SiteContext, log: tuple[LoggedCorrection, ...]) -> Iterator[Output]:
    years = dict.fromkeys(found.when.year for found in log)
    rows = ((routes.CORRECTIONS, ""), *((routes.corrections(year), "") for year in years))
    yield from _listed(site, routes.CORRECTIONS_SITEMAP, rows)


def news_sitemap(site: SiteContext, inputs: SelectionInput) -> Iterator[Output]:
    """Of the newest two days, as search engines for news take it; the year's has them, too."""
    if not site.base.origin:
        return
    days = {issue.key: issue for issue in inputs.issues}
    entries = tuple(
        NewsEntry(
            site.base.uri(routes.article(a.issue, a.key)), _published(site, days[a.issue]), a.title
        )
        for a in inputs.articles
        if a.fed and not a.withdrawn
    )
    view = NewsSitemapView(site.paper.name, _language(site.paper.language), entries)
    yield page_kinds.NEWS_SITEMAP.at(routes.NEWS_SITEMAP, view)


def _published(site: SiteContext, issue: IssueHead) -> str:
    return moment(site.paper, issue.day)


def _language(tag: str) -> str:
    """ISO 639, but for Chinese, of which both ways of writing have names of their own there."""
    language, *more = tag.lower().split("-")
    if language != "zh":
        return language
    return "zh-tw" if {"tw", "hk", "mo", "hant"} & set(more) else "zh-cn"


def sitemap_index(site: SiteContext, inputs: SitewideInput) -> Iterator[Output]:
    if not site.base.origin:
        return
    asked = site.paper.lists
    files = [routes.LISTS_SITEMAP, routes.CORRECTIONS_SITEMAP]
    files += [routes.sitemap(year.year) for year in inputs.years]
    if inputs.years and "today" in asked:
        files.append(routes.DAYS_SITEMAP)
    if inputs.years and "news" in asked:
        files.append(routes.NEWS_SITEMAP)
    maps = tuple((site.base.uri(file), "") for file in files)
    yield page_kinds.SITEMAP_INDEX.at(routes.SITEMAP, SitemapView(maps))


def robots(site: SiteContext, _: SitewideInput) -> Iterator[Output]:
    address = site.base.uri(routes.SITEMAP) if site.base.origin else ""
    yield page_kinds.ROBOTS.at(routes.ROBOTS, RobotsView(address))
