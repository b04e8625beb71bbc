"""Lists of articles, the archive with its calendars, standing pages and messages."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from .pieces import Count, Head, Link


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of articles."""

    url: str
    title: str
    date: str
    date_iso: str
    page: str  # 第1版
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """The articles of one section, column or byline in one year."""

    head: Head
    kind: str  # section, column, byline
    name: str
    year: int
    entries: tuple[Entry, ...]  # newest first
    years: Link  # the page of all years
    up: Link


@dataclass(frozen=True, slots=True)
class IndexView:
    """All years of one section, column or byline; or all sections, columns or bylines."""

    head: Head
    kind: str
    name: str
    counts: tuple[Count, ...]
    up: Link | None


@dataclass(frozen=True, slots=True)
class Day:
    """One cell of a month's calendar. ``number`` 0: a blank before or after the month."""

    number: int
    issues: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    link: Link
    number: int
    weeks: tuple[tuple[Day, ...], ...]  # Monday first
    count: int


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year with its months: how many issues each has."""

    url: str
    text: str
    count: int
    months: tuple[Count, ...]  # all twelve; one without an issue has no url


@dataclass(frozen=True, slots=True)
class ArchiveView:
    head: Head
    years: tuple[ArchiveYear, ...]  # newest first


@dataclass(frozen=True, slots=True)
class YearView:
    head: Head
    year: int
    months: tuple[Month, ...]  # January first
    count: int
    previous: Link | None
    next: Link | None
    up: Link


@dataclass(frozen=True, slots=True)
class IssueEntry:
    url: str
    date: str
    weekday: str
    number: str
    titles: tuple[Link, ...]  # of the first page


@dataclass(frozen=True, slots=True)
class MonthView:
    head: Head
    month: Month
    year: int
    issues: tuple[IssueEntry, ...]  # oldest first
    up: Link
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class StandingView:
    """A standing page: about, contact …"""

    head: Head
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class MessageView:
    """A page that only says something: 404, an empty site, the search page without script."""

    head: Head
