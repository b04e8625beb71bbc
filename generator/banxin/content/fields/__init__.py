"""Every field an editor may type: its key, its Chinese aliases, its kind, and an example."""

from __future__ import annotations

import msgspec

from banxin.content.fields.article import ARTICLE
from banxin.content.fields.article_parts import CORRECTION, JUMP, PHOTO, SIGNOFF, SOURCE
from banxin.content.fields.credits import CREDIT
from banxin.content.fields.extra import EXTRA
from banxin.content.fields.issue import ISSUE, PAGE, STANDING
from banxin.content.fields.paper import PAPER, PERSON
from banxin.content.fields.record import Field, Record, Shape, closest, record

SHAPES = (
    ARTICLE,
    PHOTO,
    SOURCE,
    SIGNOFF,
    JUMP,
    CORRECTION,
    CREDIT,
    ISSUE,
    PAGE,
    PAPER,
    EXTRA,
    PERSON,
    STANDING,
)


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
    "Field",
    "FieldRow",
    "Record",
    "Shape",
    "closest",
    "fields_table",
    "record",
]
