"""Standing pages (content/about.md): their addresses are beside those of the program."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive
from banxin.problems import Place, Problem, error
from banxin.site.routes import SEARCH

RESERVED = {
    *("addresses", "archive", "assets", "by", "column", "corrections"),
    *("feed", "files", "n", "pagefind", "section"),
}


def no_reserved_address(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    for page in archive.standing:
        if page.key in RESERVED or f"{page.key}/" == SEARCH:
            yield error(Place(page.file), "standing-reserved", key=page.key)
