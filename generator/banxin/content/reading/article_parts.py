"""The parts of an article that are values of their own: photographs, sign-off, source …"""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from banxin.content.bylines import credits
from banxin.content.bylines.vocabulary import LABELS
from banxin.content.fields.article import ArticleKeys
from banxin.content.fields.article_parts import (
    CorrectionKeys,
    JumpKeys,
    PhotoKeys,
    SignOffKeys,
    SourceKeys,
)
from banxin.content.fields.record import Field, Record
from banxin.content.fields.value_types import date_of
from banxin.content.reading.issue_context import IssueContext
from banxin.model import (
    ArticleKind,
    Correction,
    Credit,
    ExtraValue,
    Jump,
    Photo,
    Rank,
    SignOff,
    Source,
)
from banxin.model.kinds import KIND_WORDS, kind_of

_LEAST_SIDE = 400  # pixels: a telephone is as wide; what chats show before a tap is less
_MONTH_AND_DAY = re.compile(r"\d{1,2}月\d{1,2}日")


def kind_and_rank(fields: Record) -> tuple[ArticleKind, Rank]:
    """The row of its kind, and its weight; a kind may be typed as the weight, too (位置: 讣告), and
    decides the weight where none is typed."""
    kind, typed = fields.get(ArticleKeys.KIND) or "", fields.get(ArticleKeys.RANK) or ""
    meant = typed if typed in KIND_WORDS.values() else ""
    is_weight = not meant or meant == "notice"
    if kind and not is_weight and kind != meant:
        names = {"kind": kind_of(kind).name, "rank": kind_of(meant).name}
        fields.problems.add(fields.place(ArticleKeys.RANK), "kinds-differ", **names)
    found = kind_of(kind or meant)
    genre = kind_of(KIND_WORDS.get(fields.get(ArticleKeys.GENRE) or "", ""))
    if genre.label and found is not genre:
        fields.problems.warn(fields.place(ArticleKeys.GENRE), "genre-is-kind", kind=genre.name)
    return found, cast("Rank", typed if typed and is_weight else found.rank)


def event_date(fields: Record, context: IssueContext) -> date | None:
    day = _day(fields, ArticleKeys.EVENT_DATE, context)
    if day and day > context.day:
        place = fields.place(ArticleKeys.EVENT_DATE)
        fields.problems.warn(place, "event-after-issue", date=day, issue=context.day)
    return day


def _day(fields: Record, key: Field[date], context: IssueContext) -> date | None:
    """The date; of one without a year (11月29日) the one that is nearest to the issue's."""
    found = _MONTH_AND_DAY.fullmatch(fields.typed(key))
    years = (context.day.year + n for n in (-1, 0, 1)) if found else ()
    days = (date_of(f"{year}年{found[0]}") for year in years if found)
    near = sorted((abs(day - context.day), day) for day in days if day)
    return near[0][1] if near else fields.get(key)


def photos(fields: Record, context: IssueContext) -> tuple[Photo, ...]:
    found = (_photo(item, context) for item in fields.get(ArticleKeys.PHOTOS) or ())
    return tuple(photo for photo in found if photo)


def _photo(fields: Record, context: IssueContext) -> Photo | None:
    file = fields.get(PhotoKeys.FILE)
    if file is None:
        if fields.is_empty(PhotoKeys.FILE):
            fields.problems.add(fields.place(), "photo-without-file")
        return None
    path = f"{context.folder}/{file.name}"
    picture = context.beside.picture(path, fields.place(PhotoKeys.FILE))
    if picture is None:
        return None
    if max(picture.width, picture.height) < _LEAST_SIDE:
        size = {"width": picture.width, "height": picture.height}
        fields.problems.warn(fields.place(PhotoKeys.FILE), "picture-small", file=path, **size)
    return Photo(
        picture,
        fields.get(PhotoKeys.ALT) or "",
        fields.get(PhotoKeys.CAPTION) or "",
        fields.get(PhotoKeys.CREDIT) or (),
    )


def byline_and_source(fields: Record) -> tuple[tuple[Credit, ...], Source | None]:
    """A source in the byline (据新华社) is the article's, unless that was typed, too."""
    byline = fields.get(ArticleKeys.BYLINE) or ()
    cited = next((credit for credit in byline if credit.kind == "source"), None)
    if cited is None or not fields.is_empty(ArticleKeys.SOURCE):
        return byline, source(fields)
    return tuple(credit for credit in byline if credit is not cited), Source(cited.name)


def source(fields: Record) -> Source | None:
    given = fields.get(ArticleKeys.SOURCE)
    name = given.get(SourceKeys.NAME) if given else None
    if given is None or not name:
        if given is not None and given.is_empty(SourceKeys.NAME):
            fields.problems.add(given.place(), "source-without-name")
        return None
    return Source(_named(name), given.get(SourceKeys.URL) or "")


def _named(source: str) -> str:
    """The office alone, where its label was typed, too: 来源：县教育局, 据新华社."""
    cited = credits(source)
    if len(cited) != 1 or cited[0].kind != "source":
        return source
    said = cited[0].role.partition("/")[0]
    return cited[0].name if said == "据" or said in LABELS else source


def signoff(fields: Record, context: IssueContext) -> SignOff | None:
    given = fields.get(ArticleKeys.SIGNOFF)
    if given is None:
        return None
    by = given.get(SignOffKeys.BY)
    if not by and given.is_empty(SignOffKeys.BY):
        fields.problems.add(given.place(), "signoff-without-by")
    day = _day(given, SignOffKeys.DATE, context)
    if day and day > context.day:
        place = given.place(SignOffKeys.DATE)
        fields.problems.warn(place, "signoff-after-issue", date=day, issue=context.day)
    return SignOff(by or (), day)


def jump(fields: Record, _context: IssueContext) -> Jump | None:
    given = fields.get(ArticleKeys.JUMP)
    target = given.get(JumpKeys.TO) if given else None
    if given is None or target is None:
        if given is not None and given.is_empty(JumpKeys.TO):
            fields.problems.add(given.place(), "jump-without-target")
        return None
    return Jump(target.issue, target.article, target.line, target.column)


def corrections(fields: Record, _context: IssueContext) -> tuple[Correction, ...]:
    """Oldest first, those of one day as listed."""
    found = []
    for given in fields.get(ArticleKeys.CORRECTIONS) or ():
        day, note = given.get(CorrectionKeys.DATE), given.get(CorrectionKeys.NOTE)
        if day and note:
            found.append(Correction(day, note))
        elif given.is_empty(CorrectionKeys.DATE) or given.is_empty(CorrectionKeys.NOTE):
            fields.problems.add(given.place(), "correction-incomplete")
    return tuple(sorted(found, key=lambda c: c.date))


def extra(fields: Record, context: IssueContext) -> tuple[ExtraValue, ...]:
    """What is said in fields of the paper's own, in the order of paper.yml."""
    values = ((own, fields.get(context.shape.names[own.key])) for own in context.extra)
    return tuple(
        ExtraValue(own.key, own.name, own.type, cast("str | int | tuple[str, ...]", value))
        for own, value in values
        if value not in (None, "", ())
    )
