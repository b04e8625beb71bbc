"""What speaks for a story's beginning: the look of its lines, their words, what stands around."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers import pages
from banxin.importers.manuscript import Block, Image, Paragraph
from banxin.importers.stories import imprint, patterns
from banxin.importers.stories.days import day_of
from banxin.importers.stories.looks import Looks

ENOUGH = 4.0  # what has to speak for a cut
_TITLE = 12  # characters that a headline has, and few subheads
_TEXT = 30  # characters that a paragraph has, and no line of a poem
_OPENS = re.compile(r"(?:近日|日前|连日来|近期|昨日|今日|\d{1,2}月\d{1,2}日)")  # as news does
_ALONE = re.compile(  # what a paper puts between stories, and no 小标题 says
    "(?:重要)?(?:更正|勘误)(?:启事|说明|声明)?|(?:重要)?(?:[公通布]告|公示|启事|声明|讣告|通知)"
    r"|[\u4e00-\u9fff]{2,6}启事"
)
_ANNOUNCES = re.compile("(?:通告|公告|启事|通知|声明|公示|倡议书)$")


def main_line(blocks: Sequence[Block], head: tuple[int, ...]) -> Paragraph:
    lines = [block for n in head if isinstance(block := blocks[n], Paragraph)]
    return max(lines, key=lambda p: (p.size, p.bold))


def evidence(
    blocks: Sequence[Block],
    looks: Looks,
    start: int,
    head: tuple[int, ...],
    text: int,
    first: Paragraph,
) -> float:
    """What speaks for a new story, and against it."""
    main = main_line(blocks, head)
    total = _look_of_a_title(main, looks, first, len(head))
    alike = looks.bold_alone or looks.plain
    if alike:
        total += _words_of_a_title(blocks, looks, start, head)
    total += _around(blocks, looks, start)
    total += 4 if stands_alone(blocks, head, text) else 0
    total += 1 if main.said.startswith("关于") and _ANNOUNCES.search(main.said) else 0
    follows = _text_from(blocks, text)
    dated = follows is not None and patterns.has_dateline(follows.said)
    total += 4 if dated else 0
    if alike and follows is not None and len(main.said) >= _TITLE - 3:
        total += 1 if _OPENS.match(follows.said) else 0  # few subheads are as long as that
    if follows is not None and start and _is_parted(blocks[start - 1]):
        total += 1 if len(follows.said) > _TEXT and "。" in follows.said else 0
    if is_signed_above(blocks, start, text):
        total += 4
    elif follows is not None and patterns.is_name(follows.said):
        total += 2
    return total - 3 if patterns.is_listed(main.said) and not dated else total


def is_signed_above(blocks: Sequence[Block], start: int, text: int) -> bool:
    """Whether who wrote stands between a head's first line and its text."""
    between = [b.said for b in blocks[start:text] if isinstance(b, Paragraph)]
    return any(map(patterns.is_byline, between))


def is_said_below(blocks: Sequence[Block], head: tuple[int, ...], text: int) -> bool:
    """Whether a byline or 本报讯 stands below a headline, as below no 小标题."""
    follows = _text_from(blocks, text)
    dated = follows is not None and patterns.has_dateline(follows.said)
    signed = follows is not None and patterns.is_byline(follows.said)
    return dated or signed or is_signed_above(blocks, head[0] + 1, text)


def stands_alone(blocks: Sequence[Block], head: tuple[int, ...], text: int) -> bool:
    """Whether a line says 更正 or 公告 and nothing else, between a text's end and a text."""
    before = blocks[head[0] - 1] if head and head[0] else None
    follows = _text_from(blocks, text)
    if len(head) != 1 or follows is None or len(follows.said) <= _TEXT:
        return False
    line = blocks[head[0]]
    named = isinstance(line, Paragraph) and _ALONE.fullmatch(re.sub(r"\s", "", line.said))
    ended = isinstance(before, Paragraph) and (
        before.said[-1:] in "。！？”）" or ends_story(before)
    )
    return bool(named) and ended


