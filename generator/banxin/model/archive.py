"""What a build keeps in memory of each issue: enough to see what changed, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from banxin.model import Article, Correction, Gone, Issue, Paper, Standing
from banxin.model.credits import listed_name, works
from banxin.model.kinds import kind_of
from banxin.model.likeness import signature
from banxin.model.listing import pointers
from banxin.model.naming import USUAL, IssueNaming
from banxin.model.page_label import pages_in_all
from banxin.model.published import SPECIMEN
from banxin.problems import Problem, Silence

LISTED = ("person", "printed")  # credits that lists of articles show, but not sources and places


class Pointer(msgspec.Struct, frozen=True):
    """Something in an issue that leads to another article, and where it stands."""

    target: str  # a Markdown file, or "2022-04-01/03/05" of a jump
    file: str
    line: int
    column: int


class AskedLayout(msgspec.Struct, frozen=True):
    """A page layout, and where issue.md asks for it."""

    name: str
    line: int
    column: int


class ArticleRow(msgspec.Struct, frozen=True):
    file: str
    key: str
    draft: bool
    listed: bool  # published, and not withdrawn
    aliases: tuple[str, ...] = ()
    specimen: bool = False  # written by the program, to be deleted
    signature: str = ""  # see model/likeness.py; "" of a withdrawn article without a text
    page: str = ""  # label of the page that it is printed on


class Corrected(msgspec.Struct, frozen=True):
    """An article that was corrected, as the log of corrections needs it."""

    key: str
    page: str  # its label
    title: str
    withdrawn: bool
    corrections: tuple[Correction, ...]


class IssueRow(msgspec.Struct, frozen=True):
    """One issue. ``digest`` stands for all of its sources and changes when any of them does;

    ``listing`` only for what lists say of its articles, whatever their texts.
    """

    key: str
    folder: str
    day: date
    edition: int
    number: int
    digest: str
    listing: str
    pages: int
    articles: tuple[ArticleRow, ...]
    pointers: tuple[Pointer, ...]
    layouts: tuple[AskedLayout, ...]
    problems: tuple[Problem, ...] = ()  # warnings only: errors stop a build
    silences: tuple[Silence, ...] = ()
    gone: tuple[Gone, ...] = ()
    corrected: tuple[Corrected, ...] = ()  # drafts left out
    addresses: str = ""  # see site/address_book.py
    topics: tuple[str, ...] = ()  # keys, of its articles that lists show
    naming: IssueNaming = USUAL
    labelled: tuple[str, ...] = ()  # keys of its pages, where some aren't called by their numbers
    counted: int = 0  # how many pages it prints: a plate over two is two
    bare: bool = False  # nothing to read: no article, plate or PDF

    @property
    def page_keys(self) -> tuple[str, ...]:
        return self.labelled or tuple(f"{number:02}" for number in range(1, self.pages + 1))

    @property
    def is_draft(self) -> bool:
        """An issue in the making: it has articles, and each of them is a draft."""
        return bool(self.articles) and all(article.draft for article in self.articles)


class ListedPerson(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody by whom an article is, once: what he did, as lists count it (记者, 摄影)."""

    key: str
    name: str
    works: tuple[str, ...] = ()


class Summary(msgspec.Struct, frozen=True):
    """An article as lists need it."""

    issue: str
    day: date
    key: str
    page: int
    title: str
    section: tuple[str, str]  # key, name
    column: tuple[str, str] | None
    bylines: tuple[str, ...]  # as they are printed, offices too
    signed: tuple[ListedPerson, ...]  # and who took the pictures
    people: tuple[tuple[str, str], ...]  # key, name
    topics: tuple[tuple[str, str], ...]
    changed: date  # of the last correction, or the issue's day
    draft: bool
    withdrawn: bool
    listed: bool = True  # by lists of titles, unless it is withdrawn; see listing.py
    fed: bool = True  # by feeds, likewise
    label: str = ""  # of its page, if that is another than its number


class TermCount(msgspec.Struct, frozen=True):
    """How many articles of a year belong to one section, column, byline …

    ``works``: of a byline, how many of them for which work (摄影); some for two, some for none.
    """

    kind: str
    key: str
    name: str
    count: int
    works: tuple[tuple[str, int], ...] = ()


class Archive(msgspec.Struct, frozen=True):
    """The whole paper as far as a build must know it. Rows oldest first."""

    paper: Paper
    standing: tuple[Standing, ...]
    rows: tuple[IssueRow, ...]
    attachments: tuple[tuple[str, str], ...] = ()  # files that standing pages link to, and digests
    root_files: tuple[tuple[str, str], ...] = ()  # files of content/root, and digests


