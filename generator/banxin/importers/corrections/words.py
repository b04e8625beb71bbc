"""What somebody typed, tidied; what a story prints; words that are left out, remembered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from banxin.content.frontmatter.characters import INVISIBLE
from banxin.content.placeholders import IN_FIELDS
from banxin.importers.body.lines import clean
from banxin.importers.manuscript import Doubt, doubt
from banxin.importers.stories.story import Story, Text

LEFT_OUT = "left-out"
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef]")  # that no text has


def tidy(typed: str) -> str:
    """Its lines without the space around them, none of them empty, no character that no file may
    have or nobody sees, nothing that stands for what is still to be written."""
    text = clean(typed.replace("\r\n", "\n").replace("\r", "\n"))
    text = INVISIBLE.sub("", _NO_CHARACTERS.sub("", text))
    lines = (row.strip() for row in text.split("\n"))
    return "\n".join(line for line in lines if line and line not in IN_FIELDS)


def in_one_line(typed: str) -> str:
    return tidy(typed).replace("\n", " ")


def headline_of(typed: str) -> str:
    """As ``Story.title`` has it; "" where it has no words."""
    parts = tidy(typed.replace("|", "\n")).split("\n")
    return "|".join(part for part in parts if part)


def without_words(story: Story, texts: Iterable[str]) -> Story:
    """Remembering ``texts``, which aren't printed any more."""
    lines = [one for text in texts if (one := in_one_line(text))]
    return replace(story, doubts=(*story.doubts, *(doubt(LEFT_OUT, text=one) for one in lines)))


def settled(story: Story) -> Story:
    """Words that were left out in one place and stand in another aren't remembered, and none
    twice."""
    printed = "".join("".join(texts_of(story)).split())
    kept: list[Doubt] = []
    for one in story.doubts:
        left = dict(one.gaps)["text"] if one.key == LEFT_OUT else ""
        if not left or ("".join(left.split()) not in printed and one not in kept):
            kept.append(one)
    return replace(story, doubts=tuple(kept))


def texts_of(story: Story) -> Iterator[str]:
    """All that a story prints."""
    yield from (story.title.replace("|", ""), *story.kicker, *story.subtitle, story.column)
    yield from (story.byline, story.dateline, story.abstract, story.credited, story.note)
    yield from (*story.signoff, story.signoff_date)
    for one in story.pictures:
        yield from (one.caption, one.credit)
    for block in story.body:
        if isinstance(block, Text):
            yield block.paragraph.text
        else:
            yield from (cell for row in block.rows for cell in row)
    yield from (text for _, text in story.notes)
