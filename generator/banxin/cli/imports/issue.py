"""The issue that stories go into: one that is there, or one that is made with them."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from banxin.cli import issues
from banxin.cli.commands.new import next_form, text_of
from banxin.cli.session import WrongUse
from banxin.content import paper_file
from banxin.content.fields.value_types import YEARS
from banxin.importers.planning import Target, Wanted
from banxin.model import Paper
from banxin.pipeline.project import Project
from banxin.problems import Problems
from banxin.problems.texts import Words
from banxin.scaffold.issue import PageForm


class ImportIssue(msgspec.Struct, frozen=True):
    """``text``: that of issue.md where the issue is new; else empty."""

    key: str
    target: Target
    text: str = ""

    @property
    def file(self) -> str:
        return f"{self.target.folder}/issue.md"


def paper_of(project: Project) -> Paper:
    """Raises BuildFailed if paper.yml can't be read."""
    problems = Problems()
    paper = paper_file.read_paper(project.root, problems)
    problems.raise_errors()
    return paper or Paper("")


def key_of(project: Project, asked: str | None, day: date | None, words: Words) -> str:
    """The issue that was named, that a folder is named for, or the latest. Raises WrongUse."""
    known = issues.keys(project)
    key = asked or (day.isoformat() if day else "") or (known[0] if known else "")
    if not key:
        raise WrongUse(words("importing.issue.unnamed"))
    if issues.day(key).year not in YEARS:
        raise WrongUse(words("new.year", day=key, first=YEARS[0], last=YEARS[-1]))
    return key


def issue_for(
    project: Project, key: str, paper: Paper, wanted: list[Wanted], words: Words
) -> ImportIssue:
    """Raises WrongUse for a page that the issue doesn't have."""
    folder = issues.folder(key)
    most = max((w.page or w.story.page or 1 for w in wanted), default=1)
    if (project.root / folder / "issue.md").exists():
        pages, text = issues.form(project, key).pages, ""
        if pages and most > len(pages):
            gaps = {"issue": key, "pages": len(pages), "page": most}
            raise WrongUse(words("new.unknown-page", file=f"{folder}/issue.md", **gaps))
    else:
        others = [other for other in issues.keys(project) if other != key]
        form = next_form(project, key, others)
        pages = _enough(form.pages, most, wanted)
        text = text_of(key, replace(form, pages=pages))
    target = Target(
        folder,
        issues.day(key),
        tuple(page.name for page in pages),
        issues.first_section(project),
        frozenset(name for term in paper.columns for name in (term.name, term.key)),
        paper.joins_lines,
    )
    return ImportIssue(key, target, text)


def _enough(pages: tuple[PageForm, ...], most: int, wanted: list[Wanted]) -> tuple[PageForm, ...]:
    """Pages up to the last that is needed, with the names that the manuscripts give."""
    names = {w.page or w.story.page or 1: w.story.page_name for w in wanted if w.story.page_name}
    made = list(pages) or [PageForm("要闻", "front")]
    made += [PageForm(names.get(n, "")) for n in range(len(made) + 1, most + 1)]
    return tuple(p if p.name else replace(p, name=names.get(n, "")) for n, p in enumerate(made, 1))
