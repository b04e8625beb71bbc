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
from banxin.site.running_text import running_text
from banxin.site.selections import TODAY
from banxin.site.terms import KINDS, Counted, kinds_of, terms_of_kind
from banxin.site.views import (
    ArchiveView,
    ArchiveYear,
    Count,
    IndexView,
    Link,
    MessageView,
    PageHead,
    StandingView,
)

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
    head = page_head.plain(site, "往期", routes.ARCHIVE)
    view = ArchiveView(head, years, tuple(_ways(site, inputs)))
    return page_kinds.ARCHIVE.at(routes.ARCHIVE, view)


def _ways(site: SiteContext, inputs: SitewideInput) -> Iterator[Link]:
    """To the lists in which there is something."""
    for kind, title in kinds_of(site.paper).items():
        if terms_of_kind(site, inputs, kind):
            yield site.link(routes.terms(kind), title)
    if inputs.years and "today" in site.paper.lists:
        yield site.link(routes.DAYS, TODAY)


def _archive_year(site: SiteContext, one: YearCount) -> ArchiveYear:
    months = tuple(
        Count(site.base.url(routes.month(one.year, n)) if issues else "", f"{n}月", issues)
        for n, issues in enumerate(one.months, start=1)
    )
    return ArchiveYear(site.base.url(routes.year(one.year)), f"{one.year}年", one.issues, months)


def _indexes(site: SiteContext, inputs: SitewideInput) -> Iterator[Drawn]:
    """A page a section, column, name with its years, and a page of all of a kind. A topic's own
    page is no index: it shows all of its articles."""
    terms = {kind: terms_of_kind(site, inputs, kind) for kind in kinds_of(site.paper)}
    for kind, found in terms.items():
        for key in found if kind != "topic" else ():
            yield _index(site, kind, key, terms)
        yield _all(site, kind, found)


def _index(site: SiteContext, kind: str, key: str, terms: dict[str, dict[str, Counted]]) -> Drawn:
    address, term = routes.term(kind, key), terms[kind][key]
    url = site.base.url
    counts = (Count(url(routes.term_year(kind, key, y)), f"{y}年", n) for y, n in term.years)
    feeds = feed_links.of_term(site, kind, key, term.name) if term.total else ()
    view = IndexView(
        page_head.plain(site, term.name, address, description=term.about, feeds=feeds),
        kind,
        term.name,
        tuple(counts),
        site.link(routes.terms(kind), KINDS[kind]),
        about=term.about,
        works=tuple(Count("", work, count) for work, count in term.works),
        also=_also(site, kind, key, terms),
    )
    return page_kinds.INDEX.at(address, view)


def _also(
    site: SiteContext, kind: str, key: str, terms: dict[str, dict[str, Counted]]
) -> Link | None:
    """Between what somebody wrote and what is told of him."""
    other, words = {"by": ("people", "报道中的"), "people": ("by", "署名")}.get(kind, ("", ""))
    found = terms.get(other, {}).get(key)
    return site.link(routes.term(other, key), f"{words}{found.name}") if found else None


def _all(site: SiteContext, kind: str, terms: dict[str, Counted]) -> Drawn:
    address, title = routes.terms(kind), KINDS[kind]
    counts = tuple(
        Count(site.base.url(routes.term(kind, key)), term.name, term.total)
        for key, term in terms.items()
    )
    view = IndexView(page_head.plain(site, title, address), kind, title, counts, None)
    return page_kinds.INDEX.at(address, view)


def _standing(site: SiteContext, page: Standing, targets: dict[str, str]) -> Drawn:
    address = routes.standing(page.key)
    body = marks_filled(site, page.body, targets, folder=STANDING_FILES)
    description = " ".join(running_text(page.body.html).split())[: page_head.DESCRIPTION_LENGTH]
    head = page_head.plain(site, page.title, address, description=description)
    return page_kinds.STANDING.at(address, StandingView(head, page.title, body))