def _text_from(blocks: Sequence[Block], at: int) -> Paragraph | None:
    """The first paragraph that is no picture's."""
    own = blocks[at : at + 6]
    words = [n for n, block in enumerate(own) if isinstance(block, Paragraph)]
    below = [n for n in words if n and isinstance(own[n - 1], Image) and len(words) > 1]
    first = next((n for n in words if n not in below), None)
    found = own[first] if first is not None else None
    return found if isinstance(found, Paragraph) else None


def _is_parted(before: Block) -> bool:
    return isinstance(before, Paragraph) and patterns.is_separator(before.said)


def _look_of_a_title(main: Paragraph, looks: Looks, first: Paragraph, lines: int) -> float:
    larger = main.size - looks.body
    total = 3.0 if larger >= 4 else 2.0 if larger >= 2 else 1.0 if larger >= 1 else 0.0
    if abs(first.size - main.size) < 0.6 and (first.align, first.bold) == (main.align, main.bold):
        total += 0 if looks.plain else 2
    elif first.size - main.size > 4:
        total -= 1
    total += 1 if main.align == "center" else 0
    return total + (1 if lines > 1 and not looks.plain else 0)


def _words_of_a_title(
    blocks: Sequence[Block], looks: Looks, start: int, head: tuple[int, ...]
) -> float:
    """What lines say that look like all others."""
    opening, before = blocks[start], blocks[start - 1] if start else None
    lines = [block.said for n in head if isinstance(block := blocks[n], Paragraph)]
    total = 2.0 if isinstance(opening, Paragraph) and opening.above > looks.spaced else 0.0
    if isinstance(before, Paragraph):
        total += 1 if before.said[-1:] in "。！？”）)摄" else 0
        total -= 2 if before.said[-1:] in "：:" else 0
    total += 2 if looks.scanned and len(lines[-1]) >= _TITLE else 0
    total += 1 if looks.scanned and " " in lines[-1] else 0
    dashed = max((len(line) for line in lines[1:] if line.startswith("——")), default=0)
    total += (3 if dashed > _TITLE - 4 else 2) if dashed else 0  # ——鲁迅 stands below a quotation
    return total + (2 if _ANNOUNCES.search(lines[0]) else 0)


def _around(blocks: Sequence[Block], looks: Looks, start: int) -> float:
    """What stands before the head: a page's end, empty lines, the end of a story."""
    opening = blocks[start]
    total = 0.0
    if isinstance(opening, Paragraph):
        total += 2 if opening.breaks_page else 0
        total += 1 if opening.above > looks.spaced else 0
        total += 1 if opening.above > looks.spaced + 1 else 0
        total += 4 if pages.page_mark(opening.said) else 0
        total += 3 if patterns.is_separator(opening.said) else 0
    before = blocks[start - 1] if start else None
    if isinstance(before, Paragraph) and before.said:
        parted = patterns.is_separator(before.said)
        above = blocks[start - 2] if parted and start > 1 else before
        total += 2 if isinstance(above, Paragraph) and ends_story(above) else 0
        total += 3 if parted else 0
        total -= 1 if before.said[-1] in "：:，" else 0
    return total


def ends_story(p: Paragraph) -> bool:
    """Whether a paragraph looks like a story's last: a date, a reporter, a source, 完."""
    said = p.said
    opens = max(said.rfind("（"), said.rfind("("))
    tail = said[opens:] if said.endswith(("）", ")")) else ""
    return (
        bool(day_of(said))
        or (bool(tail) and (_is_somebody(tail) or imprint.is_end_mark(tail)))
        or (p.align == "right" and len(said) <= 20)
        or imprint.is_staff(said)
        or bool(patterns.source_of(said))
        or patterns.is_byline(said)
    )


def _is_somebody(text: str) -> bool:
    known = patterns.is_byline(text) or patterns.is_name(text)
    return known or patterns.is_office_and_name(text)
