"""Which stories each feed holds: of the newest issues, three at least, and forty stories at least.

An archive is asked backwards and only as far as a feed still lacks stories, so that a build of a
large one reads what lists say of a few issues. A reporter who wrote last in 2009 is looked for in
2009, by the counts that the lists of names keep.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import cast

from msgspec.structs import replace

from banxin.model.archive import Archive, IssueRow
from banxin.pipeline.jobs import CorrectionsJob, FeedJob, IssueJob, Job, Planner, YearJob
from banxin.site.feed_links import FRONT, TERMS
from banxin.site.feeds import LEAST_ISSUES, LEAST_STORIES
from banxin.site.inputs import LoggedCorrection
from banxin.site.terms import terms_of

FeedKey = tuple[str, str]  # kind, key
EVERYTHING: FeedKey = ("", "")
FRONT_PAGE: FeedKey = ("front", "")


def feed_jobs(planner: Planner, archive: Archive, jobs: Mapping[str, Job]) -> dict[str, Job]:
    """A job a feed, and one for the log of corrections."""
    made: dict[str, Job] = {"corrections": _corrections(archive)}
    if planner.site.base.origin and archive.rows:
        for window in _windows(planner, archive, jobs):
            job = window.job(jobs)
            made[job.job_id] = job
    return made


class _Window:
    """One feed while its stories are looked for. ``left``: how many there may still be."""

    def __init__(self, feed: FeedKey, name: str, left: int) -> None:
        self.issues = 0  # extras, which are only announced, left out
        self.feed = feed
        self.name = name
        self.left = left
        self.stories = 0
        self.parts: list[tuple[str, tuple[str, ...]]] = []  # issue, articles

    @property
    def is_full(self) -> bool:
        enough = self.stories >= LEAST_STORIES and self.issues >= LEAST_ISSUES
        return enough or self.stories >= self.left

    def add(self, issue: str, articles: tuple[str, ...]) -> None:
        self.parts.append((issue, articles))
        self.stories += len(articles)
        self.issues += bool(articles)

    def job(self, jobs: Mapping[str, Job]) -> FeedJob:
        """Of the issues without their neighbours, which no feed shows."""
        kind, key = self.feed
        issues = cast("Mapping[str, IssueJob]", jobs)  # an issue's job is known by its key
        parts = tuple(
            (replace(issues[issue], before=None, after=None), articles)
            for issue, articles in self.parts
        )
        return FeedJob(f"feed {kind}/{key}", "content/issues", kind, key, self.name, parts)


def _windows(planner: Planner, archive: Archive, jobs: Mapping[str, Job]) -> Iterator[_Window]:
    asked = archive.paper.feeds
    found = {EVERYTHING: _Window(EVERYTHING, "", sum(len(r.articles) for r in archive.rows))}
    if "front" in asked:
        found[FRONT_PAGE] = _Window(FRONT_PAGE, FRONT, found[EVERYTHING].left)
    kinds = {kind for kind, word in TERMS.items() if word in asked}
    years = _in_years(planner, jobs, kinds) if kinds else {}
    for year in years.values():
        for feed, (name, count) in year.items():
            found.setdefault(feed, _Window(feed, name, 0)).left += count
    for row in sorted(archive.rows, key=_order):
        here = years.get(row.day.year, {}).keys() | {EVERYTHING, FRONT_PAGE}
        open_here = [found[feed] for feed in here if feed in found and not found[feed].is_full]
        if open_here:
            _fill(open_here, planner, row)
    return (window for window in found.values() if window.parts)


def _order(row: IssueRow) -> tuple[int, int]:
    """Newest day first; an extra behind the paper of its day."""
    return -row.day.toordinal(), row.edition


def _in_years(
    planner: Planner, jobs: Mapping[str, Job], kinds: set[str]
) -> dict[int, dict[FeedKey, tuple[str, int]]]:
    """The terms of each year with their names, and how many stories each has in it."""
    return {
        job.year: {
            (term.kind, term.key): (term.name, term.count)
            for term in planner.counts(job)
            if term.kind in kinds
        }
        for job in jobs.values()
        if isinstance(job, YearJob)
    }


def _fill(windows: list[_Window], planner: Planner, row: IssueRow) -> None:
    wanted: dict[FeedKey, list[str]] = defaultdict(list)
    for story in planner.issues.summaries(row.listing):
        if story.withdrawn or not story.fed or (story.draft and not planner.site.drafts):
            continue
        feeds = [EVERYTHING, *((kind, key) for kind, key, _ in terms_of(story))]
        if story.page == 1 or row.edition > 1:
            feeds.append(FRONT_PAGE)
        for feed in dict.fromkeys(feeds):
            wanted[feed].append(story.key)
    for window in windows:
        articles = wanted.get(window.feed)
        if articles and row.edition > 1 and window.feed in (EVERYTHING, FRONT_PAGE):
            window.add(row.key, ())  # an extra is announced
        elif articles:
            window.add(row.key, tuple(articles))


def _corrections(archive: Archive) -> CorrectionsJob:
    """Newest first, those of one day as the paper has them."""
    log = tuple(
        LoggedCorrection(
            *(one.date, one.note, row.key, found.key, row.day, row.edition),
            *(found.page, found.title, found.withdrawn, row.naming),
        )
        for row in archive.rows
        for found in row.corrected
        for one in found.corrections
    )
    ordered = tuple(sorted(log, key=lambda one: one.when, reverse=True))
    return CorrectionsJob("corrections", "content/issues", ordered)
