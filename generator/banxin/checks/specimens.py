"""What ``banxin init`` wrote to be looked at, where a paper has begun beside it."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive
from banxin.problems import Place, Problem, warning


def no_specimens_left(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """Once an issue; nothing is said while there is nothing else yet."""
    shown = [article for row in archive.rows for article in row.articles if article.listed]
    if all(article.specimen for article in shown):
        return
    for row in archive.rows:
        left = [article for article in row.articles if article.listed and article.specimen]
        if left:
            details = {"count": len(left), "day": row.day}
            yield warning(Place(left[0].file), "specimen-left", **details)
