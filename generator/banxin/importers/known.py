"""Whether a story is one that is there already, whatever was edited since: by its sentences, the
lines of a poem, the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

import msgspec

from banxin.importers.manuscript import Table
from banxin.importers.stories.story import Story, Text

_ENDS = re.compile(r"[。！？；!?;\n]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_MARKUP = re.compile(r"[\s\\*#>`|_-]+")
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")  # what editors put right in every text
_SENTENCE = 8  # letters; shorter ones stand in many texts
_LEAST = 2
SAME_ISSUE, OTHER_ISSUE = 0.5, 0.8  # notices come again with other dates
_AROUND, _SHOWN = 4, 12  # characters of a changed place
_REACH = 300  # that are looked through for its end


class Change(msgspec.Struct, frozen=True):
    """How many paragraphs differ, and the first place: what is there, and what was sent now; ""
    where that has nothing there."""

    paragraphs: int
    before: str
    after: str


class Known(msgspec.Struct, frozen=True):
    """Where a story is: a file of the paper, or a manuscript of the same import (``sent``).
    ``change``: None where it says the same."""

    where: str
    title: str
    change: Change | None = None
    sent: bool = False


class Fingerprint(msgspec.Struct, frozen=True):
    """What a text says, as it stays when its marks and spaces change. ``every``: the short pieces,
    too; ``telling``: those that are looked for."""

    telling: frozenset[str]
    every: frozenset[str]

    def share(self, other: Fingerprint) -> float:
        """How much of it is in the other one, from 0 to 1, by letters."""
        all_ = _letters(self.telling)
        return _letters(self.telling & other.every) / all_ if all_ else 0.0


def fingerprint(text: str, title: str = "") -> Fingerprint:
    """``text``: one of several lines, a table's rows as Markdown has them. Where little of it is
    sentences, the short pieces tell, and the ``title`` does."""
    parts = [_NOT_LETTERS.sub("", part) for part in _ENDS.split(text)]
    head, whole = _NOT_LETTERS.sub("", title), "".join(parts)
    every = frozenset(part for part in (*parts, whole, head) if len(part) >= _LEAST)
    rows = (_NOT_LETTERS.sub("", row) for row in text.split("\n") if row.startswith("|"))
    prose = frozenset(part for part in parts if len(part) >= _SENTENCE) - frozenset(rows)
    if 2 * _letters(prose) >= len(whole) > 0:
        return Fingerprint(prose, every)
    short = frozenset(part for part in (*parts, head) if len(part) >= _LEAST)
    return Fingerprint(short or frozenset({whole or head} - {""}), every | {whole, head})


def of_story(story: Story) -> Fingerprint:
    return fingerprint("\n".join(_texts(story)), story.title)


def change(before: str, after: str) -> Change | None:
    """How two texts in Markdown differ, but for its marks, spaces and how wide their signs are."""
    old, new = _paragraphs(before), _paragraphs(after)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    differing = [code for code in codes if code[0] != "equal"]
    if not differing:
        return None
    _, a, b, c, d = differing[0]
    count = sum(max(b - a, d - c) for _, a, b, c, d in differing)
    return Change(count, *_place("".join(old[a : min(b, a + 1)]), "".join(new[c : min(d, c + 1)])))


def _letters(parts: Iterable[str]) -> int:
    return sum(map(len, parts))


def _texts(story: Story) -> Iterator[str]:
    for block in story.body:
        if isinstance(block, Text):
            yield block.paragraph.text
        elif isinstance(block, Table):
            yield from (f"| {' | '.join(' '.join(c.split()) for c in row)} |" for row in block.rows)


def _paragraphs(text: str) -> list[str]:
    return [said for line in text.split("\n") if (said := _MARKUP.sub("", line).translate(_WIDE))]


def _place(old: str, new: str) -> tuple[str, str]:
    """The first place where two paragraphs differ, with some characters around it."""
    if not old or not new:
        return _cut(old), _cut(new)
    pairs = enumerate(zip(old, new, strict=False))
    same = next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)))
    old, new = old[max(0, same - _AROUND) :], new[max(0, same - _AROUND) :]
    matcher = SequenceMatcher(None, old[:_REACH], new[:_REACH], autojunk=False)
    ends = ((b, d) for tag, _, b, _, d in matcher.get_opcodes() if tag != "equal")
    b, d = next(ends, (len(old), len(new)))
    return _cut(old, b + _AROUND), _cut(new, d + _AROUND)


def _cut(text: str, end: int = _SHOWN) -> str:
    most = min(end, _SHOWN + _AROUND)
    return text if len(text) <= most else f"{text[:most]}…"
