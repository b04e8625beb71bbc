"""From which paper a line says that a story was taken: （据新华社）, 原载《某报》, 有删节."""

from __future__ import annotations

import re

from banxin.importers.stories import patterns
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


def cited_in(said: str) -> str:
    """The paper of a line that only says from where a story was taken: （摘自《某刊》）."""
    inside = patterns.bare_byline(said)
    return cited(inside) if inside != said or _only_cites(said) else ""


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
