"""Which feeds a page names in its head, so that a reader program finds them."""

from __future__ import annotations

from banxin.site import routes
from banxin.site.context import SiteContext
from banxin.site.views import FeedLink

FRONT = "头版"
TERMS = {"section": "sections", "column": "columns", "by": "bylines"}  # kind: word of paper.yml
_TYPES = {".xml": "application/atom+xml", "json": "application/feed+json", "opml": "text/x-opml"}


def of_term(site: SiteContext, kind: str, key: str, name: str) -> tuple[FeedLink, ...]:
    """Of a section, column or byline that has a story."""
    if TERMS.get(kind) not in site.paper.feeds:
        return ()
    return _links(site, routes.feed(kind, key), name)


def of_front(site: SiteContext) -> tuple[FeedLink, ...]:
    return _links(site, routes.feed("front", ""), FRONT) if "front" in site.paper.feeds else ()


def of_home(site: SiteContext) -> tuple[FeedLink, ...]:
    """The whole paper's in other forms, page 1, corrections, and the list of all."""
    if not site.base.origin:
        return ()
    name = site.paper.name
    as_json = (_link(site, routes.JSON_FEED, name),) if "json" in site.paper.feeds else ()
    return (*as_json, *of_front(site), _link(site, routes.FEED_LIST, name))


def of_corrections(site: SiteContext) -> tuple[FeedLink, ...]:
    return (_link(site, routes.CORRECTIONS_FEED, "更正"),) if site.base.origin else ()


def _links(site: SiteContext, address: str, name: str) -> tuple[FeedLink, ...]:
    if not site.base.origin:
        return ()
    forms = [address]
    if "json" in site.paper.feeds:
        forms.append(routes.json_feed(address))
    return tuple(_link(site, form, name) for form in forms)


def _link(site: SiteContext, address: str, name: str) -> FeedLink:
    return FeedLink(site.base.url(address), name, _TYPES[address[-4:]])
