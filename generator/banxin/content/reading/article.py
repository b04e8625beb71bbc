"""One article's file to an Article."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from banxin.content.fields.article import ARTICLE
from banxin.content.fields.article import ArticleKeys as Keys
from banxin.content.fields.ignored import silence
from banxin.content.fields.nearest import closest
from banxin.content.fields.record import ArticleField, Field, Record, record
from banxin.content.frontmatter import Document
from banxin.content.markdown.reader import Origin, render
from banxin.content.reading import article_parts
from banxin.content.reading.issue_context import IssueContext
from banxin.content.reading.namesakes import check_namesakes
from banxin.content.reading.page_places import page_of
from banxin.content.reading.terms import listed, term_of
from banxin.model import Article, Headline, Term
from banxin.model.page_label import in_words, page_key, page_label
from banxin.problems import Place

_NAME = re.compile(
    r"(?P<page>[0-9]{2}|[1-9][0-9]{2}|[A-Za-z]{1,2}[0-9]{1,3}|中缝|zhongfeng)"
    r"-(?P<place>[0-9]{2}|[1-9][0-9]{2})(?:-.+)?\.md"
)
# what read_article() itself makes of several things that were typed, or of the file's name
READ_TOGETHER = frozenset(
    f.key
    for f in (
        *(Keys.TITLE, Keys.PAGE, Keys.ORDER, Keys.SECTION, Keys.BYLINE, Keys.SOURCE),
        *(Keys.RANK, Keys.KIND),
    )
)
_OPTIONAL = tuple(
    row for row in ARTICLE.fields if isinstance(row, ArticleField) and row.key not in READ_TOGETHER
)


class Numbers(msgspec.Struct, frozen=True):
    """The numbers of a file's name: they are the article's address for ever.

    ``page``: key of a page, 01 or b1; ``place`` counts from 1.
    """

    page: str
    place: int

    @property
    def key(self) -> str:
        return f"{self.page}/{self.place:02}"


def numbers(name: str) -> Numbers | None:
    """01-02-meeting.md: the second article of page 1; B1-02-x.md of page B1.

    None for a name of another form.
    """
    found = _NAME.fullmatch(name)
    page, place = (page_label(found["page"]), int(found["place"])) if found else ("", 0)
    return Numbers(page_key(page), place) if page and place else None


def read_article(file: str, document: Document, given: Numbers, context: IssueContext) -> Article:
    """The article; whatever is wrong with it is reported and left out."""
    fields = record(file, document.fields, context.shape, context.problems)
    silence(fields, Keys.IGNORE, file)
    page = _page(fields, given, context)
    ident = given.key.replace("/", "")
    kind, rank = article_parts.kind_and_rank(fields)
    origin = Origin(file, document.body_line, ident, context.beside, context.joins_lines)
    order = fields.get(Keys.ORDER)
    byline, source = article_parts.byline_and_source(fields)
    article = Article(
        file=file,
        key=given.key,
        page=page,
        order=given.place if order is None else order,
        title=_title(fields),
        section=_section(fields, page, context),
        byline=byline,
        source=source,
        kind=kind.key,
        rank=rank,
        extra=article_parts.extra(fields, context),
        body=render(document.body, origin.of_kind(kind), context.problems),
        **_optional(fields, context),
    )
    check_namesakes(article, fields, context)
    return article


def _optional(fields: Record, context: IssueContext) -> dict[str, Any]:
    """All other fields, as far as they were given; else the model's default counts.

    A field's key is the name of its attribute. That its kind of value is the attribute's type is
    tested (tests/content/reading/test_article_fields.py), which no annotation here could say.
    """
    given = (row for row in _OPTIONAL if fields.has(row))
    values = ((row.key, _value(fields, row, context)) for row in given)
    return {key: value for key, value in values if value is not None}


def _value(fields: Record, row: Field[object], context: IssueContext) -> object:
    read = PARTS.get(row.key)
    return read(fields, context) if read else fields.get(row)


def _title(fields: Record) -> Headline:
    title = fields.get(Keys.TITLE)
    if title is not None and title.text:
        return title
    if title is not None or fields.is_empty(Keys.TITLE):  # else something was complained of
        place = fields.place(Keys.TITLE) if fields.has(Keys.TITLE) else Place(fields.file, 1)
        fields.problems.add(place, "title-missing")
    return Headline(())


def _page(fields: Record, given: Numbers, context: IssueContext) -> int:
    """The page the article is printed on, by its place in the issue; the one of its file's name
    unless ``page`` says another. 0, or beyond the last, after reporting."""
    typed = fields.get(Keys.PAGE)
    label = page_label(given.page) if typed is None else typed
    if found := page_of(label, context.pages):
        return found
    place = Place(fields.file, 1) if typed is None else fields.place(Keys.PAGE)
    number = int(label) if label.isdigit() else 0
    if label == "0":
        fields.problems.add(place, "page-below-one", page=0)
    elif context.pages and (context.labelled or not number):
        known = "、".join(page.printed for page in context.pages)
        fields.problems.add(place, "page-unknown", page=in_words(label), known=known)
    elif context.pages:
        fields.problems.add(place, "page-beyond", page=number, pages=len(context.pages))
    elif context.known and not number:
        fields.problems.add(place, "page-unknown", page=in_words(label), known="")
    return number or len(context.pages) + 1


def _section(fields: Record, page: int, context: IssueContext) -> Term:
    """The section named, or the page's name; where neither is, that is reported."""
    section = _listed(fields, Keys.SECTION, context, context.sections, "section-unknown")
    if section is not None:
        return section
    name = context.pages[page - 1].name if 0 < page <= len(context.pages) else ""
    if name:
        return term_of(name, context.sections, context.slugs)
    if context.known and fields.is_empty(Keys.SECTION) and 0 < page <= (len(context.pages) or page):
        fields.problems.add(Place(fields.file, 1), "section-missing", page=page)
    return Term("", "")


