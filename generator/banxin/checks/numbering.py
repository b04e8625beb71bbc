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
    """A number used twice would claim one address twice; a gap may be meant.

    Where a paper counts anew, its earlier numbers don't count; their addresses stay theirs.
    """
    seen: dict[int, str] = {}
    before = 0
    for row in (row for row in archive.rows if row.number):
        number, place = row.number, Place(f"{row.folder}/issue.md")
        if row.naming.restarts:
            seen, before = {}, 0
        if number in seen:
            yield error(place, "number-twice", number=number, other=seen[number])
        elif before and number < before:
            yield warning(place, "number-back", number=number, before=before)
        elif before and number > before + 1:
            expected = before + 1
            yield warning(place, "number-gap", number=number, before=before, expected=expected)
        before = row.naming.last or number
        for one in range(number, before + 1):
            seen.setdefault(one, row.folder)


def yearly_numbers(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """第…期 of a year go up by one, and begin with 1: the first that is known may be another."""
    before, year = 0, 0
    for row in (row for row in archive.rows if row.naming.yearly):
        number = row.naming.yearly
        if row.day.year != year:
            before, year = (0 if year else number - 1), row.day.year
        if number != before + 1:
            place = Place(f"{row.folder}/issue.md")
            gaps = {"year": year, "number": number, "before": before, "expected": before + 1}
            yield warning(place, "year-number-odd", **gaps)
        before = row.naming.yearly_last or number


def any_issue(archive: Archive, _: CheckContext) -> Iterator[Problem]:
    """A paper without issues is told how to begin."""
    if not archive.rows:
        yield warning(Place("content/issues"), "no-issues")
