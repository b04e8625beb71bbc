"""A story without a headline gets what stands in for one."""

from __future__ import annotations

from collections.abc import Sequence

from banxin.importers.manuscript import Table, doubt
from banxin.importers.stories import patterns
from banxin.importers.stories.first_words import first_words
from banxin.importers.stories.reading import StoryReading
from banxin.importers.stories.roundup import are_items
from banxin.importers.stories.salutations import greets
from banxin.importers.stories.story import StoryPicture, Text

_BRIEFS = "简讯"


def made_title(reading: StoryReading, shown: Sequence[StoryPicture]) -> str:
    """A story without a headline gets its first words as one, to be replaced."""
    reading.guessed.add("title")
    reading.doubts.append(doubt("title-missing", "title"))
    said = [one.paragraph.said for one in reading.body if isinstance(one, Text)]
    if are_items(said):
        return _BRIEFS
    texts = [one for one in reading.body if isinstance(one, Text)]
    said = [one.paragraph.said for one in sorted(texts, key=lambda one: one.subhead)]
    said = [one for one in said if not patterns.is_number_alone(one) and not greets(one)]
    said += [one.caption for one in shown if one.caption]
    tables = (one for one in reading.body if isinstance(one, Table))
    said += [cell.strip() for table in tables for row in table.rows for cell in row if cell.strip()]
    first = next((one for one in said if one[-1:] not in "：:"), "")  # 各单位： is to whom
    return first_words(first or next(iter(said), ""))
