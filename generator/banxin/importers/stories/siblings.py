"""Lines that say they are one of several: 第一档：…, Part-2 …, 基础篇：…, 另一方面…. Where some are
小标题, so are the others; where none can be, none is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Doubt, Paragraph, Table, doubt
from banxin.importers.stories.spans import without_bullet
from banxin.importers.stories.story import Text
from banxin.model.characters import HAN

_NTH = re.compile(f"第(?P<n>[一二三四五六七八九十]{{1,3}}|\\d{{1,2}})(?P<of>[{HAN}])")
_PART = re.compile(r"part[\s.\-—]*\d", re.IGNORECASE)
_NAMED = re.compile(f"[{HAN}]{{1,4}}(?P<of>篇|级|阶段)\\s*[:：]")
_SIDE = re.compile("(?:另|再)?一方面")
_FIRST = ("一", "1")
_LINE = 30  # characters
_LEAST = 2  # lines that count
_NEAR = 16


def with_siblings(body: Sequence[Text | Table]) -> tuple[list[Text | Table], list[Doubt]]:
    """The body with all lines of a pattern as 小标题 of which some are, or none; and what is told
    of those that look otherwise."""
    made, doubts = list(body), list[Doubt]()
    groups: dict[str, list[int]] = defaultdict(list)
    for n, block in enumerate(body):
        if isinstance(block, Text) and (key := _key(block.paragraph)):
            groups[key].append(n)
    for key, places in groups.items():
        lines = {n: block for n in places if isinstance(block := body[n], Text)}
        heads = [n for n, block in lines.items() if block.subhead]
        may = [n for n in places if _may_head(body, n)]
        if key == "方面" and heads and len(may) < len(places):
            made[:] = [_set(b, False) if n in heads else b for n, b in enumerate(made)]
        elif heads or _count_in_bold(lines, may):
            looks = {_look(lines[n]) for n in heads or may}
            others = [n for n in may if n not in heads]
            made[:] = [_set(b, True) if n in others else b for n, b in enumerate(made)]
            odd = [n for n in others if _look(lines[n]) not in looks]
            doubts += [doubt("siblings", near=lines[n].paragraph.said[:_NEAR]) for n in odd[:1]]
    return [_without_bullet(block) for block in made], doubts


def _without_bullet(block: Text | Table) -> Text | Table:
    if not isinstance(block, Text) or not block.subhead:
        return block
    return replace(block, paragraph=without_bullet(block.paragraph))


def _key(p: Paragraph) -> str:
    said = without_bullet(p).said
    if found := _NTH.match(said) or _NAMED.match(said):
        return found["of"]
    if _PART.match(said):
        return "part"
    if _SIDE.match(said):
        return "方面"
    called = p.bold and said[-1:] in ("：", ":") and len(said) > 1
    return "：" + repr((p.style, p.size, p.align)) if called else ""


def _may_head(body: Sequence[Text | Table], at: int) -> bool:
    """Whether a line is short, one sentence at most, and has something below that is no such
    line."""
    block, below = body[at], body[at + 1] if at + 1 < len(body) else None
    said = block.paragraph.said if isinstance(block, Text) else ""
    if not 1 < len(said) <= _LINE or re.search("[。！？；].|[，；、]$", said) or below is None:
        return False
    return not (isinstance(below, Text) and isinstance(block, Text) and _same(block, below))


def _same(line: Text, other: Text) -> bool:
    return _key(line.paragraph) == _key(other.paragraph)


def _count_in_bold(lines: dict[int, Text], may: Sequence[int]) -> bool:
    """Whether all lines are bold ones of one look that count from one: 第一条经验，…"""
    if len(may) < _LEAST or len(may) < len(lines):
        return False
    first = _NTH.match(lines[may[0]].paragraph.said)
    bold = all(block.paragraph.bold for block in lines.values())
    alike = len({_look(block) for block in lines.values()}) == 1
    return first is not None and first["n"] in _FIRST and bold and alike


def _look(block: Text) -> tuple[str, float, bool, str]:
    p = block.paragraph
    return p.style, p.size, p.bold, p.align


def _set(block: Text | Table, head: bool) -> Text | Table:
    return replace(block, subhead=head) if isinstance(block, Text) else block
