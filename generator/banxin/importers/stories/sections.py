"""Word's own headings where they head the sections of one text, below a headline of no style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePath

from msgspec.structs import replace

from banxin.importers import pages
from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.roles import MISUSED, heading_level, is_contents, role_of

_COUNTED = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}[章节部编篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_NUMBER = re.compile(r"(\d{1,2})\s*[.、．]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_LARGER = 2  # points by which the headline outdoes them
_LINE, _TEXT = 40, 30  # characters
_ABOVE = 2  # lines above what stands within a text
_STOPS = "。，；,;、"


def are_of_sections(paragraphs: Sequence[Paragraph], level: int) -> bool:
    """Whether the headings of the highest ``level`` there is are no headlines: they may head
    sections, and a larger line in the middle stands above all."""
    lines = [p for p in paragraphs if not is_contents(p.style)]
    headings = [p for p in lines if heading_level(p.style) == level]
    if not may_head_sections(headings):
        return False
    above = lines[: lines.index(headings[0])]
    return any(_outdoes(p, headings[0]) for p in above)


def may_head_sections(headings: Sequence[Paragraph]) -> bool:
    """Whether headings of one level count (一、…, 第一章 …), or are 标题 2 at most."""
    counted = len(headings) > 1 and all(_COUNTED.match(p.said) for p in headings[:2])
    return counted or any(heading_level(p.style) > 1 for p in headings[:1])


def with_sections(blocks: Sequence[Block], name: str) -> tuple[Block, ...]:
    """The same, where headings head the sections of one text: a heading that a number misses has
    its style, and so has the first line, if it is the headline. ``name``: the file's."""
    lines = [(n, b) for n, b in enumerate(blocks) if isinstance(b, Paragraph)]
    found = [(n, p) for n, p in lines if heading_level(p.style) and not pages.page_mark(p.said)]
    level = min((heading_level(p.style) for _, p in found), default=0)
    headings = [(n, p) for n, p in found if heading_level(p.style) == level]
    if not may_head_sections([p for _, p in headings]) or _are_stories(blocks, headings):
        return tuple(blocks)
    made = _with_missed(list(blocks), headings)
    titled = any(role_of(p.style) == "title" for _, p in lines)
    at, first = lines[0]
    if titled or heading_level(first.style) or are_of_sections([p for _, p in lines], level):
        return tuple(made)
    if _is_short(first) or _letters(first.said) == _letters(PurePath(name).stem):
        made[at] = _title(first)
    return tuple(made)


def without_misused(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same, without the style of a heading that looks as the text does and stands within it,
    where the file's first line is larger and has none: that is the headline."""
    lines = [(n, b) for n, b in enumerate(blocks) if isinstance(b, Paragraph)]
    found = [(n, p) for n, p in lines if heading_level(p.style) and not pages.page_mark(p.said)]
    level = min((heading_level(p.style) for _, p in found), default=0)
    headings = [(n, p) for n, p in found if heading_level(p.style) == level]
    first = lines[0][1] if lines else None
    if len(headings) != 1 or first is None or any(role_of(p.style) == "title" for _, p in lines):
        return tuple(blocks)
    at, heading = headings[0]
    texts = [p.size for _, p in lines[1:] if len(p.said) > _TEXT and p is not heading]
    as_text = (
        not heading.bold and heading.align != "center" and heading.size <= max(texts, default=0)
    )
    larger = _is_short(first) and first.size >= max((heading.size, *texts)) + _LARGER
    if not (as_text and larger and lines.index((at, heading)) >= _ABOVE):
        return tuple(blocks)
    return tuple(replace(b, style=MISUSED) if n == at else b for n, b in enumerate(blocks))


def _are_stories(blocks: Sequence[Block], headings: Sequence[tuple[int, Paragraph]]) -> bool:
    """Whether somebody signs below a heading, or 本报讯 stands there: it heads a story."""
    below = (blocks[n + 1] for n, _ in headings if n + 1 < len(blocks))
    said = [b.said for b in below if isinstance(b, Paragraph)]
    return any(patterns.has_dateline(text) or patterns.is_byline(text) for text in said)


def _with_missed(made: list[Block], headings: Sequence[tuple[int, Paragraph]]) -> list[Block]:
    """7.… between the headings 6.… and 8.… is one, too."""
    for (a, before), (b, after) in pairwise(headings):
        missed = _number(before) + 1
        if not missed > 1 or _number(after) != missed + 1:
            continue
        for n in range(a + 1, b):
            line = made[n]
            if isinstance(line, Paragraph) and _number(line) == missed and _is_short(line):
                made[n] = replace(line, style=before.style)
    return made


def _number(p: Paragraph) -> int:
    found = _NUMBER.match(p.said)
    return int(found[1]) if found else 0


def _is_short(p: Paragraph) -> bool:
    told = pages.page_mark(p.said) or patterns.rank_of(p.said) or patterns.column_of(p.said)
    ends = "。" in p.said or p.said[-1:] in _STOPS
    return 1 < len(p.said) <= _LINE and not (told or ends or patterns.signs(p.said))


def _title(p: Paragraph) -> Paragraph:
    """With the style of a headline, and without the colon that it ends with."""
    *others, last = p.spans
    return replace(p, style="title", spans=(*others, replace(last, text=last.text.rstrip("：: "))))


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text)


def _outdoes(p: Paragraph, heading: Paragraph) -> bool:
    larger = p.size >= heading.size + _LARGER
    return p.align == "center" and larger and not heading_level(p.style) and len(p.said) <= _LINE
