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
from banxin.content.reading.page_places import page_labels
from banxin.importers.pages import page_order
from banxin.importers.planning import MARK, Target, Wanted
from banxin.model import Paper
from banxin.model.page_label import FOLD, label_after, page_key
from banxin.pipeline.project import Project
from banxin.problems import Problems
from banxin.problems.texts import Words
from banxin.scaffold.issue import PageForm

_NAME = "综合"  # what most papers call a page that isn't the first


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
) -> tuple[ImportIssue, list[Wanted]]:
    """The issue, and the stories with the labels that its pages have.

    Raises WrongUse for a page that the issue doesn't have.
    """
    folder = issues.folder(key)
    pages, text = _pages(project, key, wanted)
    labels = page_labels([page.label for page in pages])
    found = [_label(w.page, pages, labels) for w in wanted]
    pairs = zip(wanted, found, strict=True)
    missing = next((w.page for w, label in pairs if w.page and w.sure and not label), "")
    if missing:
        gaps = {"issue": key, "pages": len(pages), "page": missing}
        raise WrongUse(words("new.unknown-page", file=f"{folder}/issue.md", **gaps))
    target = Target(
        folder,
        issues.day(key),
        {label: page.name for label, page in zip(labels, pages, strict=True)},
        issues.first_section(project),
        frozenset(name for term in paper.columns for name in (term.name, term.key)),
        paper.joins_lines,
    )
    placed = [replace(w, page=label) for w, label in zip(wanted, found, strict=True)]
    return ImportIssue(key, target, text), placed


def _pages(project: Project, key: str, wanted: list[Wanted]) -> tuple[tuple[PageForm, ...], str]:
    """The issue's pages, and the text of issue.md where that is to be made."""
    if (project.root / issues.folder(key) / "issue.md").exists():
        return issues.form(project, key).pages, ""
    others = [other for other in issues.keys(project) if other != key]
    form = next_form(project, key, others)
    pages = _enough(form.pages, [w.page for w in wanted if w.sure], _names(wanted))
    return pages, text_of(key, replace(form, pages=pages))


def _label(asked: str, pages: tuple[PageForm, ...], labels: list[str]) -> str:
    """What the issue calls the page; "" where it has none such, or nothing was asked for.

    A2 is the second page where none has a letter.
    """
    if not asked or not pages:
        return asked
    lettered = any(label[0].isalpha() and label[0].isascii() for label in labels)
    plain = asked[1:].lstrip("0") if asked[0] == "A" and not lettered else asked
    at = issues.place_of(pages, page_key(plain)) if plain else 0
    return labels[at - 1] if at else ""


def _names(wanted: list[Wanted]) -> dict[str, str]:
    """Names of pages that the manuscripts give, by label."""
    return {w.page or "1": w.story.page_name for w in wanted if w.story.page_name}


def _enough(
    pages: tuple[PageForm, ...], asked: list[str], names: dict[str, str]
) -> tuple[PageForm, ...]:
    """Pages up to the last that is needed, with the names that the manuscripts give."""
    first = PageForm("要闻", "front", label="" if not any(map(_lettered, asked)) else "A1")
    made = list(pages) or [first]
    for label in sorted({a for a in asked if a}, key=page_order):
        while not _label(label, tuple(made), labels := page_labels([p.label for p in made])):
            made.append(_next_page(label, labels))
    labels = page_labels([p.label for p in made])
    return tuple(_named(p, names.get(label, "")) for p, label in zip(made, labels, strict=True))


def _named(page: PageForm, name: str) -> PageForm:
    """With a name, which the sections of its stories are: else each of them would have to say."""
    if page.name:
        return page
    return replace(page, name=name) if name else replace(page, name=_NAME, remark=MARK)


def _lettered(label: str) -> bool:
    return bool(label) and label[0].isascii() and label[0].isalpha()


def _next_page(wanted: str, labels: list[str]) -> PageForm:
    """A page on the way to ``wanted``, or it itself: A2 where A1 is the last and A4 is wanted."""
    if FOLD in wanted:
        return PageForm(label=wanted)
    letters, number, _ = page_order(wanted)
    same = [one for one in labels if label_after(one) and page_order(one)[0] == letters]
    after = label_after(same[-1]) if same else f"{letters}1"
    if page_order(after)[1] > number or ("–" in wanted and page_order(after)[1] == number):
        return PageForm(label=wanted)
    return PageForm(label=after if letters or labels[-1] != same[-1] else "")
