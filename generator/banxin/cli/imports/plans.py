"""What would be written of some stories: worked out anew whenever somebody has changed them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from banxin.cli import issues
from banxin.cli.imports.already import Shelf, already
from banxin.cli.imports.issue import ImportIssue, issue_for
from banxin.cli.imports.sources import sources_in
from banxin.cli.session import WrongUse
from banxin.importers.known import Known
from banxin.importers.planning import LAST_ARTICLE, Looks, PlannedArticle, Wanted, plan
from banxin.importers.proposals import Proposals, proposals
from banxin.model import Paper
from banxin.model.page_label import filed_under, page_key
from banxin.pipeline.project import Project
from banxin.problems.texts import Words


class Plan(msgspec.Struct, frozen=True):
    """``known``: where a story is already, by its place among ``planned``."""

    target: ImportIssue
    wanted: tuple[Wanted, ...]
    planned: tuple[PlannedArticle, ...]
    known: Mapping[int, Known]

    @property
    def some_known(self) -> bool:
        return 0 < len(self.known) < len(self.planned)

    def new(self) -> list[Wanted]:
        """Those that the paper doesn't have."""
        return [one for n, one in enumerate(self.wanted) if n not in self.known]


class Plans:
    """Plans for one issue of a paper. ``sources``: all files that were looked at."""

    def __init__(
        self, project: Project, key: str, paper: Paper, sources: Sequence[Path], words: Words
    ) -> None:
        self.project, self.key, self.paper = project, key, paper
        self.sources, self.words = sources, words
        self.shelf = Shelf(project)
        self.looks: Looks = {}
        self.published = issues.published(project)

    def placed(self, wanted: Sequence[Wanted]) -> tuple[ImportIssue, list[Wanted]]:
        """The issue, and the stories on its pages. Raises WrongUse for a page it doesn't have."""
        return issue_for(self.project, self.key, self.paper, list(wanted), self.words)

    def known(self, wanted: Sequence[Wanted]) -> dict[int, Known]:
        return already(self.shelf, self.key, wanted, joins_lines=self.paper.joins_lines)

    def made(self, wanted: Sequence[Wanted], known: Mapping[int, Known] | None = None) -> Plan:
        """Raises WrongUse where a page is missing or has no number left."""
        target, placed = self.placed(wanted)
        known = self.known(placed) if known is None else known
        return Plan(target, tuple(placed), self._planned(placed, target), known)

    def proposals(self, plan_: Plan) -> Proposals:
        """What could be listed in paper.yml and people.yml."""
        sections = (term.name for term in self.paper.sections)
        return proposals(
            (one.story for one in plan_.planned),
            sections=frozenset({*sections, *plan_.target.target.page_names}),
            columns=frozenset(term.name for term in self.paper.columns),
            people=frozenset(one.name for one in self.paper.people),
        )

    def _planned(self, wanted: Sequence[Wanted], target: ImportIssue) -> tuple[PlannedArticle, ...]:
        folder = self.project.root / target.target.folder
        taken = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
        aside = sources_in(folder, taken, self.sources)

        def next_number(page: str) -> int:
            place = page_key(filed_under(page))
            return issues.next_number(self.project, target.key, place, self.published, aside)

        planned = plan(wanted, target.target, next_number, taken, self.looks)
        for one in planned:
            if one.number > LAST_ARTICLE:
                raise WrongUse(self.words("importing.full", page=one.page))
        return planned
