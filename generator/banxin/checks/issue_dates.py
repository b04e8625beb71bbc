"""Issues by their days: the newest is the home page, and what is wrong with it shows there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive
from banxin.problems import Place, Problem, warning

_MONTH, _YEAR = 31, 366  # days


def no_issue_far_ahead(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """2202 for 2022. There is no clock here: the gap is measured against those before it."""
    days = sorted({row.day for row in archive.rows})
    gaps = [(later - day).days for day, later in pairwise(days)]
    if not gaps or gaps[-1] <= max(_MONTH, 3 * max(gaps[:-1], default=_YEAR // 3)):
        return
    for row in archive.rows:
        if row.day == days[-1]:
            place = Place(f"{row.folder}/issue.md")
            yield warning(place, "issue-ahead", day=days[-1], before=days[-2], days=gaps[-1])


def newest_has_something(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """An issue that was only begun becomes the home page, unless it has drafts."""
    shown = [row for row in archive.rows if row.edition == 1 and not row.is_draft]
    if shown and shown[-1].bare:
        place = Place(f"{shown[-1].folder}/issue.md")
        yield warning(place, "issue-bare", day=shown[-1].day)
