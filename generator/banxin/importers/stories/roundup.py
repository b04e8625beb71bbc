"""Round-ups: short items under one name, each with a number and who wrote it.

Their headlines may look like any other line, so that only number and end tell. What they are is
written down as styles, which all that follows reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.roles import heading_level, role_of
from banxin.importers.stories.spans import without_start
from banxin.importers.stories.story import Story

TITLE = "简讯题"  # the style of an item's headline
_NUMBER = re.compile(r"\s*(\d{1,2})\s*[、.．]\s*(?=\D)")
_TAIL = re.compile(r"[。！？”][\s\u3000]*[（(](?P<by>[^（）()]{2,30})[)）]\s*$")
_MARK = re.compile(
    r"\s*(?:[●○◆◇■□▲△★☆►▶•·]|[①-⑳]|[（(]?[一二三四五六七八九十]{1,3}[、)）])\s*(?=\S)"
)
_NAME = re.compile(
    r"\S{0,8}(?:快讯|动态|简讯|短讯|短波|速递|点击|集锦|传真|一览|速览|掠影|拾零|简报|一句话新闻)"
)
_LEAST = 2  # items
_MOST = 2  # paragraphs of an item of a round-up


def with_styles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same, if they are no round-up; else with 栏目 and 主题 as styles, numbers left out."""
    heads = _named(blocks) or _heads(blocks)
    if len(heads) < _LEAST or not _is_all(blocks, heads):
        return tuple(blocks)
    made = list(blocks)
    for at in heads:
        head = blocks[at]
        if isinstance(head, Paragraph):
            found = _NUMBER.match(head.text) or _MARK.match(head.text)
            bare = without_start(head, found.end()) if found else head
            made[at] = replace(bare, style=TITLE)
    first = blocks[0]
    if heads[0] == 1 and isinstance(first, Paragraph):
        made[0] = replace(first, style="栏目")
    return tuple(made)


def _named(blocks: Sequence[Block]) -> list[int]:
    """Under the name of a round-up: short lines, below each a paragraph or two that are signed."""
    if not blocks or not isinstance(blocks[0], Paragraph) or not _NAME.fullmatch(_bare(blocks[0])):
        return []
    found: list[int] = []
    signed = True
    for n, block in enumerate(blocks[1:], 1):
        if not isinstance(block, Paragraph) or role_of(block.style) or heading_level(block.style):
            return []
        if signed and not _is_line(block):
            return []
        number = _NUMBER.match(block.text) if signed else None
        if number and int(number[1]) != len(found) + 1:
            return []
        found += [n] if signed else []
        signed = not signed and _signed_by(block.said)
    return found


def _bare(block: Paragraph) -> str:
    return patterns.column_of(block.said) or block.said


def _is_line(block: Paragraph) -> bool:
    return len(block.said) <= LONGEST_LINE and block.said[-1:] not in "。；，：！？）"


def _heads(blocks: Sequence[Block]) -> list[int]:
    """Short lines numbered 1, 2, 3 …; nothing where the numbers don't follow each other."""
    found: list[int] = []
    for n, block in enumerate(blocks):
        number = _NUMBER.match(block.text) if isinstance(block, Paragraph) else None
        if number is None or not isinstance(block, Paragraph):
            continue
        styled = role_of(block.style) or heading_level(block.style)
        if styled or not _is_line(block):
            continue
        if int(number[1]) != len(found) + 1:
            return []
        found.append(n)
    return found


def _is_all(blocks: Sequence[Block], heads: Sequence[int]) -> bool:
    """Whether nothing stands before them but a name, and each item says who wrote it."""
    if heads[0] > 1 or (heads[0] == 1 and not _may_name(blocks[0])):
        return False
    ends = [*heads[1:], len(blocks)]
    return all(_is_signed(blocks[a + 1 : b]) for a, b in zip(heads, ends, strict=True))


def _may_name(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.said) <= 12 and "。" not in block.said


def _is_signed(item: Sequence[Block]) -> bool:
    texts = [one.said for one in item if isinstance(one, Paragraph)]
    if not texts:
        return False
    return _signed_by(texts[-1]) or patterns.has_dateline(texts[0])


def _signed_by(text: str) -> bool:
    tail = _TAIL.search(text)
    return tail is not None and (patterns.signs(tail["by"]) or patterns.is_name(tail["by"]))


def are_items(texts: Sequence[str]) -> bool:
    """Whether each of several paragraphs is an item by itself: marked or numbered, and signed."""
    marked = (_NUMBER.match(text) or _MARK.match(text) for text in texts)
    return len(texts) >= _LEAST and all(marked) and all(map(_signed_by, texts))


def under_one_name(found: list[Story]) -> list[Story]:
    """部门动态 over the first of several short items is over all of them."""
    first = found[0].column if found else ""
    alone = not any(one.column for one in found[1:])
    short = all(len(one.body) <= _MOST for one in found)
    if len(found) < _LEAST or not (alone and short and _NAME.fullmatch(first)):
        return found
    return [replace(one, column=first) for one in found]
