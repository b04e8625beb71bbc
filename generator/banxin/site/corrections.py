"""The log of corrections (更正): by the year in which each was made, newest first, with a feed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from banxin.model.fingerprint import digest
from banxin.model.page_label import in_words
from banxin.problems.texts import within_book_marks
from banxin.site import feed_links, page_head, page_kinds, routes
from banxin.site.context import SiteContext
from banxin.site.inputs import LoggedCorrection
from banxin.site.outputs import Output
from banxin.site.sitemaps import corrections_sitemap
from banxin.site.structured_data import moment
from banxin.site.views import FeedEntry, FeedLink, FeedView, StandingView
from banxin.site.wording import issue_title, long_date

TITLE = "更正"
IN_FEED = 40
_LINE = Markup(
    '<p><time datetime="{}">{}</time>　<a href="{}">《{}》</a>（{}{}）{}：{}</p>\n'
)  # date twice, link, title, issue, page, withdrawn, note
_YEAR = Markup('<p><a href="{}">{}年</a>　{} 条</p>\n')
_NONE = Markup("<p>还没有登过更正。</p>\n")


def plan_corrections(site: SiteContext, log: tuple[LoggedCorrection, ...]) -> Iterator[Output]:
    """``log``: newest first."""
    years: dict[int, list[LoggedCorrection]] = defaultdict(list)
    for found in log:
        years[found.when.year].append(found)
    feeds = feed_links.of_corrections(site) if log else ()
    yield _page(site, routes.CORRECTIONS, TITLE, _overview(site, years) or _NONE, feeds)
    for year, found_then in years.items():
        address = routes.corrections(year)
        yield _page(site, address, f"{year}年的更正", _lines(site, found_then), feeds)
    yield from corrections_sitemap(site, log)
    if site.base.origin and log:
        yield page_kinds.FEED.at(routes.CORRECTIONS_FEED, _feed(site, log[:IN_FEED]))


def _page(
    site: SiteContext, address: str, title: str, body: Markup, feeds: tuple[FeedLink, ...]
) -> Output:
    head = page_head.plain(site, title, address, feeds=feeds)
    return page_kinds.STANDING.at(address, StandingView(head, title, body))


def _overview(site: SiteContext, years: dict[int, list[LoggedCorrection]]) -> Markup:
    counts = (
        _YEAR.format(site.base.url(routes.corrections(year)), year, len(found))
        for year, found in years.items()
    )
    return Markup("").join(counts)


def _lines(site: SiteContext, log: Iterable[LoggedCorrection]) -> Markup:
    lines = (
        _LINE.format(
            found.when.isoformat(),
            long_date(found.when),
            site.base.url(routes.article(found.issue, found.key)),
            within_book_marks(found.title),
            issue_title(found.day, found.edition, found.naming.edition_name),
            in_words(found.page),
            "撤稿" if found.withdrawn else "",
            found.note,
        )
        for found in log
    )
    return Markup("").join(lines)


def _feed(site: SiteContext, log: tuple[LoggedCorrection, ...]) -> FeedView:
    url = site.base.absolute(routes.CORRECTIONS_FEED)
    return FeedView(
        id=url,
        title=f"{site.paper.name}　{TITLE}",
        subtitle="",
        url=url,
        home=site.base.absolute(routes.CORRECTIONS),
        updated=moment(site.paper, max(found.when for found in log)),
        language=site.paper.language,
        rights=site.paper.copyright,
        hub=site.paper.hub,
        entries=tuple(_entries(site, log)),
    )


def _entries(site: SiteContext, log: tuple[LoggedCorrection, ...]) -> Iterator[FeedEntry]:
    for found in log:
        url = site.base.absolute(routes.article(found.issue, found.key))
        when = moment(site.paper, found.when)
        named = issue_title(found.day, found.edition, found.naming.edition_name)
        place = f"{named}{in_words(found.page)}"
        yield FeedEntry(
            id=f"{url}#{found.when.isoformat()}-{digest(found.note.encode())[:8]}",
            url=url,
            title=f"{'撤稿' if found.withdrawn else TITLE}：{found.title}",
            updated=when,
            published=when,
            authors=(site.paper.name,),
            tags=(TITLE,),
            summary="",
            content=str(Markup("<p>{}（{}）</p>").format(found.note, place)),
        )
