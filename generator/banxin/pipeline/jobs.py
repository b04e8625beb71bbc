"""The jobs of a build: which there are, what each depends on, and how each is planned.

A job is a small frozen value that can be sent to another process. Issues
are named in it by the digest of their sources, so that the digest of the job is the digest of
all that its outputs depend on. Planning is a pure function of the job, the site and the
theme: nothing else may find its way into an output, or a page could be stale.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from banxin.model import Gone, Issue, Standing
from banxin.model.archive import Summary, TermCount
from banxin.model.fingerprint import fingerprint
from banxin.pipeline.incremental.store import IssueStore
from banxin.plugins import running
from banxin.plugins.running import Plugins
from banxin.rendering.theme import Theme
from banxin.site import page_kinds, routes
from banxin.site.context import SiteContext
from banxin.site.corrections import plan_corrections
from banxin.site.feeds import plan_feed
from banxin.site.inputs import (
    FeedInput,
    FeedPart,
    IssueHead,
    IssueInput,
    LoggedCorrection,
    Neighbour,
    SelectionInput,
    SitewideInput,
    YearCount,
    YearInput,
)
from banxin.site.issue import plan_issue
from banxin.site.outputs import Copied, Made, Output
from banxin.site.selections import plan_selection
from banxin.site.sitewide import plan_sitewide
from banxin.site.terms import term_counts
from banxin.site.views import StyleView
from banxin.site.visibility import visible
from banxin.site.year import plan_year

YearMonth = tuple[int, int]  # year, month


class IssueJob(msgspec.Struct, frozen=True):
    """``targets``: what the issue's articles point at, and the addresses of it; ``printed``: what
    they jump to, and on which page it stands."""

    job_id: str
    source: str  # where an editor finds what it is made from
    digest: str
    before: Neighbour | None
    after: Neighbour | None
    targets: tuple[tuple[str, str], ...]
    owns_number: bool = True
    printed: tuple[tuple[str, str], ...] = ()


class YearJob(msgspec.Struct, frozen=True):
    job_id: str
    source: str
    year: int
    issues: tuple[IssueHead, ...]
    listings: tuple[str, ...]
    month_before: YearMonth | None
    month_after: YearMonth | None


class SitewideJob(msgspec.Struct, frozen=True):
    job_id: str
    source: str
    newest: IssueJob | None
    years: tuple[YearJob, ...]  # newest first
    standing: tuple[Standing, ...]
    attachments: tuple[tuple[str, str], ...]
    root_files: tuple[tuple[str, str], ...]
    targets: tuple[tuple[str, str], ...]
    gone: tuple[Gone, ...] = ()
    extras: tuple[Neighbour, ...] = ()


class AssetsJob(msgspec.Struct, frozen=True):
    """The theme's static files: few, and looked at in every build."""

    job_id: str
    source: str


class ListingJob(msgspec.Struct, frozen=True):
    """A file that is known as soon as the archive is; see listings.py."""

    job_id: str
    source: str
    path: str
    text: str


class FeedJob(msgspec.Struct, frozen=True):
    """``parts``: issues, newest first, with the articles of each that the feed holds."""

    job_id: str
    source: str
    kind: str
    key: str
    name: str
    parts: tuple[tuple[IssueJob, tuple[str, ...]], ...]


class CorrectionsJob(msgspec.Struct, frozen=True):
    job_id: str
    source: str
    log: tuple[LoggedCorrection, ...]  # newest first


class SelectionJob(msgspec.Struct, frozen=True):
    """A list of articles of any year; see selection_jobs.py and ``SelectionInput``."""

    job_id: str
    source: str
    kind: str
    key: str
    issues: tuple[IssueHead, ...] = ()
    listings: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()


Job = (
    IssueJob
    | YearJob
    | SitewideJob
    | AssetsJob
    | ListingJob
    | FeedJob
    | CorrectionsJob
    | SelectionJob
)


class Planner(msgspec.Struct, frozen=True):
    """What it takes to plan any job."""

    site: SiteContext
    issues: IssueStore
    theme: Theme
    plugins: Plugins = ()

    def plan(self, job: Job) -> tuple[Output, ...]:
        match job:
            case IssueJob():
                whole = self._issue(job)
                return (*plan_issue(self.site, whole), *self._contributed(whole.issue, job))
            case YearJob():
                return plan_year(self.site, self._year(job))
            case SitewideJob():
                return plan_sitewide(self.site, self._whole(job))
            case AssetsJob():
                return self._assets()
            case ListingJob():
                return (Made(job.path, job.text.encode(), job.source),)
            case FeedJob():
                return tuple(plan_feed(self.site, self._feed(job)))
            case SelectionJob():
                return tuple(plan_selection(self.site, self._selection(job)))
            case _:  # CorrectionsJob
                return tuple(plan_corrections(self.site, job.log))

    def _contributed(self, issue: Issue, job: IssueJob) -> tuple[Output, ...]:
        """Files that plugins make of the issue as readers get it. Raises BuildFailed."""
        if not self.plugins:
            return ()
        home = self.site.base.absolute(routes.HOME)
        paper = replace(self.site.paper, base_url=home)
        made = running.files(self.plugins, visible(issue, self.site.drafts), paper)
        return tuple(Made(path, data, job.source) for path, data in made)

    def _assets(self) -> tuple[Output, ...]:
        files = [Copied(routes.ASSETS + n, str(f)) for n, f in self.theme.static()]
        styles = self.theme.styles()
        drawn = [page_kinds.STYLES.at(routes.ASSETS + styles, StyleView())] if styles else []
        return (*files, *drawn)

    def _issue(self, job: IssueJob) -> IssueInput:
        issue = self.issues.issue(job.digest)
        return IssueInput(issue, job.before, job.after, job.targets, job.owns_number, job.printed)

    def _feed(self, job: FeedJob) -> FeedInput:
        parts = tuple(FeedPart(self._issue(issue), keys) for issue, keys in job.parts)
        return FeedInput(job.kind, job.key, job.name, parts)

    def _year(self, job: YearJob) -> YearInput:
        articles = self._summaries(job)
        return YearInput(job.year, job.issues, articles, job.month_before, job.month_after)

    def _selection(self, job: SelectionJob) -> SelectionInput:
        articles = self._summaries(job)
        return SelectionInput(job.kind, job.key, job.issues, articles, job.counts)

    def _summaries(self, job: YearJob | SelectionJob) -> tuple[Summary, ...]:
        found = (s for listing in job.listings for s in self.issues.summaries(listing))
        return tuple(s for s in found if self.site.drafts or not s.draft)

    def counts(self, job: YearJob) -> tuple[TermCount, ...]:
        """Counted once for the same listings: of an old year they hardly ever change."""
        key = fingerprint((self.site.drafts, job.listings))
        known = self.issues.counts(key)
        if known is None:
            known = term_counts(self._summaries(job))
            self.issues.keep_counts(key, known)
        return known

    def _whole(self, job: SitewideJob) -> SitewideInput:
        newest = self._issue(job.newest) if job.newest else None
        years = tuple(YearCount(year.year, _months(year), self.counts(year)) for year in job.years)
        files = tuple(file for file, _ in job.root_files)
        return SitewideInput(newest, years, job.standing, job.targets, job.gone, files, job.extras)


def _months(year: YearJob) -> tuple[int, ...]:
    """How many issues each month has."""
    return tuple(sum(head.day.month == month for head in year.issues) for month in range(1, 13))