def _column(fields: Record, context: IssueContext) -> Term | None:
    return _listed(fields, Keys.COLUMN, context, context.columns, "column-unknown")


def _topics(fields: Record, context: IssueContext) -> tuple[Term, ...]:
    spot = (fields, Keys.TOPICS, context)
    names = fields.get(Keys.TOPICS) or ()
    found = (_term(name, spot, context.topics, "topic-unknown") for name in names)
    return tuple(dict.fromkeys(term for term in found if term))


def _listed(
    fields: Record, key: Field[str], context: IssueContext, terms: tuple[Term, ...], code: str
) -> Term | None:
    """The term named by ``key``."""
    name = fields.get(key)
    return _term(name, (fields, key, context), terms, code) if name else None


def _term(
    name: str,
    spot: tuple[Record, Field[Any], IssueContext],
    terms: tuple[Term, ...],
    code: str,
) -> Term | None:
    """The term of that name; where paper.yml lists terms, it must be one of them."""
    fields, key, context = spot
    found = listed(name, terms)
    if found or not terms:
        return found or term_of(name, (), context.slugs)
    meant = closest(name, [n for term in terms for n in (term.name, term.key)])
    names = "、".join(f"{term.name}（{term.key}）" for term in terms)
    fields.problems.add(fields.place(key), code, name=name, meant=meant, known=names)
    return None


# what takes more than its own value to be read, by the field's key
PARTS: Mapping[str, Callable[[Record, IssueContext], object]] = {
    Keys.COLUMN.key: _column,
    Keys.TOPICS.key: _topics,
    Keys.EVENT_DATE.key: article_parts.event_date,
    Keys.SIGNOFF.key: article_parts.signoff,
    Keys.PHOTOS.key: article_parts.photos,
    Keys.JUMP.key: article_parts.jump,
    Keys.CORRECTIONS.key: article_parts.corrections,
}
