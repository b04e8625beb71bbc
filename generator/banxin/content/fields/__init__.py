"""Every field an editor may type: its key, its Chinese aliases, its kind, and an example.

It imports ``frontmatter``, the grammar of bylines and the model; it never opens a file, and
knows of no other file than the one whose fields it reads.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from banxin.content.fields.addresses import REGION, SITE_PATHS
from banxin.content.fields.article import ARTICLE, STATUS, ArticleKeys
from banxin.content.fields.article_parts import CORRECTION, JUMP, PHOTO, SIGNOFF, SOURCE
from banxin.content.fields.credits import CREDIT
from banxin.content.fields.deploy import DEPLOY
from banxin.content.fields.extra import EXTRA
from banxin.content.fields.issue import ISSUE, ISSUE_PAGE, PAGE_LABEL, SERIAL, STANDING, IssueKeys
from banxin.content.fields.nearest import closest
from banxin.content.fields.pages import PAGE
from banxin.content.fields.paper import LANGUAGE, PAPER, THEME, TIMEZONE
from banxin.content.fields.people import PERSON
from banxin.content.fields.pictures import PICTURES
from banxin.content.fields.ranks import KIND, RANK
from banxin.content.fields.record import Field, Record, Shape, record
from banxin.content.fields.terms import KEY, TERM
from banxin.content.fields.value_types import DATE, FLAG, NAMES, NUMBER, YEAR
from banxin.content.frontmatter import Vocabulary

SHAPES = (
    ARTICLE,
    PHOTO,
    SOURCE,
    SIGNOFF,
    JUMP,
    CORRECTION,
    CREDIT,
    ISSUE,
    ISSUE_PAGE,
    PAPER,
    TERM,
    PICTURES,
    EXTRA,
    DEPLOY,
    PERSON,
    STANDING,
)


def _vocabulary() -> Vocabulary:
    fields = tuple(f for shape in SHAPES for f in shape.fields)
    terse = (
        *(DATE, FLAG, KEY, KIND, LANGUAGE, NUMBER, PAGE, PAGE_LABEL, RANK, SERIAL, STATUS, THEME),
        *(TIMEZONE, YEAR),
    )
    lists = (
        NAMES,
        REGION,
        SITE_PATHS,
        *(f.kind for f in (ArticleKeys.PHOTOS, ArticleKeys.CORRECTIONS, IssueKeys.PAGES)),
    )
    return Vocabulary(_names(fields), _always(fields, terse), _always(fields, lists))


def _names(fields: Iterable[Field[object]]) -> frozenset[str]:
    return frozenset(name for f in fields for name in (f.key, *f.aliases))


def _always(fields: tuple[Field[object], ...], kinds: tuple[object, ...]) -> frozenset[str]:
    """The names that stand for fields of these kinds, and for no others."""
    others = _names(f for f in fields if f.kind not in kinds)
    return _names(f for f in fields if f.kind in kinds) - others


VOCABULARY = _vocabulary()


class FieldRow(msgspec.Struct, frozen=True):
    """One line of ``banxin fields``. ``file``: kind of file, or the field it stands within."""

    file: str
    key: str
    aliases: tuple[str, ...]
    takes: str
    example: str
    shown: str
    takes_en: str
    shown_en: str


def fields_table() -> tuple[FieldRow, ...]:
    """All fields, by kind of file, in the order an editor meets them."""
    return tuple(_row(shape.name, f) for shape in SHAPES for f in shape.fields)


def _row(file: str, f: Field[object]) -> FieldRow:
    return FieldRow(
        file, f.key, f.aliases, f.kind.zh, f.example, f.zh, takes_en=f.kind.en, shown_en=f.en
    )


__all__ = [
    "SHAPES",
    "VOCABULARY",
    "Field",
    "FieldRow",
    "Record",
    "Shape",
    "closest",
    "fields_table",
    "record",
]
