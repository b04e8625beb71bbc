"""The site as a whole: home, archive, indexes, standing pages, feed, sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.model import Standing
from banxin.site import feed_links, page_head, page_kinds, routes
from banxin.site.article_item import marks_filled
from banxin.site.context import SiteContext
from banxin.site.files import files_of
from banxin.site.inputs import SitewideInput, YearCount
from banxin.site.issue import plan_home
from banxin.site.machine_files import OF_SITE
from banxin.site.outputs import Drawn, Output
from banxin.site.page_kinds import PageKind
from banxin.site.terms import Counted, terms_of_kind
from banxin.site.views import (
    ArchiveView,
    ArchiveYear,
    Count,
    IndexView,
    MessageView,
    PageHead,
    StandingView,
)
from banxin.site.year import KINDS

STANDING_FILES = "files"  # address of the standing pages' pictures


def plan_sitewide(site: SiteContext, inputs: SitewideInput) -> tuple[Output, ...]:
    nameplate = (site.nameplate,) if site.nameplate else ()
    return (
        *_home(site, inputs),
        _archive(site, inputs),
        *_indexes(site, inputs),
        *(_standing(site, page, dict(inputs.targets)) for page in inputs.standing),
        *files_of(site, STANDING_FILES, nameplate, (page.body for page in inputs.standing)),
        _message(page_kinds.NOT_FOUND, routes.NOT_FOUND, "没有这一页"),
        *_search(site),
        *(file for plan in OF_SITE for file in plan(site, inputs)),
    )


def _home(site: SiteContext, inputs: SitewideInput) -> Iterator[Drawn]:
    if inputs.newest is None:
        yield _message(page_kinds.EMPTY, routes.HOME, "还没有出过一期")
        return
    yield plan_home(site, inputs.newest, inputs.extras)


def _message(kind: PageKind[MessageView], address: str, title: str) -> Drawn:
    return kind.at(address, MessageView(PageHead(title=title, index=False)))


def _search(site: SiteContext) -> Iterator[Drawn]:
    if site.view.search_url:
        head = page_head.plain(site, "检索", routes.SEARCH)
        yield page_kinds.SEARCH.at(routes.SEARCH, MessageView(head))


def _archive(site: SiteContext, inputs: SitewideInput) -> Drawn:
    years = tuple(_archive_year(site, year) for year in inputs.years)
    view = ArchiveView(page_head.plain(site, "往期", routes.ARCHIVE), years)
    return page_kinds.ARCHIVE.at(routes.ARCHIVE, view)


def _archive_year(site: SiteContext, one: YearCount) -> ArchiveYear:
    months = tuple(
        Count(site.base.url(routes.month(one.year, n)) if issues else "", f"{n}月", issues)
        for n, issues in enumerate(one.months, start=1)
    )
    return ArchiveYear(site.base.url(routes.year(one.year)), f"{one.year}年", one.issues, months)


def _indexes(site: SiteContext, inputs: SitewideInput) -> Iterator[Drawn]:
    """A page a section, column and byline with its years; and a page of all of a kind."""
    for kind, title in KINDS.items():
        terms = terms_of_kind(site, inputs, kind)
        for key, term in terms.items():
            yield _index(site, kind, key, term)
        yield _all(site, kind, title, terms)


def _index(site: SiteContext, kind: str, key: str, term: Counted) -> Drawn:
    address = routes.term(kind, key)
    counts = tuple(
        Count(site.base.url(routes.term_year(kind, key, year)), f"{year}年", count)
        for year, count in term.years
    )
    up = site.link(routes.terms(kind), KINDS[kind])
    feeds = feed_links.of_term(site, kind, key, term.name) if term.total else ()
    head = page_head.plain(site, term.name, address, feeds=feeds)
    view = IndexView(head, kind, term.name, counts, up)
    return page_kinds.INDEX.at(address, view)


def _all(site: SiteContext, kind: str, title: str, terms: dict[str, Counted]) -> Drawn:
    address = routes.terms(kind)
    counts = tuple(
        Count(site.base.url(routes.term(kind, key)), term.name, term.total)
        for key, term in terms.items()
    )
    view = IndexView(page_head.plain(site, title, address), kind, title, counts, None)
    return page_kinds.INDEX.at(address, view)


def _standing(site: SiteContext, page: Standing, targets: dict[str, str]) -> Drawn:
    address = routes.standing(page.key)
    body = marks_filled(site, page.body, targets, folder=STANDING_FILES)
    description = " ".join(page.body.text.split())[: page_head.DESCRIPTION_LENGTH]
    head = page_head.plain(site, page.title, address, description=description)
    return page_kinds.STANDING.at(address, StandingView(head, page.title, body))
