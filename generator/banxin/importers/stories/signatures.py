"""Who signed the text above a line, and who the one below it: where these are others, it parts two
stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.manuscript import Block, Image, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.pictures import is_caption

_TEXT = 30  # characters that a paragraph has
_TOOK = re.compile("[（(][^（()）]*(?:摄影|图)[^（()）]*[)）]$")
_OTHERS, _ONE_PARAGRAPH, _NAMED = 4.0, 2.0, 3.0


def signed_anew(blocks: Sequence[Block], looks: Looks, since: int, start: int, text: int) -> float:
    """What speaks for a story from ``start``, whose text begins at ``text``; ``since``: where the
    one before began."""
    end = _next_line(blocks, looks, text)
    below = _signers(blocks, text, end)
    if not below:
        return 0
    above = {name for names in _signers(blocks, since, start) for name in names}
    if above and not above & {name for names in below for name in names}:
        return _OTHERS
    pictured = any(isinstance(block, Image) for block in blocks[start:end])
    texts = [b.said for b in blocks[text:end] if isinstance(b, Paragraph) and len(b.said) > _TEXT]
    whole = pictured and len(texts) == 1 and bool(_TOOK.search(texts[0]))
    return _ONE_PARAGRAPH if whole and not looks.styled else 0


def named_alone(blocks: Sequence[Block], looks: Looks, head: Sequence[int], text: int) -> float:
    """The same for a plain line, or one in the middle with space above it, that has a name alone
    below it, and then a text: 一把旧伞, 范子衿."""
    first, last = blocks[head[0]], blocks[head[-1]]
    opening = blocks[text] if text < len(blocks) else None
    if len(head) != 2 or not isinstance(first, Paragraph) or not isinstance(last, Paragraph):
        return 0
    middle = first.align == last.align == "center" and first.above > looks.spaced
    if not (looks.plain or middle):
        return 0
    reads_on = isinstance(opening, Paragraph) and len(opening.said) > _TEXT
    return _NAMED if reads_on and len(last.said) <= 4 and patterns.is_name(last.said) else 0


def _next_line(blocks: Sequence[Block], looks: Looks, at: int) -> int:
    """Where the next line stands that may be a headline."""
    for n in range(at, len(blocks)):
        block = blocks[n]
        if not isinstance(block, Paragraph) or not looks.is_head(block):
            continue
        if not is_caption(block, looks, near=_beside(blocks, n)):
            return n
    return len(blocks)


def _signers(blocks: Sequence[Block], start: int, end: int) -> list[set[str]]:
    found = (_people(blocks, n) for n in range(start, end))
    return [names for names in found if names]


def _people(blocks: Sequence[Block], at: int) -> set[str]:
    """Who signs: in a line, before a text's first words, behind its last; no picture's words."""
    block = blocks[at]
    if not isinstance(block, Paragraph) or (_beside(blocks, at) and len(block.said) <= _TEXT):
        return set()
    opening = patterns.lead(block.text)
    if opening and opening.byline:
        return patterns.people_of(opening.byline)
    said = block.said
    opens = max(said.rfind("（"), said.rfind("("))
    signs = said[opens:] if opens > 0 and said.endswith(("）", ")")) else said
    return patterns.people_of(patterns.bare_byline(signs)) if patterns.is_byline(signs) else set()


def _beside(blocks: Sequence[Block], at: int) -> bool:
    return any(isinstance(block, Image) for block in blocks[max(0, at - 1) : at + 2])
