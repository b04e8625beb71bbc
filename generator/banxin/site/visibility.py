"""An issue as readers get it: no drafts, and of withdrawn articles only their tombstones."""

from __future__ import annotations

from msgspec.structs import replace

from banxin.content.fields.article import ARTICLE
from banxin.content.fields.record import ArticleField
from banxin.model import Article, Issue

ADDRESS = ("file", "key")
KEPT = (
    *ADDRESS,
    *(f.key for f in ARTICLE.fields if isinstance(f, ArticleField) and f.kept_when_withdrawn),
)


def visible(issue: Issue, drafts: bool) -> Issue:
    """The issue as it is published: without drafts, unless they are asked for, and without what
    withdrawn articles said, so that neither a page nor a machine can repeat it."""
    pages = tuple(
        replace(
            page,
            articles=tuple(
                tombstone(article) if article.status == "withdrawn" else article
                for article in page.articles
                if drafts or article.status != "draft"
            ),
        )
        for page in issue.pages
    )
    return replace(issue, pages=pages)


def tombstone(article: Article) -> Article:
    """What stays of a withdrawn article: its title, its place, and what was said about it.

    Each field's row decides (``kept_when_withdrawn``); nothing else but its address stays.
    """
    kept = {name: getattr(article, name) for name in KEPT}
    return Article(**(kept | {"title": article.shown_title}))