def last_change(article: Article, day: date) -> date:
    """Of an article printed on ``day``: that day, or its last correction's if it is later."""
    return max((day, *(correction.date for correction in article.corrections)))


def published(archive: Archive, *, drafts: bool) -> Archive:
    """As readers get it: tomorrow's issue can be written without becoming the newest."""
    if drafts:
        return archive
    return replace(archive, rows=tuple(row for row in archive.rows if not row.is_draft))


def row_of(
    issue: Issue,
    digest: str,
    listing: str,
    problems: tuple[Problem, ...],
    silences: tuple[Silence, ...] = (),
) -> IssueRow:
    articles = issue.articles
    return IssueRow(
        issue.key,
        issue.folder,
        issue.day,
        issue.edition,
        issue.number,
        digest,
        listing,
        len(issue.pages),
        tuple(_article_row(a, page.printed) for page in issue.pages for a in page.articles),
        (*_links(issue), *(p for a in articles for p in _jump(a))),
        tuple(AskedLayout(p.layout, *p.layout_at) for p in issue.pages if p.layout),
        problems,
        silences,
        issue.gone,
        tuple(_corrected(a, issue) for a in articles if a.corrections and a.status != "draft"),
        topics=tuple(sorted({topic.key for a in articles for topic in a.topics})),
        labelled=_labelled(issue),
        counted=pages_in_all(page.printed for page in issue.pages),
        naming=issue.naming,
        bare=not articles and not any(page.image or page.pdf for page in issue.pages),
    )


def _labelled(issue: Issue) -> tuple[str, ...]:
    called = any(page.label for page in issue.pages)
    return tuple(page.key for page in issue.pages) if called else ()


def _corrected(article: Article, issue: Issue) -> Corrected:
    title, withdrawn = article.shown_title.text, article.status == "withdrawn"
    page = issue.page_called(article.page)
    return Corrected(article.key, page, title, withdrawn, article.corrections)


def _article_row(article: Article, page: str) -> ArticleRow:
    status = article.status
    return ArticleRow(
        article.file,
        article.key,
        status == "draft",
        status == "published",
        article.aliases,
        article.title.text.startswith(SPECIMEN),
        story_signature(article),
        page,
    )


def story_signature(article: Article) -> str:
    """By which readers' addresses know the story; "" where a withdrawn one has no text left."""
    captions = (photo.caption for photo in article.photos)
    text = article.body.text or "".join((article.abstract, *captions))
    if article.status == "withdrawn" and (article.title_withdrawn or not text):
        return ""
    return signature(article.title.text, text)


def _links(issue: Issue) -> tuple[Pointer, ...]:
    bodies = [(f"{issue.folder}/issue.md", issue.introduction)]
    bodies += [(a.file, a.body) for a in issue.articles]
    return tuple(
        Pointer(ref.target, file, ref.line, ref.column)
        for file, body in bodies
        for ref in body.refs
        if ref.kind == "link"
    )


def _jump(article: Article) -> tuple[Pointer, ...]:
    jump = article.jump
    if jump is None:
        return ()
    return (Pointer(f"{jump.issue}/{jump.article}", article.file, jump.line, jump.column),)


def _signed(article: Article, keys: Mapping[str, str]) -> tuple[ListedPerson, ...]:
    """Everybody who has a page, whether named below the headline or below a picture."""
    taken = ((credit, "摄影") for photo in article.photos for credit in photo.credits)
    done: dict[str, dict[str, None]] = {}
    for credit, otherwise in (*((credit, "") for credit in article.byline), *taken):
        if credit.kind == "person":
            done.setdefault(credit.who, {}).update(dict.fromkeys(works(credit.role, otherwise)))
    return tuple(
        ListedPerson(keys[one], listed_name(one), tuple(found)) for one, found in done.items()
    )


def summaries_of(issue: Issue) -> tuple[Summary, ...]:
    """One summary an article, in the order of the paper."""
    keys, only_pointing = dict(issue.person_keys), pointers(issue)
    return tuple(
        Summary(
            issue.key,
            issue.day,
            a.key,
            a.page,
            a.shown_title.text,
            (a.section.key, a.section.name),
            (a.column.key, a.column.name) if a.column else None,
            tuple(c.name for c in a.byline if c.kind in LISTED),
            _signed(a, keys),
            tuple((keys[one], listed_name(one)) for one in a.people),
            tuple((topic.key, topic.name) for topic in a.topics),
            last_change(a, issue.day),
            a.status == "draft",
            a.status == "withdrawn",
            kind_of(a.kind).listed and a.key not in only_pointing,
            kind_of(a.kind).fed and a.key not in only_pointing,
            page.label,
        )
        for page in issue.pages
        for a in page.articles
    )
