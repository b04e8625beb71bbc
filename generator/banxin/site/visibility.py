"""An issue as readers get it: no drafts, and of withdrawn articles only their tombstones."""

from __future__ import annotations

from msgspec.structs import replace

from banxin.model import Article, Issue


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
    """What stays of a withdrawn article: its title, its place, and what was said about it."""
    return Article(
        file=article.file,
        key=article.key,
        page=article.page,
        order=article.order,
        title=article.title,
        section=article.section,
        byline=article.byline,
        genre=article.genre,
        status=article.status,
        corrections=article.corrections,
        aliases=article.aliases,
        note=article.note,
    )
