"""Which of the lines above a text without looks are its headline, and which a column's name, a
list's or the text's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers import pages
from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.column_names import names_column
from banxin.importers.stories.looks import Looks

_SENTENCE = 20
_COLUMN = 5  # characters
_MOST_LINES = 6  # of a head; more short lines are a poem or a list
_ROW = re.compile(r"[^，。：:—]{2,8}[：:]\S")


def labels(p: Paragraph, looks: Looks) -> bool:
    """Whether it names a page or a column."""
    said = p.said
    if looks.role(p) == "column" or said in looks.columns:
        return True
    return bool(pages.page_mark(said) or patterns.column_of(said) or patterns.rank_of(said))


def plain_head(blocks: Sequence[Block], head: list[int], end: int, looks: Looks) -> int:
    """Without looks only the first lines can be a headline: leaves these in ``head`` and returns
    where the text begins, of what ended at ``end``."""
    if not looks.plain or len(head) < 2:
        return end
    opening = blocks[end] if end < len(blocks) else None
    first = 2 if _is_column(blocks[head[0]], opening, looks) else 1
    listed = _rows_of_list(blocks, head)
    gaps = (
        n
        for n in range(first, len(head))
        if n in listed or _is_apart(blocks, head[n - 1], head[n], looks)
    )
    gap = next(gaps, len(head))
    dated = isinstance(opening, Paragraph) and patterns.has_dateline(opening.said)
    keep = min(gap, len(head) if dated else 3)
    keep = keep if len(head) <= _MOST_LINES and opening is not None else first
    dropped = head[keep:]
    del head[keep:]
    return dropped[0] if dropped else end


def _rows_of_list(blocks: Sequence[Block], head: Sequence[int]) -> set[int]:
    """Which of a head's lines are 助人为乐：梁阿婆, one below the other: a list, and no 副题."""
    rows = [n for n, at in enumerate(head) if n and _ROW.match(_said(blocks[at]))]
    return {n for n in rows if n - 1 in rows or n + 1 in rows}


def _is_column(block: Block, opening: Block | None, looks: Looks) -> bool:
    """Whether a line is a column's name, which an empty line may part from the headline: by its
    words, or a few characters above a text of some length, as no poem's lines have."""
    if not isinstance(block, Paragraph):
        return False
    said = block.said
    if labels(block, looks) or names_column(said):
        return True
    called = len(said) < 4 and patterns.is_name(said)  # 江城漫议 is nobody's name
    short = len(said) <= _COLUMN and not called and not patterns.is_announcement(said)
    return short and isinstance(opening, Paragraph) and len(opening.said) > 2 * _SENTENCE


def _is_apart(blocks: Sequence[Block], before: int, at: int, looks: Looks) -> bool:
    block = blocks[at]
    return at != before + 1 or (isinstance(block, Paragraph) and block.above > looks.spaced)


def _said(block: Block) -> str:
    return block.said if isinstance(block, Paragraph) else ""
