"""01 on a line above 一棵树: the number of a 小标题, as messengers set it, stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Image, Paragraph, Span

_NUMBER = re.compile(
    r"[【\[·\-—\s]*(?:PART|NO)?[.\s]*(?P<number>0[1-9])[】\].·\-—\s]*", re.IGNORECASE
)
_SHORT = 20  # characters of a 小标题
_TEXT = 30
_LEAST = 2


def with_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The same where fewer than two such numbers stand."""
    found = {n: number for n in range(len(blocks)) if (number := _number(blocks, n))}
    if len(found) < _LEAST:
        return list(blocks)
    made = [
        _numbered(block, found[n - 1]) if n - 1 in found else block
        for n, block in enumerate(blocks)
    ]
    return [block for n, block in enumerate(made) if n not in found]


def _numbered(block: Block, number: str) -> Block:
    if not isinstance(block, Paragraph):
        return block
    bold = block.spans[0].bold if block.spans else False
    return replace(block, spans=(Span(f"{number} ", bold=bold), *block.spans))


def _number(blocks: Sequence[Block], n: int) -> str:
    """The number that a line is, above a few words and a text; "" for any other."""
    block, head = blocks[n], blocks[n + 1] if n + 1 < len(blocks) else None
    found = _NUMBER.fullmatch(block.said) if isinstance(block, Paragraph) else None
    text = next((b for b in blocks[n + 2 : n + 4] if not isinstance(b, Image)), None)
    if found is None or not isinstance(head, Paragraph) or not isinstance(text, Paragraph):
        return ""
    short = 1 < len(head.said) <= _SHORT and head.said[-1] not in "。；，：！？"
    return found["number"] if short and len(text.said) > _TEXT else ""
