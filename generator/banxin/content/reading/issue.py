"""An issue's folder to an Issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import msgspec
from msgspec.structs import replace

from banxin.content.fields.extra import article_shape
from banxin.content.fields.ignored import silence
from banxin.content.fields.issue import ISSUE, IssueKeys
from banxin.content.fields.record import Record, record
from banxin.content.fields.value_types import YEARS, date_of
from banxin.content.frontmatter import NOTHING, Document, Held, Map
from banxin.content.links import Beside
from banxin.content.markdown.reader import Origin, render
from banxin.content.reading.article import Numbers, numbers, read_article
from banxin.content.reading.documents import check_linked
from banxin.content.reading.file_names import (
    ISSUE_FILE,
    bare,
    is_copy,
    is_manuscript,
    is_text,
    right_folder,
    right_name,
)
from banxin.content.reading.issue_context import IssueContext
from banxin.content.reading.namesakes import person_keys
from banxin.content.reading.pages import read_pages
from banxin.content.reading.placing import check_places
from banxin.content.reading.standing_page import open_document
from banxin.content.reading.terms import Slugs
from banxin.content.reading.unfinished import check_finished
from banxin.content.reading.unpaired import check_pairs
from banxin.model import Article, Issue, Page, Paper, Picture
from banxin.model.naming import IssueNaming
from banxin.problems import Place, Problems

_FOLDER = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([2-9]|[1-9][0-9]))?")
NO_PICTURES: Mapping[str, Picture] = MappingProxyType({})
_NOTHING = Document(Map((), 1, 1), "", 1)


class Dated(msgspec.Struct, frozen=True):
    """What a folder's name says: 2022-04-01, or 2022-04-01-2 for a second edition."""

    day: date
    edition: int
    key: str


def read_issue(
    root: Path,
    folder: str,
    files: tuple[str, ...],
    paper: Paper,
    problems: Problems,
    held: Held = NOTHING,
    slugs: Slugs | None = None,
    pictures: Mapping[str, Picture] = NO_PICTURES,
) -> Issue | None:
    """The issue in ``folder``, of which ``files`` are the names, drafts included.

    ``pictures``: by file, those that were looked at before and are the same.

    As good as it could be read; None, after reporting, if the folder's name is no date.
    """
    dated, slugs = _dated(folder, problems), slugs or Slugs()
    if dated is None:
        return None
    found = _issue_document(root, folder, files, problems, held)
    document = found or _NOTHING
    file = f"{folder}/{ISSUE_FILE}"
    beside = Beside(root, folder, frozenset(files), problems, pictures)
    fields = record(file, document.fields, ISSUE, problems)
    silence(fields, IssueKeys.IGNORE, folder)
    pages = read_pages(fields, folder, beside)
    known = _is_known(found, fields)
    context = _context(dated, pages, known, paper, beside, slugs)
    articles = tuple(_articles(root, folder, files, context, held))
    check_places(articles, problems)
    origin = Origin(file, document.body_line, "00", beside, paper.joins_lines)
    issue = replace(
        _described(fields, folder, dated),
        introduction=render(document.body, origin, problems),
        pages=_filled(pages, articles),
        person_keys=person_keys(articles, paper.people, slugs),
    )
    check_linked(root, issue, files, problems)
    return issue


def _described(fields: Record, folder: str, dated: Dated) -> Issue:
    """The issue as its folder's name and its own fields tell, still without a page."""
    return Issue(
        key=dated.key,
        folder=folder,
        day=dated.day,
        edition=_edition(fields, dated),
        number=(fields.get(IssueKeys.NUMBER) or (0, 0))[0],
        naming=_naming(fields),
        slogans=fields.get(IssueKeys.SLOGANS) or (),
        weather=fields.get(IssueKeys.WEATHER) or "",
        note=fields.get(IssueKeys.NOTE) or "",
        mourning=fields.get(IssueKeys.MOURNING),
        gone=fields.get(IssueKeys.GONE) or (),
    )


def _naming(fields: Record) -> IssueNaming:
    yearly, yearly_last = fields.get(IssueKeys.YEAR_NUMBER) or (0, 0)
    return IssueNaming(
        edition_name=fields.get(IssueKeys.EDITION_NAME) or "",
        last=(fields.get(IssueKeys.NUMBER) or (0, 0))[1],
        yearly=yearly,
        yearly_last=yearly_last,
        restarts=fields.get(IssueKeys.NUMBER_RESTARTS) or False,
    )


