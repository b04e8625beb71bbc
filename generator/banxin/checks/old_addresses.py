"""Old addresses (aliases) that couldn't work: two by one name, or what only a program answered."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive, ArticleRow
from banxin.problems import Place, Problem, error, warning
from banxin.site import routes
from banxin.site.redirect_lists import ANSWERING


def aliases_differ_not_only_in_case(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """Windows and Macs have one file for both, and so have some hosts."""
    seen: dict[str, str] = {}
    for article, alias in _aliases(archive):
        first = seen.setdefault(routes.old(alias).casefold(), alias)
        if routes.old(first) != routes.old(alias):
            yield error(Place(article.file, 1), "alias-case", alias=alias, other=first)


def aliases_that_a_host_can_serve(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """A page that a program made: no plain server sends a file of that name as a page, nor heeds
    what is asked behind its name."""
    if set(archive.paper.redirects) & set(ANSWERING):
        return
    for article, alias in _aliases(archive):
        if routes.is_dynamic(alias):
            yield warning(Place(article.file, 1), "alias-needs-server", alias=alias)


def _aliases(archive: Archive) -> Iterator[tuple[ArticleRow, str]]:
    for row in archive.rows:
        for article in row.articles:
            for alias in article.aliases:
                yield article, alias
