"""The issue that stories go into: one that is there, or one that is made with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from banxin.cli import issues
from banxin.cli.commands.new import next_form, text_of
from banxin.cli.imports.new_pages import are_called_otherwise, called, enough, labels_of, with_pages
from banxin.cli.session import WrongUse
from banxin.content import paper_file
from banxin.content.fields.value_types import YEARS
from banxin.importers.pages import page_order
from banxin.importers.planning import Target, Wanted
from banxin.model import Paper
from banxin.pipeline.project import Project
from banxin.problems import Problems
from banxin.problems.texts import Words
from banxin.scaffold.issue import PageForm


class ImportIssue(msgspec.Struct, frozen=True):
    """``text``: that of issue.md where the issue is new; else empty. ``before``: how the issue
    before calls its pages, where this one's are called otherwise."""

    key: str
    target: Target
    text: str = ""
    before: tuple[str, ...] = ()

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
    key = asked or (day.isoformat() if day else "") or issues.latest(known)
    if not key:
        raise WrongUse(words("importing.issue.unnamed"))
    if issues.day(key).year not in YEARS:
        raise WrongUse(words("new.year", day=key, first=YEARS[0], last=YEARS[-1]))
    return key


def issue_for(
    project: Project, key: str, paper: Paper, wanted: list[Wanted], words: Words
) -> tuple[ImportIssue, list[Wanted]]:
    """The issue, and the stories with the labels that its pages have.

    Raises WrongUse for a page that the issue doesn't have.
    """
    folder = issues.folder(key)
    pages, text, before = _pages(project, key, wanted)
    labels = labels_of(pages)
    found = [called(w.page, pages) for w in wanted]
    pairs = zip(wanted, found, strict=True)
    missing = [w.page for w, label in pairs if w.page and w.sure and not label]
    if missing:
        raise _without(project, key, pages, missing, words)
    target = Target(
        folder,
        issues.day(key),
        {label: page.name for label, page in zip(labels, pages, strict=True)},
        issues.first_section(project),
        frozenset(name for term in paper.columns for name in (term.name, term.key)),
        paper.joins_lines,
    )
    placed = [replace(w, page=label) for w, label in zip(wanted, found, strict=True)]
    return ImportIssue(key, target, text, tuple(before)), placed


def _pages(
    project: Project, key: str, wanted: list[Wanted]
) -> tuple[tuple[PageForm, ...], str, list[str]]:
    """The issue's pages, the text of issue.md where that is to be made, and what the pages were
    called in the issue before, where that is something else."""
    if (project.root / issues.folder(key) / "issue.md").exists():
        return issues.form(project, key).pages, "", []
    others = [other for other in issues.keys(project) if other != key]
    form = next_form(project, key, others)
    names = {w.page or "1": w.story.page_name for w in wanted if w.story.page_name}
    asked = [w.page for w in wanted if w.sure]
    pages = enough(form.pages, asked, names)
    other = labels_of(form.pages) if are_called_otherwise(asked, form.pages) else []
    return pages, text_of(key, replace(form, pages=pages)), other


class NoPage(WrongUse):
    """An issue that is there hasn't the pages. ``gaps``: of what is said of that."""

    def __init__(self, said: str, gaps: dict[str, object]) -> None:
        super().__init__(said)
        self.gaps = gaps


def _without(
    project: Project, key: str, pages: Sequence[PageForm], missing: Sequence[str], words: Words
) -> NoPage:
    """What to write into issue.md, for the pages that the manuscripts name and it doesn't have."""
    file = f"{issues.folder(key)}/issue.md"
    lacking = sorted(set(missing), key=page_order)
    listed = words("terminal.list")
    gaps: dict[str, object] = {"issue": key, "file": file, "first": labels_of(pages)[0]}
    gaps |= {"labels": listed.join(labels_of(pages)), "missing": listed.join(lacking)}
    line, lines = with_pages((project.root / file).read_text("utf-8"), lacking)
    how = words("importing.pages.line" if line else "importing.pages.lines", **gaps)
    gaps |= {"how": how, "lines": line or lines}
    return NoPage(words("importing.pages.unknown", **gaps), gaps)
