"""Links to other articles, and jumps: each leads to something that is published."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive
from banxin.problems import Place, Problem, error, warning
from banxin.site.link_targets import Targets


def links_of_articles(archive: Archive, context: CheckContext) -> Iterator[Problem]:
    written = Targets(archive, drafts=True)
    for pointer in (pointer for row in archive.rows for pointer in row.pointers):
        if pointer.target in context.targets:
            continue
        draft = written.is_draft(pointer.target)
        if draft and written.is_draft(pointer.file):
            continue  # they are published together, or not at all
        place = Place(pointer.file, pointer.line, pointer.column)
        if draft:
            yield error(place, "link-to-draft", target=pointer.target)
        else:
            yield error(place, "link-dead", target=pointer.target)


def links_of_standing_pages(archive: Archive, context: CheckContext) -> Iterator[Problem]:
    for page in archive.standing:
        for ref in page.body.refs:
            if ref.kind == "link" and ref.target not in context.targets:
                yield error(Place(page.file, ref.line, ref.column), "link-dead", target=ref.target)


def jumps_elsewhere(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    for row in archive.rows:
        own = {article.file: f"{row.key}/{article.key}" for article in row.articles}
        for one in row.pointers:
            if one.target == own.get(one.file):
                place = Place(one.file, one.line, one.column)
                yield warning(place, "jump-to-itself", target=one.target)
