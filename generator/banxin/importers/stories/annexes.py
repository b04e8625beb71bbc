"""附件一 below a notice: what is annexed belongs to it, under a 小标题, and is no story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph, Span, Table
from banxin.importers.stories import patterns
from banxin.importers.stories.roles import OF_AN_ANNEX
from banxin.importers.stories.story import Text

_ANNEX = re.compile(r"[（(【]?附\s?件\s*[\d一二三四五六七八九十]{0,2}\s*[）)】]?\s*[:：]?")
_TEXT = 30  # characters that a paragraph has
_LINE = 40  # characters of what an annex is called
_STOPS = "。；，：;,:、！？"


def is_annex(text: str) -> bool:
    """Whether a line says 附件, with its number, and nothing else."""
    return bool(_ANNEX.fullmatch(text))


def with_annexes(blocks: Sequence[Block]) -> list[Block]:
    """The same with 附件一 and what it is called in one line, as a 小标题; a list of annexes, and
    what somebody wrote and signed, stay as they are."""
    made: list[Block] = []
    texts = 0
    held: Paragraph | None = None
    for n, block in enumerate(blocks):
        if held and isinstance(block, Paragraph):
            made.append(_called(held, block))
            held = None
            continue
        is_line = isinstance(block, Paragraph) and is_annex(block.said)
        if texts and is_line and isinstance(block, Paragraph) and _heads(blocks[n + 1 : n + 4]):
            named = isinstance(below := blocks[n + 1], Paragraph) and _is_name(below)
            if named:
                held = block
            else:
                made.append(replace(block, style=OF_AN_ANNEX))
            continue
        texts += isinstance(block, Paragraph) and len(block.said) > _TEXT
        made.append(block)
    return made


def annexed(body: Sequence[Text | Table]) -> int:
    """Where the first annex begins in a story's text; its length where there is none."""
    styles = (one.paragraph.style if isinstance(one, Text) else "" for one in body)
    return next((n for n, style in enumerate(styles) if style == OF_AN_ANNEX), len(body))


def _heads(below: Sequence[Block]) -> bool:
    """Whether what stands below is annexed: no list, nothing that somebody signed."""
    first = below[0] if below else None
    if first is None or (isinstance(first, Paragraph) and patterns.is_listed(first.said)):
        return False
    said = [b.said for b in below if isinstance(b, Paragraph)]
    return not any(patterns.has_dateline(one) or patterns.is_byline(one) for one in said)


def _is_name(p: Paragraph) -> bool:
    return 1 < len(p.said) <= _LINE and p.said[-1] not in _STOPS and not is_annex(p.said)


def _called(mark: Paragraph, name: Paragraph) -> Paragraph:
    label = f"{mark.said.rstrip('：: ')}　"
    bold = name.spans[0].bold if name.spans else False
    return replace(
        name,
        spans=(Span(label, bold=bold), *name.spans),
        style=OF_AN_ANNEX,
        above=mark.above,
        breaks_page=False,
    )
