"""The words of a paragraph, set right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from banxin.importers.corrections.paragraphs import Block, without_doubt
from banxin.importers.corrections.words import settled, tidy
from banxin.importers.manuscript import Paragraph, Span
from banxin.importers.stories.story import Story, Text


def wording(block: Block) -> str | None:
    """What can be typed over; None where it has notes, links or words of several looks."""
    if not isinstance(block, Text):
        return None
    spans = [one for one in block.paragraph.spans if one.text.strip() or one.note]
    odd = any(one.note or one.link or one.script for one in spans)
    one_look = len({one.bold for one in spans if not one.number}) == 1
    return block.paragraph.text.strip() if one_look and not odd else None


def differs(block: Block, typed: str) -> bool:
    before = wording(block)
    return before is not None and tidy(typed) != tidy(before)


def reworded(story: Story, typed: Mapping[int, str]) -> Story:
    """With these words in its paragraphs, by their places; what was asked of one is answered."""
    body = list(story.body)
    for n, text in typed.items():
        block = body[n]
        if isinstance(block, Text) and tidy(text):
            body[n] = replace(block, paragraph=_saying(block.paragraph, tidy(text)))
            story = without_doubt(story, block)
    return settled(replace(story, body=tuple(body))) if typed else story


def _saying(paragraph: Paragraph, text: str) -> Paragraph:
    bold = any(one.bold for one in paragraph.spans if not one.number and one.text.strip())
    number = "".join(one.text for one in paragraph.spans if one.number)
    kept = bool(number.strip()) and text.startswith(number.strip())
    spans = list(_spans(text, number, bold=bold) if kept else (Span(text, bold),))
    return replace(paragraph, spans=tuple(spans), level=paragraph.level if kept else -1)


def _spans(text: str, number: str, *, bold: bool) -> Iterator[Span]:
    """Behind the number or bullet that the word processor printed."""
    yield Span(number, number=True)
    yield Span(text[len(number.strip()) :].lstrip(), bold)
