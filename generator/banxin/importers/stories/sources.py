"""Where a story is from: 来源：县教育局, （据新华社）, （县委宣传部供稿）, 鄞州新闻网."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.content.bylines import credits
from banxin.content.bylines.vocabulary import is_organisation
from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.citations import cited_in
from banxin.importers.stories.days import day_of
from banxin.importers.stories.looks import Looks

_LONGEST = 24
_OFFICE = re.compile(r"(?!本)[^由，。、：:\s]{3,20}(?<![协主承联]办)")  # its name and nothing else


def source_of(p: Paragraph, looks: Looks) -> str:
    """The office or the paper that a line names and nothing else; "" for anything else."""
    said = p.said
    inside = patterns.bare_byline(said)
    bracketed = inside != said
    if (labelled := patterns.source_of(said)) or looks.role(p) == "source":
        return labelled or sent_by(inside) or inside
    if name := sent_by(inside):
        return name
    if name := cited_in(said):
        return name
    if bracketed and is_office(inside):
        return inside
    alone = p.align == "right" or bracketed or p.above > 0 or looks.plain
    return inside if alone and len(inside) <= 14 and patterns.is_medium(inside) else ""


def is_office(text: str) -> bool:
    """Whether a line is the name of an office and nothing else: 县消防救援大队."""
    return bool(_OFFICE.fullmatch(text)) and is_organisation(text)


def sent_by(text: str) -> str:
    """The office of 县委宣传部供稿; "" for any other line."""
    found = credits(text) if "供稿" in text and len(text) <= _LONGEST else ()
    offices = [one.name for one in found if one.kind == "source" and one.role == "供稿"]
    return "".join(offices) if len(offices) == len(found) else ""


def office_first(kept: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """With an office's name above the date that it stands below; nothing where none does."""
    *texts, dated, office = kept if len(kept) > 2 else (*kept, *[Paragraph(())] * 3)
    below = day_of(dated.said) and dated.align == office.align and is_office(office.said)
    return (*texts, office, dated) if below else ()
