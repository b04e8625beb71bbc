"""A form is called 会议记录 or 活动登记表: what was held is said below, as its 会议主题."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Table
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.story import Story, Text

_OF = "(?:会议|例会|班会|活动|学习|培训|工作|调研|走访|座谈)"
_FORM = re.compile(rf"{_OF}{{0,2}}(?:纪要|记录|登记|情况)[表单簿]?")
_SUBJECT = re.compile(rf"{_OF}?(?:主题|名称|议题|题目)")
_LINES = 6  # of a text below its form's name
_LEAST = 4  # characters


def with_form_title(story: Story) -> Story:
    """With what a form names as its subject for the title, and the form's own name above it."""
    if not _FORM.fullmatch(story.title):
        return story
    said = next(_subjects(story), "")
    if not _LEAST <= len(said) <= LONGEST_LINE:
        return story
    return replace(
        story,
        title=said.replace("|", "丨"),
        kicker=(*story.kicker, story.title),
        guessed=story.guessed | {"title", "kicker"},
    )


def _subjects(story: Story) -> Iterator[str]:
    for block in story.body[:_LINES]:
        if isinstance(block, Table):
            yield from (said for row in block.rows for said in _beside(row))
        elif isinstance(block, Text):
            label, _, said = block.paragraph.said.replace(":", "：").partition("：")
            yield from [said.strip()] if _SUBJECT.fullmatch(label.strip()) else []


def _beside(row: Sequence[str]) -> Iterator[str]:
    cells = [cell.strip() for cell in row if cell.strip()]
    for label, said in itertools.pairwise(cells):
        if _SUBJECT.fullmatch("".join(label.split()).rstrip("：:")):
            yield said
