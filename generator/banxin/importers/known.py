"""Whether a story is one that is there already, whatever was edited since: by its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from banxin.importers.manuscript import Table
from banxin.importers.stories.story import Story, Text

_ENDS = re.compile(r"[。！？；!?;\n]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_SENTENCE = 8  # letters; shorter ones stand in many texts
SAME_ISSUE, OTHER_ISSUE = 0.5, 0.8  # notices come again with other dates


class Known(msgspec.Struct, frozen=True):
    """Where a story is: a file of the paper, or a manuscript of the same import."""

    where: str
    title: str


class Fingerprint(msgspec.Struct, frozen=True):
    """What a text says, as it stays when its marks and spaces change."""

    sentences: frozenset[str]

    def share(self, other: Fingerprint) -> float:
        """How much of it is in the other one, from 0 to 1, by letters."""
        every = sum(map(len, self.sentences))
        return sum(map(len, self.sentences & other.sentences)) / every if every else 0.0


def fingerprint(text: str) -> Fingerprint:
    parts = [_NOT_LETTERS.sub("", part) for part in _ENDS.split(text)]
    long = frozenset(part for part in parts if len(part) >= _SENTENCE)
    whole = "".join(parts)
    return Fingerprint(long or frozenset({whole} if whole else ()))


def of_story(story: Story) -> Fingerprint:
    return fingerprint("\n".join(_texts(story)) or story.title)


def _texts(story: Story) -> Iterable[str]:
    for block in story.body:
        if isinstance(block, Text):
            yield block.paragraph.text
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)
