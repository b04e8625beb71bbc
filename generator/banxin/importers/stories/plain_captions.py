"""Captions as large as the text that say nobody took the picture: short lines right beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from banxin.content.bylines.vocabulary import may_be_organisation
from banxin.importers.manuscript import Block, Doubt, Image, Paragraph, doubt
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import Looks

_LEAST, _MOST = 4, 30  # characters of a caption
_TEXT = 30  # characters of a paragraph
_SENTENCE, _LONG = 40, 60  # characters of one that may be a caption, of a paragraph around it
_ONE = re.compile("[^。！？“”：]+。")
_SPEAKS = re.compile("[：我你您]|大家")  # as an author does and no caption
_BEGINS = 24
_STOPS = "。！？：；，、…”"


def plain_words(
    blocks: Sequence[Block], at: int, looks: Looks, taken: Collection[int]
) -> list[int]:
    """The line below a picture within a text, or else the one above it; always a guess. Where all
    lines look alike, none above it, and none where others head the text's parts."""
    if not _opens(blocks[:at], looks) or (looks.plain and _has_parts(blocks, looks)):
        return []
    if _may_be(blocks, at + 1, looks) and _goes_on(blocks, at + 2):
        return [at + 1]
    free = at and at - 1 not in taken and not looks.plain
    ended = at > 1 and _is_text(blocks[at - 2])
    above = free and ended and _may_be(blocks, at - 1, looks) and _goes_on(blocks, at + 1)
    return [at - 1] if above else []


def caption_doubts(
    blocks: Sequence[Block], taken: Collection[int], looks: Looks
) -> Iterator[Doubt]:
    """Of sentences that may be a caption: right below a picture that has none, and much shorter
    than the paragraphs around."""
    for at, block in enumerate(blocks[:-2]):
        line = blocks[at + 1]
        if not isinstance(block, Image) or at + 1 in taken or not isinstance(line, Paragraph):
            continue
        short = _LEAST < len(line.said) <= _SENTENCE and _ONE.fullmatch(line.said)
        before = at > 0 and at - 1 not in taken and _is_text(blocks[at - 1], _LONG)
        if short and before and _is_text(blocks[at + 2], _LONG) and not looks.role(line):
            yield doubt("caption-near", "", begins=line.said[:_BEGINS])


def _opens(before: Sequence[Block], looks: Looks) -> bool:
    """Whether a text or a headline that looks like one stands before a picture."""
    lines = [b for b in before if isinstance(b, Paragraph)]
    return any(map(_is_text, lines)) or (not looks.plain and any(map(looks.is_set_off, lines)))


def _may_be(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    block = blocks[at] if at < len(blocks) else None
    if not isinstance(block, Paragraph) or not _LEAST <= len(block.said) <= _MOST:
        return False
    said = block.said
    plain = not (block.bold or block.boxed or looks.role(block) or block.size > looks.body)
    other = patterns.is_listed(said) or patterns.is_somebody(said) or may_be_organisation(said)
    whole = said[-1] not in _STOPS and not _SPEAKS.search(said)
    return plain and looks.is_line(block) and whole and not other


def _goes_on(blocks: Sequence[Block], at: int) -> bool:
    """Whether the text, or another picture, stands there."""
    block = blocks[at] if at < len(blocks) else None
    return isinstance(block, Image) or (block is not None and _is_text(block))


def _is_text(block: Block, least: int = _TEXT) -> bool:
    return isinstance(block, Paragraph) and len(block.said) > least


def _has_parts(blocks: Sequence[Block], looks: Looks) -> bool:
    """Whether a short line that stands beside no picture stands between two paragraphs."""
    return any(
        _may_be(blocks, n, looks) and _is_text(blocks[n - 1]) and _goes_on(blocks, n + 1)
        for n in range(1, len(blocks) - 1)
        if not any(isinstance(b, Image) for b in blocks[n - 1 : n + 2])
    )
