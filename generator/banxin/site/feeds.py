"""Feeds: Atom (RFC 4287) and JSON Feed 1.1 of everything, of page 1, of a section, column, name.

Each holds whole stories of the last issues: three of them at least, and forty stories, so that
nobody who looks once a day misses one, and an extra pushes nothing out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from markupsafe import Markup
from msgspec.structs import replace

from banxin.model import Article, Issue
from banxin.model.archive import last_change
from banxin.model.credits import people
from banxin.model.listing import listed
from banxin.site import page_kinds, routes
from banxin.site.article_item import ItemBuilder
from banxin.site.context import SiteContext
from banxin.site.feed_content import story_html
from banxin.site.feed_links import FRONT, TERMS
from banxin.site.inputs import FeedInput, FeedPart, SitewideInput
from banxin.site.outputs import Made, Output
from banxin.site.structured_data import moment
from banxin.site.terms import Counted, terms_of_kind
from banxin.site.views import FeedEntry, FeedListView, FeedView
from banxin.site.visibility import visible
from banxin.site.wording import edition, title_of

_STORY = Markup('<li><a href="{}">{}</a></li>')
LEAST_STORIES = 40
LEAST_ISSUES = 3
_JSON_FEED = "https://jsonfeed.org/version/1.1"


def plan_feed(site: SiteContext, inputs: FeedInput) -> Iterator[Output]:
    """A feed needs absolute addresses: none is planned of a site whose host isn't known."""
    address, view = routes.feed(inputs.kind, inputs.key), feed(site, inputs)
    yield page_kinds.FEED.at(address, view)
    if "json" in site.paper.feeds:
        path = routes.json_feed(address)
        data = msgspec.json.encode(_as_json(view, site.base.absolute(path)))
        yield Made(path, data, "content/issues")


def feed(site: SiteContext, inputs: FeedInput) -> FeedView:
    """Raises ValueError when the site's origin is unknown: a feed needs absolute addresses."""
    if not site.base.origin:
        raise ValueError("a feed needs a base URL")
    url = site.base.absolute(routes.feed(inputs.kind, inputs.key))
    entries = tuple(entry for part in inputs.parts for entry in _entries(site, part))
    newest = inputs.parts[0].inputs.issue.day
    home = routes.term(inputs.kind, inputs.key) if inputs.kind in TERMS else routes.HOME
    return FeedView(
        id=url,
        title="　".join(word for word in (site.paper.name, inputs.name) if word),
        subtitle=" ".join(site.paper.slogans),
        url=url,
        home=site.base.absolute(home),
        updated=max((entry.updated for entry in entries), default=moment(site.paper, newest)),
        language=site.paper.language,
        rights=site.paper.copyright,
        hub=site.paper.hub,
        entries=entries,
    )


def _entries(site: SiteContext, part: FeedPart) -> Iterator[FeedEntry]:
    issue = visible(part.inputs.issue, site.drafts)
    if not part.articles:
        yield _announcement(site, issue)
        return
    place = ItemBuilder.of(site, replace(part.inputs, issue=issue))
    wanted = frozenset(part.articles)
    for article in issue.articles:
        if article.key in wanted and article.status != "withdrawn":
            yield _entry(site, place, issue, article)


def _announcement(site: SiteContext, issue: Issue) -> FeedEntry:
    """Of an extra (号外), whose stories don't push those of the day's paper down."""
    url = site.base.absolute(routes.issue(issue.key))
    named = listed(issue)
    stories = [article for article in issue.articles if article.key in named]
    lines = (
        _STORY.format(site.base.absolute(routes.article(issue.key, a.key)), a.title.text)
        for a in stories
    )
    changes = (last_change(a, issue.day) for a in stories)
    return FeedEntry(
        id=url,
        url=url,
        title=title_of(issue),
        updated=moment(site.paper, max(changes, default=issue.day)),
        published=moment(site.paper, issue.day),
        authors=(site.paper.name,),
        tags=(edition(issue.edition, issue.naming.edition_name),),
        summary="",
        content=str(Markup("<ul>{}</ul>").format(Markup("").join(lines))),
        image="",
    )


def _entry(site: SiteContext, place: ItemBuilder, issue: Issue, article: Article) -> FeedEntry:
    url = site.base.absolute(place.address(article))
    photo = article.photos[0].picture if article.photos else None
    column = (article.column.name,) if article.column else ()
    return FeedEntry(
        id=url,
        url=url,
        title=article.title.text,
        updated=moment(site.paper, last_change(article, issue.day)),
        published=moment(site.paper, issue.day),
        authors=people(article.byline) or (site.paper.name,),
        tags=(article.section.name, *column),
        summary=article.abstract,
        content=story_html(site, place, article, url),
        image=site.for_machines(site.picture(photo, issue.key)) if photo else "",
    )


def _as_json(view: FeedView, url: str) -> dict[str, Any]:
    """https://www.jsonfeed.org/version/1.1/"""
    found = {
        "version": _JSON_FEED,
        "title": view.title,
        "home_page_url": view.home,
        "feed_url": url,
        "description": view.subtitle,
        "language": view.language,
        "hubs": [{"type": "WebSub", "url": view.hub}] if view.hub else [],
        "items": [_item(entry) for entry in view.entries],
    }
    return {name: value for name, value in found.items() if value or name == "items"}


def _item(entry: FeedEntry) -> dict[str, Any]:
    found = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "image": entry.image,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.tags),
    }
    return {name: value for name, value in found.items() if value or name == "content_html"}


def feed_list(site: SiteContext, inputs: SitewideInput) -> Iterator[Output]:
    """All feeds in one file (OPML 2.0)."""
    if not site.base.origin or not inputs.years:
        return
    asked, paper = site.paper.feeds, site.paper.name
    rows = [(paper, routes.FEED, routes.HOME)]
    if "front" in asked:
        rows.append((f"{paper}　{FRONT}", routes.feed("front", ""), routes.HOME))
    for kind, word in TERMS.items():
        if word in asked:
            for key, term in terms_of_kind(site, inputs, kind).items():
                rows += _listed(paper, kind, key, term)
    absolute = site.base.absolute
    feeds = tuple((title, absolute(address), absolute(home)) for title, address, home in rows)
    yield page_kinds.FEED_LIST.at(routes.FEED_LIST, FeedListView(paper, feeds))


def _listed(paper: str, kind: str, key: str, term: Counted) -> list[tuple[str, str, str]]:
    """Nothing of a term that has no story yet."""
    if not term.total:
        return []
    return [(f"{paper}　{term.name}", routes.feed(kind, key), routes.term(kind, key))]
