"""A story as HTML that can be read away from the site: all that a reader of its page reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from banxin.layout.typography import WORD_JOINER
from banxin.model import Article, Headline
from banxin.model.credits import line
from banxin.site.article_item import ItemBuilder, correction
from banxin.site.context import SiteContext
from banxin.site.views import Image, Item, Notice

_ROOTED = re.compile(r'(?<= )(href|src)="/')
_WITHIN = re.compile(r'(?<= )href="#')
_SRCSET = re.compile(r' (?:srcset|sizes|loading|decoding)="[^"]*"')
_P = Markup("<p>{}</p>")
_STRONG = Markup("<p><strong>{}</strong></p>")
_LINKED = Markup('<p><a href="{}">{}</a></p>')


def story_html(site: SiteContext, place: ItemBuilder, article: Article, url: str) -> str:
    """``url``: its page's, to which links within it lead. Names are as they were typed: whoever
    looks for one there wouldn't find it with a joiner in it."""
    html = _SRCSET.sub("", "\n".join(_parts(place, article))).replace(WORD_JOINER, "")
    html = _WITHIN.sub(f'href="{escape(url)}#', html)
    return _ROOTED.sub(rf'\1="{site.base.origin}/', html)


def _parts(place: ItemBuilder, article: Article) -> Iterator[Markup]:
    item = place.item(article)
    if item.column:
        yield _LINKED.format(item.column.url, item.column.text)
    yield from _lines(article.kicker)
    yield from _lines(article.subtitle)
    if article.byline:
        yield _P.format(line(article.byline))
    if article.abstract:
        yield Markup("<p><em>{}</em></p>").format(article.abstract)
    yield from (_figure(photo) for photo in item.photos)
    yield _text(item)
    yield from _below(place, article, item)


def _below(place: ItemBuilder, article: Article, item: Item) -> Iterator[Markup]:
    for link in (item.continues, item.jump):
        if link:
            yield _LINKED.format(link.url, f"（{link.text}）")
    if item.signoff:
        yield from _notice(item.signoff)
    if item.source:
        source = Markup('<a href="{}">{}</a>').format(item.source.url, item.source.text)
        yield _P.format("来源：" + (source if item.source.url else escape(item.source.text)))
    for own in item.extra:
        yield _P.format(f"{own.name}：{own.text}")
    for found in map(correction, article.corrections):
        yield Markup("<p><strong>更正</strong>　{}　{}</p>").format(found.date, found.lines[0])
    for note in (article.note, place.issue.note):
        if note:
            yield _P.format(note)


def _text(item: Item) -> Markup:
    """The dateline opens the first paragraph, as on the page."""
    if not item.dateline:
        return item.body
    opening = Markup("<p><b>{}</b>　").format(item.dateline)
    if "<p>" not in item.body:
        return _STRONG.format(item.dateline) + item.body
    return Markup(str(item.body).replace("<p>", opening, 1))


def _notice(notice: Notice) -> Iterator[Markup]:
    yield from (_P.format(text) for text in (*notice.lines, notice.date) if text)


def _lines(headlines: tuple[Headline, ...]) -> Iterator[Markup]:
    return (_STRONG.format(headline.text) for headline in headlines)


def _figure(image: Image) -> Markup:
    words = " ".join(w for w in (image.caption, *(c.text for c in image.credits)) if w)
    return Markup('<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>').format(
        image.url, image.alt, words
    )
