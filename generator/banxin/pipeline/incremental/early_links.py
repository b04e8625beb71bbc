"""What can be said of an archive of which some issues couldn't be read: all in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from banxin.checks.context import CheckContext
from banxin.checks.links import links_of_articles, links_of_standing_pages
from banxin.content.paper_file import PAPER_FILE, PEOPLE_FILE
from banxin.content.reading.file_names import bare
from banxin.content.scan import ISSUES, scan_issues
from banxin.model.archive import Archive, IssueRow, published
from banxin.problems import BuildFailed, Place, Problem, Problems, Severity
from banxin.site.link_targets import Targets

EarlyAudit = Callable[[Archive], Iterable[Problem]]
_INSIDE = 3  # slashes behind content/issues of what lies in an issue's folder


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
    root: Path,
    archive: Archive,
    failed: Sequence[IssueRow],
    problems: Problems,
    early: EarlyAudit,
    *,
    drafts: bool,
) -> None:
    """Add what was said of every issue and, if one is an error, its dead links and what ``early``
    finds. Raises BuildFailed then.

    ``failed``: issues whose problems are there already.
    """
    told = set(map(id, failed))
    for row in archive.rows:
        if id(row) not in told:
            problems.extend(row.problems, row.silences)
    if problems:
        problems.extend(dead_links(root, archive, failed, drafts=drafts))
        if not any(p.severity is Severity.ERROR and _misleads(p.place.file) for p in problems):
            problems.extend(early(archive))
    problems.raise_errors()


def _misleads(file: str) -> bool:
    """Whether, with an error in it, an issue may not be what its editor meant."""
    name = file.rpartition("/")[2]
    at = file.removeprefix(ISSUES).count("/") if file.startswith(ISSUES) else _INSIDE
    return file in (PAPER_FILE, PEOPLE_FILE) or at < _INSIDE or bare(name).lower() == "issue"


def unread(root: Path, problems: Problems) -> BuildFailed:
    """For a paper.yml that can't be read: nothing else was looked at."""
    if any(True for _ in scan_issues(root, Problems())):
        problems.warn(Place(PAPER_FILE), "articles-unread")
    return BuildFailed(tuple(problems))
