"""What a headline says of others: that they follow in the same story (外一首), or that it is one of
a serial, which the line below numbers (（十二）); a number or a sign before it, as of a file's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph, doubt
from banxin.importers.stories import patterns
from banxin.importers.stories.reading import StoryReading
from banxin.importers.stories.spans import without_bullet
from banxin.importers.stories.story import Story, Text

_MORE = re.compile("外([一二两三四五六七八九])[首章篇题阕则]")
_NUMBER = re.compile(r"[（(〔](?:连载|第)?[一二三四五六七八九十百\d]{1,4}[回章节]?[）)〕]")

_NUMBERED = re.compile(r"\d{1,2}[.、．]\s*(?=\D)")
_MARKED = re.compile(rf"[{patterns.MARKS}]\s*(?=[^{patterns.MARKS}\s])")
_SPANS = 2  # a number's and a line's


def others_promised(head: Sequence[Block]) -> int:
    """How many more with headlines of their own belong to a story with these headlines."""
    said = "".join(block.said for block in head if isinstance(block, Paragraph))
    found = _MORE.search(said)
    return "零一二三四五六七八九".index(found[1].replace("两", "二")) if found else 0


def is_signed(head: Sequence[Block]) -> bool:
    """Whether any of these lines says who wrote."""
    return any(isinstance(block, Paragraph) and patterns.signs(block.said) for block in head)


def with_number(story: Story) -> Story:
    """With its number in the headline, unless the text goes on to count: （一）…（二）."""
    first, *rest = story.body or ("",)
    if not isinstance(first, Text) or not _NUMBER.fullmatch(first.paragraph.said):
        return story
    if any(isinstance(one, Text) and _NUMBER.match(one.paragraph.said) for one in rest):
        return story
    title = f"{story.title}{first.paragraph.said}"
    return replace(
        story, title=title, body=tuple(story.body[1:]), guessed=story.guessed | {"title"}
    )


def without_word_numbers(
    lines: Sequence[Paragraph], reading: StoryReading, among: int
) -> list[Paragraph]:
    """A head's lines without the bullets that the word processor set before them; of a file's only
    story without its numbers, too, which are told."""
    made: list[Paragraph] = []
    for line in map(without_bullet, lines):
        first = line.spans[0] if line.spans else None
        if among > 1 or first is None or not first.number or len(line.spans) < _SPANS:
            made.append(line)
            continue
        made.append(replace(line, spans=line.spans[1:]))
        reading.doubts.append(doubt("aside", text=first.text.strip()))
        reading.guessed.add("title")
    return made


def without_its_number(title: str, among: int, guessed: set[str]) -> str:
    """春耕 of 1.春耕 and of ◆春耕: the number or the sign of a story among others is no part of its
    headline. A number may be, which makes a guess of it."""
    if among < 2:
        return title
    if sign := _MARKED.match(title):
        return title[sign.end() :]
    found = _NUMBERED.match(title)
    guessed |= {"title"} if found else set()
    return title[found.end() :] if found else title
