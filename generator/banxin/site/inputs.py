"""What the outputs of an issue, of a year and of the whole site are made from, beside the site.

Each is all that its outputs depend on: while its digest is the same, so are they.
"""

from __future__ import annotations

from datetime import date

import msgspec

from banxin.model import Gone, Issue, Standing
from banxin.model.archive import IssueRow, Summary, TermCount
from banxin.model.naming import USUAL, IssueNaming


class Neighbour(msgspec.Struct, frozen=True):
    """The issue before or after: as much as a link to it shows."""

    key: str
    title: str


class IssueInput(msgspec.Struct, frozen=True):
    """All that an issue's outputs depend on beside the site."""

    issue: Issue
    previous: Neighbour | None
    next: Neighbour | None
    targets: tuple[tuple[str, str], ...]  # what its articles point at -> address
    owns_number: bool = True  # no earlier issue has the address of its number
    printed: tuple[tuple[str, str], ...] = ()  # what its jumps lead to -> label of its page


class IssueHead(msgspec.Struct, frozen=True):
    """An issue as an archive shows it."""

    key: str
    day: date
    edition: int
    number: int
    pages: int
    labelled: tuple[str, ...] = ()  # see IssueRow
    naming: IssueNaming = USUAL
    counted: int = 0  # see IssueRow

    @property
    def page_keys(self) -> tuple[str, ...]:
        return self.labelled or tuple(f"{n:02}" for n in range(1, self.pages + 1))

    @classmethod
    def of(cls, row: IssueRow) -> IssueHead:
        return cls(
            row.key,
            row.day,
            row.edition,
            row.number,
            row.pages,
            row.labelled,
            row.naming,
            row.counted,
        )


class YearInput(msgspec.Struct, frozen=True):
    """All that a year's outputs depend on beside the site. Months as (year, month)."""

    year: int
    issues: tuple[IssueHead, ...]  # oldest first
    articles: tuple[Summary, ...]  # in the order of the paper, without drafts
    month_before: tuple[int, int] | None
    month_after: tuple[int, int] | None


class SelectionInput(msgspec.Struct, frozen=True):
    """All that a list of any years' articles depends on beside the site.

    ``kind``: topic with its ``key``, day with 04-01, days with how many issues each day has, or
    news, of the newest two days. ``articles``: of all ``issues``, in the order of the paper.
    """

    kind: str
    key: str
    issues: tuple[IssueHead, ...]
    articles: tuple[Summary, ...]
    counts: tuple[tuple[str, int], ...] = ()


class YearCount(msgspec.Struct, frozen=True):
    year: int
    months: tuple[int, ...]  # issues in each of the twelve
    terms: tuple[TermCount, ...]

    @property
    def issues(self) -> int:
        return sum(self.months)


class FeedPart(msgspec.Struct, frozen=True):
    """Articles of one issue, by their keys, in the order of the paper."""

    inputs: IssueInput
    articles: tuple[str, ...]


class FeedInput(msgspec.Struct, frozen=True):
    """All that a feed depends on beside the site. ``kind``: "" of the whole paper, front of page 1,
    or section, column, by; then ``key`` and ``name`` are the term's. Parts newest first."""

    kind: str
    key: str
    name: str
    parts: tuple[FeedPart, ...]


class LoggedCorrection(msgspec.Struct, frozen=True):
    """What was corrected when in which article; ``title`` as readers may still read it."""

    when: date
    note: str
    issue: str
    key: str
    day: date
    edition: int
    page: str  # its label
    title: str
    withdrawn: bool
    naming: IssueNaming = USUAL


class SitewideInput(msgspec.Struct, frozen=True):
    """All that the site-wide outputs depend on beside the site."""

    newest: IssueInput | None
    years: tuple[YearCount, ...]  # newest first
    standing: tuple[Standing, ...]
    targets: tuple[tuple[str, str], ...]  # of the standing pages
    gone: tuple[Gone, ...] = ()
    root_files: tuple[str, ...] = ()  # files of content/root, from the project's root
    extras: tuple[Neighbour, ...] = ()  # of the newest issue's day or later