def _context(
    dated: Dated,
    pages: tuple[Page, ...],
    known: bool,
    paper: Paper,
    beside: Beside,
    slugs: Slugs,
) -> IssueContext:
    return IssueContext(
        folder=beside.folder,
        day=dated.day,
        pages=pages,
        known=known,
        sections=paper.sections,
        columns=paper.columns,
        topics=paper.topics,
        people=paper.people,
        extra=paper.extra,
        shape=article_shape(paper.extra),
        beside=beside,
        problems=beside.problems,
        slugs=slugs,
        joins_lines=paper.joins_lines,
    )


def _dated(folder: str, problems: Problems) -> Dated | None:
    above, _, name = folder.rpartition("/")
    found = _FOLDER.fullmatch(name)
    day = date_of(found[1]) if found else None
    if found is None or day is None or day.year not in YEARS:
        shown = right_folder(name, above.rpartition("/")[2])
        problems.add(Place(folder), "issue-folder-name", name=name, shown=shown)
        return None
    year = above.rpartition("/")[2]
    if year != f"{day.year:04}":
        right = f"content/issues/{day.year:04}/{name}"
        problems.add(Place(folder), "issue-folder-year", year=year, right=right)
    return Dated(day, int(found[2] or 1), name)


def _issue_document(
    root: Path, folder: str, files: tuple[str, ...], problems: Problems, held: Held
) -> Document | None:
    if ISSUE_FILE not in files:
        if not any(is_text(name) and bare(name).lower() == "issue" for name in files):
            problems.add(Place(folder), "issue-file-missing")
        return None
    return open_document(root, f"{folder}/{ISSUE_FILE}", problems, held)


def _is_known(document: Document | None, fields: Record) -> bool:
    """Whether the pages are those that the editor meant: no key of theirs was misspelt."""
    listed = fields.get(IssueKeys.PAGES)
    meant = bool(listed) or fields.is_empty(IssueKeys.PAGES)
    return document is not None and meant and not any(page.misspelt for page in listed or ())


def _edition(fields: Record, dated: Dated) -> int:
    given = fields.get(IssueKeys.EDITION)
    if given is not None and given != dated.edition:
        right = dated.day.isoformat() + (f"-{given}" if given > 1 else "")
        place = fields.place(IssueKeys.EDITION)
        fields.problems.add(place, "edition-differs", edition=given, name=dated.key, right=right)
    return dated.edition


def _articles(
    root: Path, folder: str, files: tuple[str, ...], context: IssueContext, held: Held
) -> Iterable[Article]:
    """The articles of the folder; files whose name is no article's are reported."""
    taken: dict[Numbers, str] = {}
    for name in sorted(files, key=is_copy):  # an original keeps its number
        if name == ISSUE_FILE or not is_text(name):
            continue
        file = f"{folder}/{name}"
        given = numbers(name)
        if given is None or (given in taken and is_copy(name)):
            _misnamed(file, name, files, context.problems)
            continue
        first = taken.setdefault(given, name)
        if first != name:
            context.problems.add(Place(file), "number-taken", other=first)
        _named_as_copy(file, name, files, context.problems)
        document = open_document(root, file, context.problems, held)
        if document is not None:
            article = read_article(file, document, given, context)
            check_finished(article, document, context.problems)
            check_pairs(article, document, context.problems)
            if first == name:
                yield article


def _misnamed(file: str, name: str, files: tuple[str, ...], problems: Problems) -> None:
    right = right_name(name, files)
    if right == ISSUE_FILE and ISSUE_FILE not in files:
        problems.add(Place(file), "issue-file-name", name=name)
    elif right == ISSUE_FILE or is_copy(name):
        problems.add(Place(file), "article-copy", name=name, shown=right)
    elif is_manuscript(name):
        shown = f'"{file}"' if " " in file else file
        problems.add(Place(file), "article-manuscript", name=name, file=shown)
    else:
        code = "article-name" if name.endswith(".md") else "article-ending"
        problems.add(Place(file), code, name=name, shown=right)


def _named_as_copy(file: str, name: str, files: tuple[str, ...], problems: Problems) -> None:
    """01-02-b (1).md is read, but a browser or a drive named it, and its sibling may be near."""
    if is_copy(name):
        problems.warn(Place(file), "named-as-copy", name=name, shown=right_name(name, files))


def _filled(pages: tuple[Page, ...], articles: tuple[Article, ...]) -> tuple[Page, ...]:
    """The pages with their articles in order; pages up to the last article's where none is
    listed."""
    most = len(pages) or max((a.page for a in articles), default=0)
    every = pages or tuple(Page(number) for number in range(1, most + 1))
    ordered = sorted(articles, key=lambda a: (a.page, a.order, a.key))
    return tuple(
        replace(page, articles=tuple(a for a in ordered if a.page == page.number)) for page in every
    )
