"""Where a story is from: 来源：县教育局, （据新华社）, （县委宣传部供稿）, 鄞州新闻网."""

from __future__ import annotations

import re

from banxin.content.bylines import credits
from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import Looks

_FROM = re.compile(r"(?:据|转自|摘自|原载于?|转载自|选自|载于?|来源于?)\s*(?P<name>[^。；]{2,40})")
_TITLE = re.compile(r"《(?P<name>[^》]{2,20})》.*")  # of a paper, with the day behind it
_WIRE = re.compile(r"(?<=[社报网台刊])[^社报网台刊，]{0,14}(?:电|讯|消息|报道)$")
_LONGEST = 24


def source_of(p: Paragraph, looks: Looks) -> str:
    """The office or the paper that a line names and nothing else; "" for anything else."""
    said = p.said
    inside = patterns.bare_byline(said)
    bracketed = inside != said
    if (labelled := patterns.source_of(said)) or looks.role(p) == "source":
        return labelled or inside
    if name := sent_by(inside):
        return name
    if bracketed and (name := cited(inside)):
        return name
    alone = p.align == "right" or bracketed or p.above > 0 or looks.plain
    return inside if alone and len(inside) <= 14 and patterns.is_medium(inside) else ""


def cited(text: str) -> str:
    """新华社 of 据新华社, 山城日报 of 原载《山城日报》11月27日，有删节; "" for any other."""
    found = _FROM.fullmatch(text)
    if found is None:
        return ""
    titled = _TITLE.fullmatch(found["name"])
    name = titled["name"] if titled else _WIRE.sub("", found["name"].strip())
    return name if len(name) <= _LONGEST and "，" not in name else ""


def sent_by(text: str) -> str:
    """The office of 县委宣传部供稿; "" for any other line."""
    found = credits(text) if "供稿" in text and len(text) <= _LONGEST else ()
    offices = [one.name for one in found if one.kind == "source" and one.role == "供稿"]
    return "".join(offices) if len(offices) == len(found) else ""
