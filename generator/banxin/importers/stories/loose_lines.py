"""引题 and 副题 that have no look of their own, above and below a headline that has one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from banxin.content.bylines.vocabulary import may_be_organisation
from banxin.importers import pages
from banxin.importers.manuscript import Block, Image, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.column_names import names_column
from banxin.importers.stories.evidence import ends_story
from banxin.importers.stories.headlines import is_label
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.roles import OF_AN_ITEM
from banxin.importers.stories.salutations import greets

_FEW = 12  # characters
_NAME = 5  # characters of the longest
_SAYS, _MOST, _TEXT = 6, 32, 30  # characters of a 副题, of a paragraph
_OPENS = re.compile(
    r"[各“‘《（(]|[^，。：:]{1,6}[：:]"
)  # whom a text is to, what is quoted, a label


def lines_above(blocks: Sequence[Block], start: int, looks: Looks, *, least: int) -> list[int]:
    """Lines without a style of their own right above a headline: its 引题. What stands before
    ``least`` is another head's."""
    found: list[int] = []
    head = blocks[start]
    if isinstance(head, Paragraph) and head.style == OF_AN_ITEM:
        return found  # what stands there is the item's before
    if start > least and _hangs_over(blocks, start - 1, looks):
        return [start - 1]
    if not (looks.styled or looks.bold_alone):
        return _small_lines_above(blocks, start, looks, least) if start > least else []
    for at in range(start - 1, max(-1, start - 3), -1):
        block = blocks[at]
        is_line = isinstance(block, Paragraph) and looks.is_line(block) and not block.boxed
        if not is_line or not isinstance(block, Paragraph) or looks.role(block):
            break
        if block.align == "right":
            break
        if patterns.is_name(block.said) and not names_column(block.said):  # 连 is a surname
            break
        if looks.bold_alone and not _begins_story(blocks, at):
            break
        if looks.styled and (_ends_text(blocks, at, looks) or _is_nearer_above(blocks, at)):
            break
        found.insert(0, at)
    return found


def _hangs_over(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether 白果乡： stands, larger than the text or in the middle, above a headline that is
    larger still or as centred: it goes on in it, and greets nobody."""
    line, title = blocks[at], blocks[at + 1]
    if not isinstance(line, Paragraph) or not isinstance(title, Paragraph) or looks.plain:
        return False
    said = line.said
    short = said[-1:] in ("：", ":") and 2 < len(said) <= _FEW and not greets(said)
    set_off = line.size >= looks.body + 1 or line.align == "center"
    over = title.size > line.size or (title.align == "center") == (line.align == "center")
    return short and set_off and over and not line.boxed and _begins_story(blocks, at)


def _ends_text(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a line as small as the text is the last of the text before it: it ends as one does,
    no empty line stands above it and none parts the text from it."""
    line, before = blocks[at], blocks[at - 1] if at else None
    if not isinstance(line, Paragraph) or not isinstance(before, Paragraph):
        return False
    if line.align == "center" or line.bold or line.size > looks.body or line.breaks_page:
        return False
    return line.above <= looks.spaced and line.said[-1:] in "！？”…"


def _is_nearer_above(blocks: Sequence[Block], at: int) -> bool:
    """Whether more space parts a line from what stands below than from the text above it."""
    line, below = blocks[at], blocks[at + 1]
    if not at or not isinstance(line, Paragraph) or not isinstance(below, Paragraph):
        return False
    return (below.above > line.above or below.breaks_page) and not line.breaks_page


def _small_lines_above(blocks: Sequence[Block], start: int, looks: Looks, least: int) -> list[int]:
    """A line as small as the text, above a headline that is set off: the first of all that there
    is but the page; one that is smaller than the text, or has space above it; a few words that name
    a column, above such a line, too."""
    if not _may_be_above(blocks, start - 1, looks):
        return []
    if _opens_story(blocks, start - 1, looks):
        return [start - 1]
    at = start - 2
    both = at >= least and _may_be_above(blocks, at, looks) and _opens_story(blocks, at, looks)
    return [at, start - 1] if both else []


def _may_be_above(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    block = blocks[at] if at >= 0 else None
    if looks.plain or not isinstance(block, Paragraph) or block.boxed:
        return False
    return looks.is_line(block) and not patterns.is_listed(block.said)


def _opens_story(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a line as small as the text is none of the text before it."""
    block = blocks[at]
    if not isinstance(block, Paragraph):
        return False
    said = block.said
    if all(isinstance(b, Paragraph) and pages.page_mark(b.said) for b in blocks[:at]):
        return not patterns.is_name(said)
    if _is_nearer_above(blocks, at) or not _begins_story(blocks, at):
        return False
    apart = block.above > looks.spaced
    called = len(said) <= _FEW and (names_column(said) or is_label(said))
    if block.align == "right":
        return called and apart  # else it signs
    return called or ((apart or block.size <= looks.body - 1) and not _is_somebody(said))


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


def _stands_right(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a line right below a headline stands right and says something: no office does."""
    line, above = blocks[at], blocks[at - 1] if at else None
    if not isinstance(line, Paragraph) or not isinstance(above, Paragraph):
        return False
    says = len(line.said) > _NAME and not may_be_organisation(line.said)
    return says and line.align == "right" and looks.is_head(above)


def _is_somebody(said: str) -> bool:
    return patterns.is_name(said) or patterns.is_office_and_name(said)


def _adds(blocks: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a line of no look between a headline and the text is its 副题: it says something and
    no sentence, and no other such line heads a part of the text."""
    line, above = blocks[at], blocks[at - 1] if at else None
    if not isinstance(line, Paragraph) or not isinstance(above, Paragraph):
        return False
    near = line.above <= looks.spaced and line.align not in ("right", "center")
    if not (looks.is_head(above) and near and line.size <= looks.body and not line.bold):
        return False
    opens = _OPENS.match(line.said) or line.said[-1] in "！？" or patterns.is_listed(line.said)
    if opens or not _SAYS <= len(line.said) <= _MOST:
        return False
    return len(_text_after(blocks, at)) > _TEXT and not _heads_another(blocks, at + 2, looks)


def _heads_another(blocks: Sequence[Block], start: int, looks: Looks) -> bool:
    """Whether such a line stands above a paragraph further below within the story."""
    for line, text in pairwise(blocks[start:]):
        if not isinstance(line, Paragraph) or not isinstance(text, Paragraph):
            continue
        if looks.is_head(line):
            return False
        if looks.is_line(line) and len(line.said) <= _MOST and len(text.said) > _TEXT:
            return True
    return False


def lines_below(blocks: Sequence[Block], at: int, looks: Looks) -> list[int]:
    """Lines without a style of their own right below a headline: its 副题."""
    found: list[int] = []
    loose = looks.styled or looks.bold_alone
    while not looks.plain and at < len(blocks) - 1 and len(found) < 2:
        block = blocks[at]
        is_line = isinstance(block, Paragraph) and looks.is_line(block) and not looks.role(block)
        if not isinstance(block, Paragraph) or not is_line or _is_somebody(block.said):
            break
        said = _text_after(blocks, at)
        opens = patterns.has_dateline(said) or patterns.is_byline(said)
        set_apart = (loose and block.align == "center") or _stands_right(blocks, at, looks)
        set_apart = set_apart or (not found and _adds(blocks, at, looks))
        if not (block.said.startswith("——") or set_apart or opens):
            break
        found.append(at)
        at += 1
    return found
