"""Lists of articles, the archive with its calendars, standing pages and messages."""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from banxin.site.views.elements import Count, Link, PageHead, View


class ListEntry(msgspec.Struct, frozen=True):
    """One line of a list of articles."""

    url: str
    title: str
    date: str
    date_iso: str
    page: str  # 第1版; "" of an issue
    names: tuple[str, ...]
    works: tuple[str, ...] = ()  # what he did whose list it is: 记者, 摄影


class ListView(View, frozen=True):
    """The articles of one section, column, byline or person in one year, newest first; of a topic
    in all years, oldest first; the first pages of one day of the year, newest first."""

    head: PageHead
    kind: str  # section, column, by, people, topic, today
    name: str
    year: int  # 0: all years
    entries: tuple[ListEntry, ...]
    years: Link | None  # the page of all years
    up: Link
    about: str = ""  # what the topic is


class IndexView(View, frozen=True):
    """All years of one section, column, byline or person; all sections, columns, bylines, people
    or topics; all days of the year."""

    head: PageHead
    kind: str
    name: str
    counts: tuple[Count, ...]
    up: Link | None
    about: str = ""  # what the column is; the title of a person
    works: tuple[Count, ...] = ()  # of a byline, without addresses: 摄影 12
    also: Link | None = None  # from what somebody wrote to what is told of him, and back
    unit: str = "篇"


class CalendarDay(msgspec.Struct, frozen=True):
    """One cell of a month's calendar. ``number`` 0: a blank before or after the month."""

    number: int
    issues: tuple[Link, ...] = ()


class MonthCalendar(msgspec.Struct, frozen=True):
    link: Link
    number: int
    weeks: tuple[tuple[CalendarDay, ...], ...]  # Monday first
    count: int


class ArchiveYear(msgspec.Struct, frozen=True):
    """A year with its months: how many issues each has."""

    url: str
    text: str
    count: int
    months: tuple[Count, ...]  # all twelve; one without an issue has no url


class ArchiveView(View, frozen=True):
    head: PageHead
    years: tuple[ArchiveYear, ...]  # newest first
    lists: tuple[Link, ...] = ()  # sections, columns, bylines …


class YearView(View, frozen=True):
    head: PageHead
    year: int
    months: tuple[MonthCalendar, ...]  # January first
    count: int
    previous: Link | None
    next: Link | None
    up: Link


class IssueEntry(msgspec.Struct, frozen=True):
    url: str
    date: str
    weekday: str
    number: str
    titles: tuple[Link, ...]  # of the first page


class MonthView(View, frozen=True):
    head: PageHead
    month: MonthCalendar
    year: int
    issues: tuple[IssueEntry, ...]  # oldest first
    up: Link
    previous: Link | None
    next: Link | None


class StandingView(View, frozen=True):
    """A standing page: about, contact …"""

    head: PageHead
    title: str
    body: Markup


class MessageView(View, frozen=True):
    """A page that only says something: 404, an empty site, the search page without script."""

    head: PageHead
