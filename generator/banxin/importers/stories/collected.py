"""A collection of news: below its name headlines with one sign before each, and whole stories with
their pictures. What tells them from the 小标题 of one story is that they open as news does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from banxin.importers.manuscript import Block, Paragraph, Table
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.roles import heading_level, role_of

_SIGNS = f"{patterns.MARKS}·•►▶"
_WHEN = re.compile(
    r"[^，。]{0,12}?(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|近[日期]|日前|连日来|[昨今当]日|[上本]周)"
)
_LEAST = 2  # items
_SAYS = 6  # characters of a headline
_TEXT = 30  # of a paragraph


def collection(blocks: Sequence[Block], first: int) -> tuple[int, ...]:
    """Where the headlines stand of a collection that begins at ``first``, with its name or without
    one; nothing where there is none."""
    start = first if _sign(blocks[first]) else first + 1
    if start > first and not _is_name(blocks[first]):
        return ()
    if start >= len(blocks) or not (sign := _sign(blocks[start])):
        return ()
    end = next((n for n in range(start, len(blocks)) if _has_style(blocks[n])), len(blocks))
    heads = [n for n in range(start, end) if _sign(blocks[n]) == sign and _is_head(blocks[n])]
    items = [blocks[a + 1 : b] for a, b in pairwise((*heads, end))]
    texts = [_first_text(item) for item in items]
    told = sum(bool(_WHEN.match(text)) or patterns.has_dateline(text) for text in texts)
    whole = len(heads) >= _LEAST and heads[0] == start and all(texts) and _are_alike(blocks, heads)
    return tuple(heads) if whole and told * 2 >= len(heads) else ()


def _are_alike(blocks: Sequence[Block], heads: Sequence[int]) -> bool:
    looks = {(b.bold, b.align) for n in heads if isinstance(b := blocks[n], Paragraph)}
    return len(looks) == 1


def _sign(block: Block) -> str:
    said = block.said if isinstance(block, Paragraph) else ""
    return said[0] if said[:1] in _SIGNS and said[1:2] not in (*_SIGNS, "") else ""


def _is_name(block: Block) -> bool:
    said = block.said if isinstance(block, Paragraph) else ""
    short = 0 < len(said) <= LONGEST_LINE and "。" not in said
    return short and isinstance(block, Paragraph) and not _has_style(block)


def _is_head(block: Block) -> bool:
    said = block.said if isinstance(block, Paragraph) else ""
    return _SAYS < len(said) <= LONGEST_LINE and said[-1] not in "。；，：！？"


def _has_style(block: Block) -> bool:
    if isinstance(block, Table):
        return False
    return isinstance(block, Paragraph) and bool(role_of(block.style) or heading_level(block.style))


def _first_text(item: Sequence[Block]) -> str:
    """The first paragraph of an item that is one, be it below a picture."""
    texts = (b.said for b in item if isinstance(b, Paragraph))
    return next((said for said in texts if len(said) > _TEXT and "。" in said), "")
