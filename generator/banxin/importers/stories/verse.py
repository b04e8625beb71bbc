"""Whether a text is a poem: short lines that end where their author ended them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph, Table
from banxin.importers.stories import patterns
from banxin.importers.stories.story import Text

_FEWEST = 4  # lines
_LONGEST, _USUAL = 30, 16  # characters of a line, of all lines on average
_TITLED = 3  # of so many lines one may be the title of a poem among several
_STOP = re.compile("[。！？；：:.!?;][”’」』）)]*$")
_PROSE = re.compile(r"[0-9０-９：:@/]|[、，,](?=.*[、，,])|\s")
_SPEAKS = re.compile("[的了在是着过不我你他她们里上下这那]")


def is_verse(body: Sequence[Text | Table]) -> bool:
    """Prose has full stops, lists have numbers, labels and names side by side."""
    if any(isinstance(block, Table) for block in body):
        return False
    texts = [block.paragraph.text for block in body if isinstance(block, Text)]
    lines = [line.strip() for text in texts for line in text.split("\n") if line.strip()]
    lines = [line for line in lines if not patterns.is_number_alone(line)]
    if _are_couplets(lines):
        return True
    if len(lines) < _FEWEST or max(map(len, lines)) > _LONGEST or mean(map(len, lines)) > _USUAL:
        return False
    if _pauses(lines):
        return True
    stops = sum(bool(_STOP.search(line)) for line in lines)
    listed = sum(bool(_PROSE.search(line)) for line in lines)
    speaks = sum(bool(_SPEAKS.search(line)) for line in lines)
    return stops * 3 < len(lines) and listed * 5 <= len(lines) and speaks * 4 >= len(lines)


def without_stressed_lines(body: Sequence[Text | Table]) -> tuple[Text | Table, ...]:
    """A poem's body where so many lines look like titles that they are only set in bold type."""
    texts = [block for block in body if isinstance(block, Text)]
    lines = sum(len(block.paragraph.text.split("\n")) for block in texts)
    if sum(block.subhead for block in texts) * _TITLED < lines:
        return tuple(body)
    return tuple(
        replace(block, subhead=False) if isinstance(block, Text) else block for block in body
    )


def _are_couplets(lines: Sequence[str]) -> bool:
    """Whether all halves of all lines have five letters, or all have seven."""
    halves = [half for line in lines for half in re.split("[，。！？；]", line) if half]
    lengths = {len(half) for half in halves}
    stopping = all(re.search("[。！？；]$", line) for line in lines)
    several = len(lines) > 1 and len(halves) >= max(_FEWEST, 2 * len(lines))
    return stopping and several and lengths in ({5}, {7}) and not any(map(_PROSE.search, halves))


def _pauses(lines: Sequence[str]) -> bool:
    """Whether lines pause at commas and stop as 七律 and 快板 do; paragraphs end at no comma."""
    pausing = sum(line.endswith("，") for line in lines)
    stopping = all(re.search("[，。！？；、]$", line) for line in lines)
    listed = any(patterns.is_listed(line) or "：" in line for line in lines)
    return stopping and not listed and pausing * 4 >= len(lines)


def end_of_poem(blocks: Sequence[Block], at: int) -> int:
    """Where a poem ends that begins right below who wrote it; ``at`` where none does."""
    by = blocks[at - 1] if 0 < at < len(blocks) else None
    if not isinstance(by, Paragraph) or not _is_somebody(by.said):
        return at
    end = at
    while end < len(blocks) and _is_line(blocks[end]) and not _heads(blocks, end):
        end += 1
    stopped = blocks[end] if end < len(blocks) else None
    while end > at and isinstance(stopped, Paragraph) and _is_line(stopped) and not stopped.above:
        end -= 1  # lines that stand together with what heads the next text
        stopped = blocks[end]
    return end if is_verse([Text(b) for b in blocks[at:end] if isinstance(b, Paragraph)]) else at


def _is_somebody(said: str) -> bool:
    return patterns.is_byline(said) or patterns.is_name(said)


def _is_line(block: Block) -> bool:
    if not isinstance(block, Paragraph) or patterns.is_separator(block.said):
        return False
    longest = max(len(row.strip()) for row in block.text.split("\n"))
    return longest <= _LONGEST and not patterns.has_dateline(block.said)


def _heads(blocks: Sequence[Block], at: int) -> bool:
    """Whether who wrote or a text stands below a line."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(below, Paragraph):
        return False
    return patterns.is_byline(below.said) or (bool(below.said) and not _is_line(below))
