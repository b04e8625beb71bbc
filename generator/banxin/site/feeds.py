"""The Atom feed (RFC 4287): the newest issue's articles with their full text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from banxin.model import Article, Issue
from banxin.model.archive import last_change
from banxin.model.credits import line, people
from banxin.site import page_kinds, routes
from banxin.site.article_item import ItemBuilder
from banxin.site.context import SiteContext
from banxin.site.inputs import IssueInput, SitewideInput
from banxin.site.outputs import Output
from banxin.site.structured_data import moment
from banxin.site.views import FeedEntry, FeedView, Image
from banxin.site.visibility import visible

_ROOTED = re.compile(r'(?<= )(href|src)="/')
_SRCSET = re.compile(r' (?:srcset|sizes)="[^"]*"')


def newest_feed(site: SiteContext, inputs: SitewideInput) -> Iterator[Output]:
    """A feed needs absolute addresses."""
    if inputs.newest and site.base.origin:
        yield page_kinds.FEED.at(routes.FEED, feed(site, inputs.newest))


def feed(site: SiteContext, inputs: IssueInput) -> FeedView:
    """Raises ValueError when the site's origin is unknown: a feed needs absolute addresses."""
    if not site.base.origin:
        raise ValueError("a feed needs a base URL")
    issue = visible(inputs.issue, site.drafts)
    place = ItemBuilder(site, issue, dict(inputs.targets))
    shown = [a for a in issue.articles if a.status == "published" or a.status == "draft"]
    return FeedView(
        id=site.base.absolute(routes.FEED),
        title=site.paper.name,
        subtitle=" ".join(site.paper.slogans),
        url=site.base.absolute(routes.FEED),
        home=site.base.absolute(routes.HOME),
        updated=max(
            (_updated(site, issue, a) for a in shown), default=moment(site.paper, issue.day)
        ),
        language=site.paper.language,
        rights=site.paper.copyright,
        entries=tuple(_entry(site, place, issue, a) for a in shown),
    )


def _updated(site: SiteContext, issue: Issue, article: Article) -> str:
    return moment(site.paper, last_change(article, issue.day))


def _entry(site: SiteContext, place: ItemBuilder, issue: Issue, article: Article) -> FeedEntry:
    url = site.base.absolute(place.address(article))
    return FeedEntry(
        id=url,
        url=url,
        title=article.title.text,
        updated=_updated(site, issue, article),
        published=moment(site.paper, issue.day),
        authors=people(article.byline) or (site.paper.name,),
        section=article.section.name,
        summary=article.abstract,
        content=_content(site, place, article),
    )


def _content(site: SiteContext, place: ItemBuilder, article: Article) -> str:
    """The whole article as HTML that can be read away from the site."""
    parts = [*_lines(article.kicker), *_lines(article.subtitle)]
    if article.byline:
        parts.append(Markup("<p>{}</p>").format(line(article.byline)))
    parts += [_figure(place.image(photo)) for photo in article.photos]
    parts.append(place.body(article.body))
    if article.source:
        parts.append(Markup("<p>来源：{}</p>").format(article.source.name))
    if article.signoff:
        parts += [Markup("<p>{}</p>").format(line) for line in article.signoff.by]
    if article.note:
        parts.append(Markup("<p>{}</p>").format(article.note))
    html = _SRCSET.sub("", "\n".join(parts))
    return _ROOTED.sub(rf'\1="{site.base.origin}/', html)


def _lines(headlines: tuple[object, ...]) -> list[Markup]:
    return [Markup("<p><strong>{}</strong></p>").format(getattr(h, "text", h)) for h in headlines]


def _figure(image: Image) -> Markup:
    words = " ".join(w for w in (image.caption, *(c.text for c in image.credits)) if w)
    return Markup(
        f'<figure><img src="{escape(image.url)}" alt="{escape(image.alt)}">'
        f"<figcaption>{escape(words)}</figcaption></figure>"
    )
