"""Issues as a series: no day twice, and running numbers (总第…期) that go up by one."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.checks.context import CheckContext
from banxin.model.archive import Archive
from banxin.problems import Place, Problem, error, warning


def no_issue_twice(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """Two folders can't hold one issue."""
    seen: dict[str, str] = {}
    for row in archive.rows:
        if row.key in seen:
            yield error(Place(row.folder), "issue-twice", key=row.key, other=seen[row.key])
        seen.setdefault(row.key, row.folder)


def running_numbers(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """A number used twice would claim one address twice; a gap may be meant."""
    seen: dict[int, str] = {}
    before = 0
    for row in (row for row in archive.rows if row.number):
        number, place = row.number, Place(f"{row.folder}/issue.md")
        if number in seen:
            yield error(place, "number-twice", number=number, other=seen[number])
        elif before and number < before:
            yield warning(place, "number-back", number=number, before=before)
        elif before and number > before + 1:
            expected = before + 1
            yield warning(place, "number-gap", number=number, before=before, expected=expected)
        seen.setdefault(number, row.folder)
        before = number


def any_issue(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """A paper without issues is told how to begin."""
    if not archive.rows:
        yield warning(Place("content/issues"), "no-issues")
