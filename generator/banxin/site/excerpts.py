"""Openings in place of whole texts, for the pages of years that have to save room.

A page shows the texts of its articles, and each article's own page shows its text again: of a
large archive that is a fifth. The layout then has less to arrange; nothing else differs.
"""

from __future__ import annotations

import re

from markupsafe import Markup
from msgspec.structs import replace

from banxin.model import Body
from banxin.site.views import Item, Link

LEAST = 150  # characters of an opening
WORTH = 100  # characters: where so few would follow, all of them stay
_WHOLE = ("brief", "notice")  # the one has no room for a link, the other begins with formulas
# but for a line in bold, which is a heading
_PARAGRAPH = re.compile(r"<p>(?!<strong>[^<]*</strong></p>).*?</p>\n?", re.DOTALL)


def excerpt(item: Item) -> Item:
    """``item`` with whole paragraphs from its beginning and a link to all of it.

    As it was where that would save little or lose something: briefs and notices, short texts, those
    that begin with something else than a paragraph or have a footnote, which stands at the end.
    """
    body = str(item.body)
    opening = _opening(body)
    length = Body(opening).length
    left = item.length - length
    if item.rank in _WHOLE or not length or left < WORTH or "footnote" in opening:
        return item
    more = Link(item.url, "阅读全文")
    return replace(item, body=Markup(opening), length=length, jump=more, signoff=None)


def _opening(html: str) -> str:
    """The first paragraphs, LEAST characters or more; less where something else follows them."""
    end = length = 0
    while length < LEAST and (found := _PARAGRAPH.match(html, end)):
        end = found.end()
        length += Body(found[0]).length
    return html[:end]
