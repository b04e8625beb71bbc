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

_NUMBER = re.compile(r"\s*(\d{1,2})\s*[、.．]\s*(?=\D)")
_TAIL = re.compile(r"[。！？”][\s\u3000]*[（(](?P<by>[^（）()]{2,30})[)）]\s*$")
_NAME = re.compile(
    r"\S{2,8}(?:快讯|动态|简讯|短讯|短波|速递|点击|集锦|传真|一览|掠影|拾零)|简讯|短讯|快讯"
)
_LEAST = 2  # items
_MOST = 2  # paragraphs of an item of a round-up


def with_styles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same, if they are no round-up; else with 栏目 and 主题 as styles, numbers left out."""
    heads = _heads(blocks)
    if len(heads) < _LEAST or not _is_all(blocks, heads):
        return tuple(blocks)
    made = list(blocks)
    for at in heads:
        head = blocks[at]
        if isinstance(head, Paragraph) and (found := _NUMBER.match(head.text)):
            made[at] = replace(without_start(head, found.end()), style="主题")
    first = blocks[0]
    if heads[0] == 1 and isinstance(first, Paragraph):
        made[0] = replace(first, style="栏目")
    return tuple(made)


def _heads(blocks: Sequence[Block]) -> list[int]:
    """Short lines numbered 1, 2, 3 …; nothing where the numbers don't follow each other."""
    found: list[int] = []
    for n, block in enumerate(blocks):
        number = _NUMBER.match(block.text) if isinstance(block, Paragraph) else None
        if number is None or not isinstance(block, Paragraph):
            continue
        styled = role_of(block.style) or heading_level(block.style)
        if len(block.said) > LONGEST_LINE or block.said[-1:] in "。；，：" or styled:
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
    tail = _TAIL.search(texts[-1])
    by = tail["by"] if tail else ""
    named = bool(by) and (patterns.is_byline(by) or patterns.is_name(by))
    return named or patterns.has_dateline(texts[0])


def under_one_name(found: list[Story]) -> list[Story]:
    """部门动态 over the first of several short items is over all of them."""
    first = found[0].column if found else ""
    alone = not any(one.column for one in found[1:])
    short = all(len(one.body) <= _MOST for one in found)
    if len(found) < _LEAST or not (alone and short and _NAME.fullmatch(first)):
        return found
    return [replace(one, column=first) for one in found]
