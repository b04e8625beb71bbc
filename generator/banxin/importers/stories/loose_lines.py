"""引题 and 副题 that have no look of their own, above and below a headline that has one."""

from __future__ import annotations

from collections.abc import Sequence

from banxin.importers.manuscript import Block, Image, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.evidence import ends_story
from banxin.importers.stories.looks import Looks


def lines_above(blocks: Sequence[Block], start: int, looks: Looks) -> list[int]:
    """Lines without a style of their own right above a headline: its 引题."""
    found: list[int] = []
    if not (looks.styled or looks.bold_alone):
        return found
    for at in range(start - 1, max(-1, start - 3), -1):
        block = blocks[at]
        is_line = isinstance(block, Paragraph) and looks.is_line(block) and not block.boxed
        if not is_line or not isinstance(block, Paragraph) or looks.role(block):
            break
        if block.align == "right" or patterns.is_name(block.said):
            break
        if looks.bold_alone and not _begins_story(blocks, at):
            break
        found.insert(0, at)
    return found


def _begins_story(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line may stand first: at the top, below a text's end or a caption."""
    before = blocks[at - 1] if at else None
    if not isinstance(before, Paragraph):
        return before is None
    captioned = at > 1 and isinstance(blocks[at - 2], Image)
    return before.said[-1:] in "。！？”）" or captioned or ends_story(before)


def _text_after(blocks: Sequence[Block], at: int) -> str:
    """What follows a line; a picture and its caption aside."""
    pictured = at + 1 < len(blocks) and isinstance(blocks[at + 1], Image)
    after = at + 3 if pictured else at + 1
    block = blocks[after] if after < len(blocks) else None
    return block.said if isinstance(block, Paragraph) else ""


def lines_below(blocks: Sequence[Block], at: int, looks: Looks) -> list[int]:
    """Lines without a style of their own right below a headline: its 副题."""
    found: list[int] = []
    loose = looks.styled or looks.bold_alone
    while loose and at < len(blocks) - 1 and len(found) < 2:
        block = blocks[at]
        is_line = isinstance(block, Paragraph) and looks.is_line(block) and not looks.role(block)
        if not isinstance(block, Paragraph) or not is_line or patterns.is_name(block.said):
            break
        said = _text_after(blocks, at)
        opens = patterns.has_dateline(said) or patterns.is_byline(said)
        if not (block.said.startswith("——") or block.align == "center" or opens):
            break
        found.append(at)
        at += 1
    return found
