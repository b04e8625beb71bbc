"""Where a story is from: 来源：县教育局, （据新华社）, （县委宣传部供稿）, 鄞州新闻网."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.content.bylines import credits
from banxin.content.bylines.vocabulary import is_organisation
from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.days import day_of
from banxin.importers.stories.looks import Looks
from banxin.model.characters import HAN

_FROM = re.compile(r"(?:据|转自|摘自|原载于?|转载自|选自|载于?|来源于?)\s*(?P<name>[^。；]{2,40})")
_DAY = r"(?:\d{4}年)?\d{1,2}月\d{1,2}日"
# of a paper, with the day before or behind it
_TITLE = re.compile(rf"(?:{_DAY})?\s*《(?P<name>[^》]{{2,20}})》(?P<more>.*)")
_WHO = rf"[{HAN}·]{{2,6}}(?:[\s、]+[{HAN}·]{{2,4}})*?"
_AUTHOR = re.compile(
    rf"作者\s*[:：]?\s*(?P<by>{_WHO})(?=\s*(?:[，。；、）)]|本?[报刊]?有|$))"
    rf"|(?<![{HAN}])(?P<of>{_WHO})\s*[/／]\s*文|文\s*[/／]\s*(?P<text>{_WHO})(?=[\s，。；）)]|$)"
)
_SHORTENED = re.compile(
    "(?:本[报刊]|内容|略|文字|转载时)?(?:有|略有|稍有)(?:所)?(?:删[节改减略]|改动)"
)
_REST = re.compile(rf"(?:{_DAY}|[\s，、（）()]|第?\d+[版期])*")
_WIRE = re.compile(r"(?<=[社报网台刊])[^社报网台刊，]{0,14}(?:电|讯|消息|报道)$")
_LONGEST = 24
_OFFICE = re.compile(r"(?!本)[^由，。、\s]{3,20}(?<![协主承联]办)")  # its name and nothing else


def source_of(p: Paragraph, looks: Looks) -> str:
    """The office or the paper that a line names and nothing else; "" for anything else."""
    said = p.said
    inside = patterns.bare_byline(said)
    bracketed = inside != said
    if (labelled := patterns.source_of(said)) or looks.role(p) == "source":
        return labelled or sent_by(inside) or inside
    if name := sent_by(inside):
        return name
    if (bracketed or _only_cites(said)) and (name := cited(inside)):
        return name
    if bracketed and is_office(inside):
        return inside
    alone = p.align == "right" or bracketed or p.above > 0 or looks.plain
    return inside if alone and len(inside) <= 14 and patterns.is_medium(inside) else ""


def is_office(text: str) -> bool:
    """Whether a line is the name of an office and nothing else: 县消防救援大队."""
    return bool(_OFFICE.fullmatch(text)) and is_organisation(text)


def cited(text: str) -> str:
    """新华社 of 据新华社, 山城日报 of 原载《山城日报》11月27日，有删节; "" for any other."""
    found = _FROM.fullmatch(text)
    if found is None:
        return ""
    titled = _TITLE.fullmatch(found["name"])
    name = titled["name"] if titled else _WIRE.sub("", found["name"].strip())
    return name if len(name) <= _LONGEST and "，" not in name else ""


def _only_cites(said: str) -> bool:
    """Whether a line without brackets names a paper, its author at most, and says nothing more."""
    found = _FROM.fullmatch(said)
    titled = _TITLE.fullmatch(found["name"]) if found else None
    more = titled["more"] if titled else "。"
    return bool(_REST.fullmatch(_SHORTENED.sub("", _AUTHOR.sub("", more))))


def author_in(text: str) -> str:
    """慕容清 of 摘自《某报》 作者：慕容清; "" where nobody is named."""
    found = _AUTHOR.search(text)
    return next(filter(None, found.groups()), "") if found else ""


def shortened(text: str) -> str:
    """有删节 of a line that says from where a story is; "" where it wasn't."""
    found = _SHORTENED.search(text)
    return found[0] if found else ""


def is_shortened(text: str) -> bool:
    """Whether a line says 有删节 and nothing else."""
    return _SHORTENED.fullmatch(patterns.bare_byline(text)) is not None


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
