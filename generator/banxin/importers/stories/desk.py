"""What editors and contributors write for each other in a manuscript: how far it got, 审稿意见, how
long it is, when it was sent."""

from __future__ import annotations

import re

from banxin.importers.manuscript import Paragraph
from banxin.importers.stories.site_lines import TIME
from banxin.importers.stories.spans import piece

_STAGES = (
    r"(?:[初复终一二三]审(?:稿|已过|通过|完毕|版)|(?:送审|报审|待审|审定|修改|[初终定]|第?[一二三四五])稿"
    r"|已[审核校签阅改])"
)
_MARK = rf"[【\[（(]\s*{_STAGES}[\s\d.\-/月日]*[】\])）]"
_ALONE = re.compile(_MARK)
_BEFORE = re.compile(rf"\s*(?P<mark>{_MARK})\s*(?=\S)")
_BEHIND = re.compile(rf"\s*(?P<mark>{_MARK})\s*$")
_ASKS = re.compile(
    rf"{_MARK}\s*(?:[^，。：:]{{1,5}}[:：])?.*(?:标题|请.{{0,6}}[核改补]|同意|[可照刊]发|再核|修改|删)"
)
_OPINION = "(?:审[稿核阅定批签]|签发|编辑部?|领导|[初复终一二三]审)意见"
_SENT = "(?:报送|投稿|来稿|收稿|交稿|送审|完稿)(?:时间|日期)"
_NOTES = re.compile(
    rf"{_OPINION}\s*[:：]\s*(?:同意|可[发用刊]|请|已|拟|建议|不用|退|修改|[照刊]发).*"
    rf"|{_SENT}\s*[:：]\s*(?:{TIME}|\d{{4}}(?:\.\d{{1,2}}){{2}})"
    r"|(?:稿件|全文|正文)?字数\s*[:：]\s*约?\s*\d{2,5}\s*字?|(?:全文|本文)?[共约计]{0,2}\s*\d{2,5}\s*字"
    r"|稿件编号\s*[:：].*|(?:[此本文]稿|稿件)(?:内容)?已?经?.{0,12}(?:审[核阅定查]|签发)(?:同意|通过)?。?"
)
_LONGEST = 60
_HEADLINE = 45
_SHORTEST = 4


def is_desk_note(text: str, *, first: bool) -> bool:
    """``first``: no text stands before it; only there somebody is asked for something."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        return False
    if _ALONE.fullmatch(line) or (first and _ASKS.match(line)):
        return True
    return bool(_NOTES.fullmatch(line.strip("（()）")))


def without_mark(p: Paragraph) -> tuple[Paragraph, str]:
    """A headline without 【定稿】 before or behind it; and that mark."""
    text = p.text
    if "。" in text or len(p.said) > _HEADLINE:
        return p, ""
    if found := _BEFORE.match(text):
        rest = piece(p, found.end(), None)
    elif found := _BEHIND.search(text):
        rest = piece(p, 0, found.start())
    else:
        return p, ""
    return (rest, found["mark"].strip()) if len(rest.said) >= _SHORTEST else (p, "")
