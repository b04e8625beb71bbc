"""What an article's file, as it once was, published: its story and its old addresses."""

from __future__ import annotations

from banxin.content.fields import VOCABULARY, record
from banxin.content.fields.article import ARTICLE, ArticleKeys
from banxin.content.frontmatter import decode, split
from banxin.model.likeness import signature
from banxin.model.published import NONE, SPECIMEN, PublishedAddress, PublishedAddresses
from banxin.problems import Problems
from banxin.site import routes


def stories(address: str, path: str, data: bytes) -> PublishedAddresses:
    """By address; nothing of a draft, nor of a specimen. ``address``: by the file's name."""
    unheard = Problems()  # what was wrong with it is past
    text = decode(path, data, unheard)
    document = None if text is None else split(path, text, unheard, VOCABULARY)
    if document is None:
        return NONE
    fields = record(path, document.fields, ARTICLE, unheard)
    status, title = fields.get(ArticleKeys.STATUS), fields.get(ArticleKeys.TITLE)
    if status == "draft" or title is None or title.text.startswith(SPECIMEN):
        return NONE
    found = {address: PublishedAddress(signature(title.text, document.body), title.text)}
    for alias in fields.get(ArticleKeys.ALIASES) or ():
        if not routes.is_query(alias):
            found.setdefault(routes.old(alias), PublishedAddress())
    return found
