"""Paragraphs cut at a character, their spans kept as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph, Span

BETWEEN = " \u3000\t\u00a0|丨；;\n"  # what parts of a line have between them
_LONG_LINE = 30  # characters; lines broken by hand that are longer are paragraphs


def without_start(paragraph: Paragraph, length: int) -> Paragraph:
    """The paragraph without its first characters."""
    return replace(paragraph, spans=_from(paragraph.spans, length))


def without_bullet(paragraph: Paragraph) -> Paragraph:
    """The same without the sign, which is no number, that the word processor set before it."""
    first = paragraph.spans[0] if paragraph.spans else None
    signed = first is not None and first.number and not re.search(r"\w", first.text)
    return replace(paragraph, spans=paragraph.spans[1:]) if signed else paragraph


def up_to(paragraph: Paragraph, length: int) -> Paragraph:
    """The first characters of the paragraph, without space at their end."""
    kept: list[Span] = []
    for span in paragraph.spans:
        taken = span.text[: max(0, length)]
        length -= len(span.text)
        if taken or (span.note and length >= 0):
            kept.append(replace(span, text=taken))
    if kept and not kept[-1].note:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return replace(paragraph, spans=tuple(kept))


def _from(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in spans:
        left = span.text[length:] if length > 0 else span.text
        length -= len(span.text)
        if left or span.note:
            kept.append(replace(span, text=left))
    return tuple(kept)


def piece(block: Paragraph, start: int, end: int | None, signs: str = BETWEEN) -> Paragraph:
    """From ``start`` to ``end``, without the signs around it."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip(signs))
    return without_start(up_to(block, start + len(text.strip(signs))), start)


def lines(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """A paragraph for each line of it: what was pasted with line breaks in place of paragraphs."""
    text, start = paragraph.text, 0
    found: list[Paragraph] = []
    for row in text.split("\n"):
        one = without_start(up_to(paragraph, start + len(row)), start)
        if one.text.strip():
            found.append(replace(one, above=paragraph.above if not found else 0))
        start += len(row) + 1
    return tuple(found)


def split(blocks: Sequence[Block]) -> Iterator[Block]:
    """Line breaks that stand where paragraphs should become paragraphs: pasted from a browser."""
    for block in blocks:
        if isinstance(block, Paragraph) and "\n" in block.text.strip():
            for one in _parted(block):
                yield from lines(one) if _are_paragraphs(one.text) else (one,)
        else:
            yield block


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Cut where an empty line stands within it."""
    text, start, above = paragraph.text, 0, paragraph.above
    for gap in [*re.finditer(r"\n\s*\n", text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            yield replace(without_start(up_to(paragraph, end), start), above=above)
            above = 1
        start = gap.end() if gap else end


def _are_paragraphs(text: str) -> bool:
    rows = text.split("\n")
    long = sum(len(row.strip()) > _LONG_LINE or row.startswith("\u3000\u3000") for row in rows)
    return len(rows) > 1 and long * 2 > len(rows)
