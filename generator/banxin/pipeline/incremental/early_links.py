"""Dead links of an archive of which some issues couldn't be read: all complaints in one run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from banxin.checks.context import CheckContext
from banxin.checks.links import links_of_articles, links_of_standing_pages
from banxin.model.archive import Archive, IssueRow, published
from banxin.problems import Problem, Problems
from banxin.site.link_targets import Targets


def dead_links(
    root: Path, archive: Archive, failed: Iterable[IssueRow], *, drafts: bool
) -> Iterator[Problem]:
    """Links that lead nowhere whatever becomes of the issues with errors.

    ``archive``: every issue as far as it could be read; ``failed``: those of it with errors.
    """
    targets = _Targets(root, published(archive, drafts=drafts), failed, drafts=drafts)
    context = CheckContext(targets, None)
    yield from links_of_articles(archive, context)
    yield from links_of_standing_pages(archive, context)


class _Targets(Targets):
    """As good as known: what lies on the disk, but couldn't be read, may be a target yet."""

    def __init__(
        self, root: Path, archive: Archive, failed: Iterable[IssueRow], *, drafts: bool
    ) -> None:
        super().__init__(archive, drafts=drafts)
        self._root = root
        failed = tuple(failed)
        self._failed = {row.key for row in failed}
        self._sound = {row.folder for row in archive.rows} - {row.folder for row in failed}

    def get(self, target: str) -> str | None:
        found = super().get(target)
        if found is not None or target.rpartition("/")[0] in self._sound:
            return found
        if target.partition("/")[0] in self._failed:
            return ""
        is_there = os.path.isfile(self._root / target)  # noqa: PTH113 whatever its length
        return "" if is_there else None


def refuse_errors(
    root: Path, archive: Archive, failed: Sequence[IssueRow], problems: Problems, *, drafts: bool
) -> None:
    """Add what was said of every issue and, if that isn't nothing, its dead links.

    ``failed``: issues whose problems are there already. Raises BuildFailed if one is an error.
    """
    told = set(map(id, failed))
    for row in archive.rows:
        if id(row) not in told:
            problems.extend(row.problems, row.silences)
    if problems:
        problems.extend(dead_links(root, archive, failed, drafts=drafts))
    problems.raise_errors()
