"""复制到公众号: a story for the editor of WeChat's official accounts.

That editor has fields of its own for title, author and abstract, so the title isn't in the text. It
fetches pictures by their addresses, drops style sheets, classes, ids and links to other hosts, and
takes the background of a night's theme for a dark one: so nothing here has a background.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup

from banxin.layout.typography import WORD_JOINER
from banxin.model import Article, Issue
from banxin.model.credits import line
from banxin.model.page_label import in_words
from banxin.site.article_item import ItemBuilder, correction
from banxin.site.context import SiteContext
from banxin.site.formats.inline_html import STYLES, inlined
from banxin.site.views import Image, Item, Notice
from banxin.site.wording import title_of

_P = Markup('<p style="{}">{}</p>')
_IMAGE = Markup('<p style="margin:0"><img src="{}" alt="{}" style="{}"></p>')
_HEAD = "margin:0 0 8px;font-size:16px;line-height:1.5;font-weight:bold"
_SMALL = "margin:0 0 16px;font-size:14px;line-height:1.5;color:#666"
_CAPTION = "margin:0 0 20px;font-size:14px;line-height:1.5;color:#666;text-align:center"
_SIGNED = "margin:0 0 8px;font-size:16px;line-height:1.75;text-align:right"


def wechat(site: SiteContext, issue: Issue, article: Article) -> str:
    place = ItemBuilder(site, issue, defaultdict(str))  # links into the paper keep their text only
    return "\n".join(_parts(site, place, article)).replace(WORD_JOINER, "")  # copied on from there


def _parts(site: SiteContext, place: ItemBuilder, article: Article) -> Iterator[str]:
    item = place.item(article)
    if item.label:  # 广告: whoever reads it there must know, too
        yield _P.format(_SMALL, item.label)
    for headline in (*article.kicker, *article.subtitle):
        yield _P.format(_HEAD, headline.text)
    if article.byline:
        yield _P.format(_SMALL, line(article.byline))
    if article.abstract:
        yield _P.format(_SMALL, article.abstract)
    for n, photo in enumerate(item.photos):
        yield from _photo(site, place, article, n, photo)
    yield inlined(_text(item), lambda url: _absolute(site, url))
    yield from _below(place, article, item)


def _absolute(site: SiteContext, url: str) -> str:
    """With the host; where pictures lie on another, the address has it already."""
    return f"{site.base.origin}{url}" if url.startswith("/") else url


def _photo(
    site: SiteContext, place: ItemBuilder, article: Article, number: int, photo: Image
) -> Iterator[str]:
    """The first photo is published as a JPEG, too, which every platform takes."""
    shared = site.shared(article.photos[0].picture, place.issue.key) if number == 0 else ""
    yield _IMAGE.format(shared or _absolute(site, photo.url), photo.alt, STYLES["img"])
    words = " ".join(w for w in (photo.caption, *(c.text for c in photo.credits)) if w)
    if words:
        yield _P.format(_CAPTION, words)


def _text(item: Item) -> str:
    """The dateline opens the first paragraph, as on the page."""
    if not item.dateline:
        return str(item.body)
    opening = Markup("<p><strong>{}</strong>　").format(item.dateline)
    if "<p>" not in item.body:
        return f"{opening}</p>{item.body}"
    return str(item.body).replace("<p>", opening, 1)


def _below(place: ItemBuilder, article: Article, item: Item) -> Iterator[str]:
    if item.signoff:
        yield from _signed(item.signoff)
    if item.source:
        yield _P.format(_SMALL, f"来源：{item.source.text}")
    for own in item.extra:
        yield _P.format(_SMALL, f"{own.name}：{own.text}")
    for found in map(correction, article.corrections):
        yield _P.format(_SMALL, f"更正　{found.date}　{found.lines[0]}")
    if article.note:
        yield _P.format(_SMALL, article.note)
    issue = place.issue
    where = f"{title_of(issue)}{in_words(issue.page_called(article.page))}"
    yield _P.format(_SMALL, f"原载《{place.site.paper.name}》{where}")


def _signed(notice: Notice) -> Iterator[str]:
    yield from (_P.format(_SIGNED, text) for text in (*notice.lines, notice.date) if text)
