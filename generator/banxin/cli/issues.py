"""The issues that lie in a paper's folder, as far as starting another needs to know them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from banxin.cli.session import PAPER as PAPER_FILE
from banxin.content.fields import VOCABULARY, Field, Record, record
from banxin.content.fields.issue import ISSUE, IssueKeys, PageKeys
from banxin.content.fields.paper import PAPER, PaperKeys
from banxin.content.fields.value_types import YEARS
from banxin.content.frontmatter import Map, parse, read_text, split
from banxin.content.scan import ISSUES, scan_issues
from banxin.model import Page
from banxin.model.page_label import page_label
from banxin.pipeline.project import Project
from banxin.problems import Problems
from banxin.scaffold.issue import PageForm

T = TypeVar("T")

_KEY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d+))?")


class IssueTemplate(msgspec.Struct, frozen=True):
    """What the next issue takes over from this one: its numbers, of a double one the second; 0: not
    given. ``edition_name``: of an extra.
    """

    number: int = 0
    yearly: int = 0
    edition_name: str = ""
    pages: tuple[PageForm, ...] = ()


def keys(project: Project) -> list[str]:
    """Keys of all issues, newest first. Folders that aren't issues are left to ``check``."""
    names = (folder.path.rpartition("/")[2] for folder in scan_issues(project.root, Problems()))
    return sorted((name for name in names if _is_key(name)), key=_order, reverse=True)


def latest(known: list[str]) -> str:
    """Where a story goes that names no issue: the latest that is no extra, if there is one."""
    return next((key for key in known if edition(key) == 1), known[0] if known else "")


def _is_key(name: str) -> bool:
    match = _KEY.fullmatch(name)
    try:
        return bool(match and date.fromisoformat(match[1]).year in YEARS)
    except ValueError:
        return False


def _order(key: str) -> tuple[date, int]:
    return date.fromisoformat(key[:10]), int(key[11:] or 1)


def day(key: str) -> date:
    return _order(key)[0]


def edition(key: str) -> int:
    return _order(key)[1]


def folder(key: str) -> str:
    """An issue's folder, from the root."""
    return f"{ISSUES}/{key[:4]}/{key}"


def before(key: str, known: list[str]) -> str | None:
    """The issue, extras left out, that ``key`` follows; None if it would be the first."""
    return next((k for k in known if edition(k) == 1 and _order(k) < _order(key)), None)


def published(project: Project) -> frozenset[str]:
    """The addresses that readers were given, as far as that is known on this machine."""
    from banxin.pipeline.published.knowledge import known_here  # late: --help needn't wait for it

    return frozenset(known_here(project))


def committed(project: Project, paths: Iterable[str]) -> frozenset[str]:
    """Those of ``paths`` from the paper's root that git has: whoever publishes from there knows."""
    from banxin.pipeline.published import git_history  # late, as above

    return git_history.committed(project.root, paths)


def next_number(
    project: Project,
    key: str,
    page: str,
    published: Iterable[str],
    aside: Collection[str] = (),
) -> int:
    """The number after the highest on this page: numbers are addresses and never used twice.

    ``published``: addresses that readers were given, whatever became of them. ``aside``: names of
    files whose numbers are no article's.
    """
    return max(used_numbers(project, key, page, published, aside), default=0) + 1


def used_numbers(
    project: Project,
    key: str,
    page: str,
    published: Iterable[str],
    aside: Collection[str] = (),
) -> set[int]:
    """Of the page with this key: by files that lie there, by addresses that are known or told of
    there."""
    from banxin.content.reading.article import numbers  # late: it loads all that reads a text

    place = project.root / folder(key)
    lie_there = place.iterdir() if place.is_dir() else ()
    files = [file for file in lie_there if file.name not in aside]
    known = (numbers(file.name) for file in files)
    lying = {given.place for given in known if given and given.page == page}
    typed = page.lstrip("0")  # a file that is misnamed has its number, too: 1-02.md
    named = (re.match(rf"0*{typed}-(\d+)", file.name, re.IGNORECASE) for file in files)
    # /2022-04-01/01/02/ of an alias, 01/02: of gone
    address = re.compile(rf"{re.escape(key)}/{page}/(\d+)(?!\d)|(?<![\w/]){page}/(\d+):")
    told = (m for f in files if f.suffix == ".md" for m in address.finditer(_text(f)))
    given = (address.match(one) for one in published if one.startswith(f"{key}/"))
    found = (match for match in (*named, *told, *given) if match)
    return lying | {int(number) for match in found for number in match.groups() if number}


def place_of(pages: tuple[PageForm, ...], page: str) -> int:
    """Which of ``pages`` the key ``page`` means, from 1; 0 for none of them."""
    from banxin.content.reading.page_places import page_labels, page_of

    labels = page_labels([form.label for form in pages])
    found = tuple(Page(n, label=label) for n, label in enumerate(labels, 1))
    return page_of(page_label(page), found)


def _text(file: Path) -> str:
    return file.read_text("utf-8", errors="replace") if file.is_file() else ""


def form(project: Project, key: str) -> IssueTemplate:
    """Number and pages of an issue, as far as given.

    Raises BuildFailed if its issue.md can't be read.
    """
    path = f"{folder(key)}/issue.md"
    if not (project.root / path).exists():
        return IssueTemplate()
    problems = Problems()
    found = _read(project, path, problems)
    problems.raise_errors()
    return found


def _read(project: Project, path: str, problems: Problems) -> IssueTemplate:
    text = read_text(project.root, path, problems)
    document = split(path, text, problems, VOCABULARY) if text is not None else None
    if document is None:
        return IssueTemplate()
    issue = record(path, document.fields, ISSUE, problems)
    pages = tuple(map(_page, issue.get(IssueKeys.PAGES) or ()))
    number, yearly = (issue.get(key) or (0, 0) for key in (IssueKeys.NUMBER, IssueKeys.YEAR_NUMBER))
    return IssueTemplate(max(number), max(yearly), pages=pages)


def _page(page: Record) -> PageForm:
    return PageForm(
        page.get(PageKeys.NAME) or "",
        page.get(PageKeys.LAYOUT) or "",
        page.get(PageKeys.CREDITS) or (),
        page.get(PageKeys.LABEL) or "",
    )


def timezone(project: Project) -> str:
    """The paper's time zone; China's where paper.yml names none or can't be read."""
    return _paper(project, PaperKeys.TIMEZONE) or "Asia/Shanghai"


def first_section(project: Project) -> str:
    """The name of the first section that paper.yml lists; of most papers' first, if none."""
    sections = _paper(project, PaperKeys.SECTIONS)
    return sections[0].name if sections else "要闻"


def _paper(project: Project, wanted: Field[T]) -> T | None:
    problems = Problems()
    text = read_text(project.root, PAPER_FILE, problems)
    node = parse(PAPER_FILE, text, problems, vocabulary=VOCABULARY) if text else None
    return record(PAPER_FILE, node, PAPER, problems).get(wanted) if isinstance(node, Map) else None
