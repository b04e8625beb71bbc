"""Which lines below a headline are none of its own: a poem's, and what a part is called."""

from __future__ import annotations

from collections.abc import Sequence

from banxin.importers import pages
from banxin.importers.manuscript import Block, Paragraph, Table
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.story import Text

_DASHES = ("——", "──", "--")
_VERSE = 4  # lines that are centred as a headline is, and no larger than text
_LINE = 30  # characters
_SAME = 0.6  # points
_ROWS, _LABEL = 2, 5  # lines of a head; characters of a column's name
_MARKS = f"{patterns.MARKS}·•►▶"


def lines_of_head(blocks: Sequence[Block], head: Sequence[int], looks: Looks) -> int:
    """How many of the lines with the indices ``head`` are a headline with what belongs to it."""
    if looks.styled or len(head) < 2:
        return len(head)
    lines = [block for n in head if isinstance(block := blocks[n], Paragraph)]
    named = next((n for n, p in enumerate(lines) if patterns.heads_names(p.said)), None)
    if named is not None:
        return named + 1
    if at := _first_marked(blocks, head[-1] + 1, lines):
        return at
    if at := next((n for n in range(1, len(head)) if speakers(blocks, head[:n])), 0):
        return at
    if looks.plain:
        return len(head)
    most = max(lines, key=lambda p: (p.size, p.bold))
    main = lines.index(most)
    small = [n for n in range(main + 1, len(lines)) if lines[n].size <= looks.body]
    small = [n for n in small if not lines[n].said.startswith(_DASHES)]
    if len(small) >= _VERSE:
        return small[0]
    at = head[-1] + 1
    aside = (n for n in small if lines[n].align != "center" == most.align and lines[n].bold)
    if first := next((n for n in aside if _is_first_of_several(blocks, at, lines[n], most)), 0):
        return first
    while at < len(blocks) and _is_somebody(blocks[at]):
        at += 1
    if len(blocks) < at + 2 or not all(map(_is_verse, blocks[at : at + 2])):
        return len(head)
    parts = (n for n in small if _is_first_of_several(blocks, at, lines[n], most))
    return next(parts, len(head))


def _first_marked(blocks: Sequence[Block], start: int, lines: Sequence[Paragraph]) -> int:
    """Which of a head's lines has a sign before it as lines further below have: ·; 0: none."""
    for n, line in enumerate(lines):
        mark = line.said[:1]
        if n and mark in _MARKS and lines[0].said[:1] != mark:
            others = (b for b in blocks[start:] if isinstance(b, Paragraph))
            if any(b.said[:1] == mark and _look(b) == _look(line) for b in others):
                return n
    return 0


def _is_somebody(block: Block) -> bool:
    return isinstance(block, Paragraph) and (
        patterns.signs(block.said) or patterns.is_office_and_name(block.said)
    )


def _is_verse(block: Block) -> bool:
    said = block.said if isinstance(block, Paragraph) else ""
    return 0 < len(said) <= _LINE and said[-1] not in "。！？：；"


def _is_first_of_several(
    blocks: Sequence[Block], start: int, line: Paragraph, main: Paragraph
) -> bool:
    """Whether a line that looks the same heads another part of the same story."""
    for at in range(start, len(blocks) - 1):
        block, below = blocks[at], blocks[at + 1]
        if not isinstance(block, Paragraph):
            continue
        if block.size > main.size - _SAME:
            return False
        if _look(block) == _look(line) and len(block.said) <= len(line.said) * 3:
            text = isinstance(below, Paragraph) and _look(below) != _look(line)
            return text and isinstance(below, Paragraph) and below.size < main.size - _SAME
    return False


def _look(p: Paragraph) -> tuple[str, float, bool]:
    return p.align, p.size, p.bold


def speakers(blocks: Sequence[Block], head: Sequence[int]) -> frozenset[int]:
    """The places of lines that say who speaks (石桥镇党委书记 曲长河), one right below a headline,
    others below the text of the one before: they head parts, and none of them wrote the story."""
    first = head[-1] + 1 if head else len(blocks)
    if not _names_speaker(blocks, first):
        return frozenset()
    lines = [n for n in range(first, len(blocks) - 1) if _names_speaker(blocks, n)]
    ended = (isinstance(b := blocks[n - 1], Paragraph) and _is_text(b) for n in lines[1:])
    return frozenset(lines) if len(lines) > 1 and all(ended) else frozenset()


def _names_speaker(blocks: Sequence[Block], at: int) -> bool:
    if at + 1 >= len(blocks):
        return False
    line, below = blocks[at], blocks[at + 1]
    if not isinstance(line, Paragraph) or not isinstance(below, Paragraph):
        return False
    return _is_text(below) and patterns.is_office_and_name(line.said)


def _is_text(p: Paragraph) -> bool:
    return len(p.said) > _LINE and p.said[-1] in "。！？”"


def is_as_parts_are(
    blocks: Sequence[Block], head: Sequence[int], body: Sequence[Text | Table]
) -> bool:
    """Whether the headline below a few letters looks as those of the text's parts do: then the
    letters may be the headline, and it the first part's."""
    lines = [block for n in head if isinstance(block := blocks[n], Paragraph)]
    if len(lines) < _ROWS or len(lines[0].said) > _LABEL:
        return False
    main = max(lines, key=lambda p: (p.size, p.bold))
    parts = [one.paragraph for one in body if isinstance(one, Text) and one.subhead]
    alike = [p for p in parts if _look(p) == _look(main) and not patterns.is_listed(p.said)]
    return main is lines[-1] and bool(alike)


def in_brackets(blocks: Sequence[Block], head: Sequence[int], looks: Looks) -> frozenset[int]:
    """The places of lines like 【案情回顾】 below a headline that head parts of its story: where
    there are several, where one stands within the text, or where a column is named above."""
    first = min(head, default=-1)
    lines = [n for n, block in enumerate(blocks) if _is_bracketed(block, looks)]
    below = [n for n in lines if n > first]
    text = (n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and len(b.said) > _LINE)
    several = len(below) > 1 or len(lines) > len(below)
    if several or (below and below[0] > next(text, len(blocks))):
        return frozenset(below)
    return frozenset()


def _is_bracketed(block: Block, looks: Looks) -> bool:
    said = block.said if isinstance(block, Paragraph) else ""
    name = patterns.column_of(said)
    other = patterns.rank_of(said) or patterns.is_separator(said) or pages.page_mark(said)
    return bool(name) and not other and name[0] != "图" and name not in looks.columns
