"""Which issues each list of any years' articles is made from: topics, days of the year, the news.

Each list is a job of its own and names the issues it may show, so that an issue more touches the
lists it is in, and none of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from banxin.model.archive import Archive, IssueRow
from banxin.pipeline.jobs import SelectionJob
from banxin.site.inputs import IssueHead

_NEWS = timedelta(days=1)  # before the newest day: two days, by the paper's own dates


def selection_jobs(archive: Archive) -> dict[str, SelectionJob]:
    """A job a list that paper.yml asks for, by its id."""
    plans = {"topics": _topics, "today": _days, "news": _news}
    asked = (plan for word, plan in plans.items() if word in archive.paper.lists)
    return {job.job_id: job for plan in asked for job in plan(archive)}


def _job(kind: str, key: str, rows: list[IssueRow]) -> SelectionJob:
    heads = tuple(IssueHead.of(row) for row in rows)
    listings = tuple(row.listing for row in rows)
    return SelectionJob(f"{kind} {key}".strip(), "content/issues", kind, key, heads, listings)


def _topics(archive: Archive) -> Iterator[SelectionJob]:
    found: dict[str, list[IssueRow]] = {term.key: [] for term in archive.paper.topics}
    for row in archive.rows:
        for key in row.topics:
            found.setdefault(key, []).append(row)
    yield from (_job("topic", key, rows) for key, rows in found.items())


def _days(archive: Archive) -> Iterator[SelectionJob]:
    found: dict[str, list[IssueRow]] = defaultdict(list)
    for row in archive.rows:
        found[f"{row.day:%m-%d}"].append(row)
    yield from (_job("day", key, rows) for key, rows in found.items())
    if found:
        counts = tuple((key, len(found[key])) for key in sorted(found))
        yield SelectionJob("days", "content/issues", "days", "", counts=counts)


def _news(archive: Archive) -> Iterator[SelectionJob]:
    if archive.rows:
        newest = archive.rows[-1].day
        yield _job("news", "", [row for row in archive.rows if row.day >= newest - _NEWS])
