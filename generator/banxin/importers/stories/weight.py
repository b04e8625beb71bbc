"""A text that is (almost) all bold: there bold says nothing, and isn't printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph

_ALMOST = 0.9  # of the text
_LEAST = 60  # characters


def with_light_text(own: Sequence[Block], head: Collection[int]) -> tuple[Block, ...]:
    """A story's blocks, without bold below its ``head`` where (almost) all of that is bold."""
    text = [b for n, b in enumerate(own) if n not in head and isinstance(b, Paragraph)]
    length = sum(len(p.said) for p in text)
    bold = sum(len(span.text.strip()) for p in text for span in p.spans if span.bold)
    if length < _LEAST or bold < length * _ALMOST:
        return tuple(own)
    return tuple(b if n in head else _light(b) for n, b in enumerate(own))


def _light(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, bold=False, spans=tuple(replace(s, bold=False) for s in block.spans))
