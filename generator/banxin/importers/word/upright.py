"""A cover's headline that stands upright, each letter a paragraph of its own: one line again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph, Span
from banxin.model.characters import is_han

_Key = tuple[object, ...]


def laid_down(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, letters that are centred below each other in one look as one paragraph."""
    found = groupby(enumerate(blocks), lambda pair: _key(*pair))
    return tuple(one for key, group in found for one in _whole(key, [b for _, b in group]))


def _key(at: int, block: Block) -> _Key:
    """What letters of one headline have in common; for any other block something of its own."""
    if isinstance(block, Paragraph) and _is_letter(block):
        return (block.size, block.bold, block.style)
    return (at,)


def _is_letter(p: Paragraph) -> bool:
    said = p.said
    plain = not any(span.note or span.number for span in p.spans)
    return p.align == "center" and plain and len(said) == 1 and is_han(said)


def _whole(key: _Key, blocks: Sequence[Block]) -> Iterator[Block]:
    letters = [block for block in blocks if isinstance(block, Paragraph)]
    if len(key) == 1 or len(letters) < 2:
        yield from blocks
        return
    first = letters[0]
    text = "".join(p.said for p in letters)
    yield replace(first, spans=(Span(text, bold=first.bold),))
