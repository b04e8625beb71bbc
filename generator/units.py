"""The units of a plan: which there are, what each depends on, and how each is planned."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from . import routes
from .archive import Archive, IssueRow, Summary
from .engine import ENGINE
from .fingerprint import fingerprint
from .outputs import Copied, Output
from .plan.issues import IssueUnit, Neighbour, plan_issue
from .plan.site import Site
from .plan.whole import WholeUnit, YearCount, plan_whole
from .plan.words import issue_title
from .plan.years import IssueHead, YearUnit, plan_year, term_counts
from .store import Sources
from .theme import Theme

ASSETS, WHOLE = "assets", "site"
Targets = dict[str, str]


@dataclass(frozen=True, slots=True)
class Units:
    """Everything needed to plan any unit by its name: an issue's key, a year, assets, site.

    ``targets``: Markdown file or "2022-04-01/03/05" to the address of a published article.
    """

    site: Site
    archive: Archive
    sources: Sources
    theme: Theme
    targets: Targets

    def digests(self) -> dict[str, str]:
        """Name to digest of all that the unit's plan depends on."""
        about = fingerprint((ENGINE, self.site))
        found = {
            row.key: fingerprint((about, row.digest, *self._around(n), self._targets_of(row)))
            for n, row in enumerate(self.archive.rows)
        }
        years = self._years()
        months = self._months()
        for year, rows in years.items():
            heads = tuple(IssueHead.of(row) for row in rows)
            parts = tuple(row.digest for row in rows)
            found[str(year)] = fingerprint((about, heads, parts, _around_year(months, year)))
        newest = found[self.archive.rows[-1].key] if self.archive.rows else ""
        lists = tuple(found[str(year)] for year in years)
        pages = tuple((page, self._targets_of_standing()) for page in self.archive.standing)
        found[WHOLE] = fingerprint((about, newest, lists, pages))
        found[ASSETS] = ""  # always looked at: files of the theme are few
        return found

    def plan(self, unit: str) -> tuple[Output, ...]:
        """The outputs of one unit. Raises KeyError for a unit that doesn't exist."""
        if unit == ASSETS:
            return tuple(Copied(routes.ASSETS + n, str(f)) for n, f in self.theme.static())
        if unit == WHOLE:
            return plan_whole(self.site, self._whole())
        if unit.isdigit():
            return plan_year(self.site, self._year(int(unit)))
        at = next(n for n, row in enumerate(self.archive.rows) if row.key == unit)
        return plan_issue(self.site, self._issue(at))

    def source(self, unit: str) -> str:
        """Where an editor finds what a unit is made from."""
        folders = {row.key: row.folder for row in self.archive.rows}
        if unit in folders:
            return folders[unit]
        if unit == ASSETS:
            return f"themes/{self.site.paper.theme}/static"
        return f"content/issues/{unit}" if unit.isdigit() else "content"

    def _issue(self, at: int) -> IssueUnit:
        row = self.archive.rows[at]
        before, after = self._around(at)
        return IssueUnit(self.sources.issue(row.digest), before, after, self._targets_of(row))

    def _around(self, at: int) -> tuple[Neighbour | None, Neighbour | None]:
        rows = self.archive.rows
        before = _neighbour(rows[at - 1]) if at else None
        after = _neighbour(rows[at + 1]) if at + 1 < len(rows) else None
        return before, after

    def _targets_of(self, row: IssueRow) -> tuple[tuple[str, str], ...]:
        wanted = sorted({p.target for p in row.pointers})
        return tuple((t, self.targets[t]) for t in wanted if t in self.targets)

    def _targets_of_standing(self) -> tuple[tuple[str, str], ...]:
        refs = (ref for page in self.archive.standing for ref in page.body.refs)
        wanted = sorted({ref.target for ref in refs if ref.kind == "link"})
        return tuple((t, self.targets[t]) for t in wanted if t in self.targets)

    def _years(self) -> dict[int, list[IssueRow]]:
        years: dict[int, list[IssueRow]] = defaultdict(list)
        for row in self.archive.rows:
            years[row.day.year].append(row)
        return years

    def _months(self) -> list[tuple[int, int]]:
        return sorted({(row.day.year, row.day.month) for row in self.archive.rows})

    def summaries(self, rows: list[IssueRow]) -> tuple[Summary, ...]:
        found = (s for row in rows for s in self.sources.summaries(row.digest))
        return tuple(s for s in found if self.site.drafts or not s.draft)

    def _year(self, year: int) -> YearUnit:
        rows = self._years()[year]
        heads = tuple(IssueHead.of(row) for row in rows)
        before, after = _around_year(self._months(), year)
        return YearUnit(year, heads, self.summaries(rows), before, after)

    def _whole(self) -> WholeUnit:
        rows = self.archive.rows
        newest = self._issue(len(rows) - 1) if rows else None
        years = tuple(
            YearCount(year, len(found), term_counts(self.summaries(found)))
            for year, found in sorted(self._years().items(), reverse=True)
        )
        return WholeUnit(newest, years, self.archive.standing, self._targets_of_standing())


def _neighbour(row: IssueRow) -> Neighbour:
    return Neighbour(row.key, issue_title(row.day, row.edition))


def _around_year(
    months: list[tuple[int, int]], year: int
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The last month with issues before ``year``, and the first after it."""
    before = [month for month in months if month[0] < year]
    after = [month for month in months if month[0] > year]
    return (before[-1] if before else None), (after[0] if after else None)


def targets_of(archive: Archive, *, drafts: bool) -> Targets:
    """Every address that a link or a jump may lead to: articles, issues, standing pages."""
    targets = {page.file: routes.standing(page.key) for page in archive.standing}
    for row in archive.rows:
        targets[f"{row.folder}/issue.md"] = routes.issue(row.key)
        for article in row.articles:
            if drafts or not article.draft:
                address = routes.article(row.key, article.key)
                targets[article.file] = address
                targets[f"{row.key}/{article.key}"] = address
    return targets
