"""A list at the top of what a file holds (目录, 本期导读): no story, and set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.manuscript import Block, Paragraph, Table
from banxin.importers.stories.roles import heading_level, is_contents, role_of
from banxin.importers.stories.sections import may_head_sections

_NAME = re.compile(
    r"[【\[〖■◆●]?\s*(?:目\s*录|(?:本期|今日|本报|本版|新闻|内容)?(?:导读|要目|目录|看点|导航)|CONTENTS)"
    r"\s*[】\]〗■◆●]?\s*[:：]?",
    re.IGNORECASE,
)
_PAGE = (
    r"[（(\[【]?\s*(?:详?见)?"
    r"(?:第?\s*[A-D]?\d{1,3}\s*[版页]?|第?[一二三四五六七八九十]{1,3}版)\s*[）)\]】]?"
)
_LEADER = r"(?:…{2,}|⋯{2,}|\.{4,}|·{4,}|．{3,}|-{4,}|—{3,}|_{4,}|\t)"
_LED = re.compile(rf"\S.*?\s*{_LEADER}[\s….·—_-]*{_PAGE}", re.IGNORECASE)
_PAGED = re.compile(rf"\S.*?(?:[\s/|]+|(?=[（(\[【])){_PAGE}", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[\W_]+")
_LONG = 60  # characters of an entry
_TEXT = 30  # of a line that is surely text where it has a full stop
_MOST = 40  # entries
_LEAST = 4  # letters of a title that may be looked for


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], str]:
    """The blocks that are left, and the words of those that aren't."""
    made = {n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and is_contents(b.style)}
    made |= {n - 1 for n in made if n and _is_name(blocks[n - 1])}
    kept = [b for n, b in enumerate(blocks) if n not in made]
    gone = [b for n, b in enumerate(blocks) if n in made]
    if _is_files_own(kept):
        gone.append(kept.pop(0))
    start, end = _typed_list(kept)
    words = [text for block in (*gone, *kept[start:end]) for text in _words(block)]
    return kept[:start] + kept[end:], "；".join(words)


def _is_files_own(blocks: Sequence[Block]) -> bool:
    """Whether the file begins with a title of its own, above headings that are the stories'."""
    titles = [b for b in blocks if isinstance(b, Paragraph) and role_of(b.style) == "title"]
    heads = [b for b in blocks if isinstance(b, Paragraph) and heading_level(b.style)]
    if len(titles) != 1 or len(blocks) < 2 or blocks[0] is not titles[0]:
        return False
    least = min((heading_level(b.style) for b in heads), default=0)
    highest = [b for b in heads if heading_level(b.style) == least]
    return len(highest) > 1 and blocks[1] is heads[0] and not may_head_sections(highest)


def _words(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.said]
    return [" ".join(row) for row in block.rows] if isinstance(block, Table) else []


def _typed_list(blocks: Sequence[Block]) -> tuple[int, int]:
    """From where to where somebody typed one, its name included; (0, 0): nowhere."""
    at = next((n for n, b in enumerate(blocks) if _is_name(b) or _is_text(b)), len(blocks))
    if at < len(blocks) and _is_name(blocks[at]):
        end = _entries(blocks, at + 1) or _up_to_gap(blocks, at + 1)
        return (at, end) if end else (0, 0)
    end = _entries(blocks, 0)
    texts = [b.text.strip() for b in blocks[:end] if isinstance(b, Paragraph)]
    led = sum(bool(_LED.fullmatch(text)) for text in texts)
    later = _lines(blocks[end:])
    exact = sum(_norm(b) in later for b in blocks[:end])
    return (0, end) if led > 2 or exact > 2 else (0, 0)


def _is_name(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_NAME.fullmatch(block.said))


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.said) > _TEXT and "。" in block.said


def _entries(blocks: Sequence[Block], at: int) -> int:
    """Where a run of entries ends; 0 if there are fewer than two, or nothing behind them."""
    end = at
    table = blocks[at] if at < len(blocks) else None
    if isinstance(table, Table):
        later = _lines(blocks[at + 1 :])
        known = sum(any(_NOT_LETTERS.sub("", cell) in later for cell in row) for row in table.rows)
        return at + 1 if known > 1 else 0
    while end < min(len(blocks), at + _MOST) and _is_entry(blocks, end):
        end += 1
    return end if end - at > 1 and end < len(blocks) else 0


def _is_entry(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    if not isinstance(block, Paragraph) or len(block.said) > _LONG or "。" in block.said:
        return False
    if _LED.fullmatch(block.text.strip()[: 2 * _LONG]) or _PAGED.fullmatch(block.said):
        return True
    said = _norm(block)
    return any(line in said for line in _lines(blocks[at + 1 :]))


def _lines(blocks: Sequence[Block]) -> frozenset[str]:
    """What may be titles, letters alone."""
    found = (_norm(b) for b in blocks if isinstance(b, Paragraph) and len(b.said) <= _LONG)
    return frozenset(one for one in found if len(one) >= _LEAST)


def _norm(block: Block) -> str:
    return _NOT_LETTERS.sub("", block.said) if isinstance(block, Paragraph) else ""


def _up_to_gap(blocks: Sequence[Block], at: int) -> int:
    """Titles of what lies in other files: short lines up to an empty one; 0 where none follows."""
    end = at
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Paragraph) or len(block.said) > _LONG or "。" in block.said:
            return 0
        if end > at + 1 and block.above:
            return end
        end += 1
    return 0
