"""Which articles of an issue lists, feeds and indexes name: not every one is a story of its own."""

from __future__ import annotations

from banxin.model.article import Article
from banxin.model.issue import Issue
from banxin.model.kinds import kind_of

POINTERS = ("teaser", "ear")  # ranks of what points at a story, or may


def pointers(issue: Issue) -> frozenset[str]:
    """Keys of the teasers and ears that only point at a story: they say where it is, or have the
    title of another. One that stands for itself is a story."""
    others = {_title(a) for a in issue.articles if a.rank not in POINTERS}
    return frozenset(
        a.key
        for a in issue.articles
        if a.rank in POINTERS and (a.jump or (not a.body.html and _title(a) in others))
    )


def listed(issue: Issue) -> frozenset[str]:
    """Keys of those that lists of titles name, withdrawn ones left out."""
    only_pointing = pointers(issue)
    return frozenset(
        a.key
        for a in issue.articles
        if a.status != "withdrawn" and kind_of(a.kind).listed and a.key not in only_pointing
    )


def _title(article: Article) -> str:
    return "".join(article.title.text.split())
