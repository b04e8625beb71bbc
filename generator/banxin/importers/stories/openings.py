"""First lines that look like a headline's for nothing but their length, and are the text's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.reading import StoryReading
from banxin.importers.stories.story import Text

_FIRST = re.compile(r"(?P<open>[（(第]?)(?P<one>[1１一①])(?P<close>[)）.．、，步]?)")
_NEXT = {"1": "2", "１": "２", "一": "二", "①": "②"}
_SENTENCES = re.compile(r".*[。！？].+[！？]")
_LARGER = 2  # points
_LONG = 20  # characters: a headline may well be two short cries


def begin_text(own: Sequence[Block], head: Sequence[int], looks: Looks) -> bool:
    """Whether the lines of a head are the text's own first ones: several sentences, or the first
    point of a list that goes on below."""
    opening = own[head[0]] if head else None
    if looks.styled or not isinstance(opening, Paragraph):
        return False
    below = [block for block in own[head[0] + 1 :] if isinstance(block, Paragraph)]
    if _is_set_off(opening, looks):  # then others that are set off as it is have to count on
        return _counts_on(opening.said, [p.said for p in below if _look(p) == _look(opening)])
    if len(opening.said) > _LONG and _SENTENCES.fullmatch(opening.said):
        return True
    return _counts_on(opening.said, [p.said for p in below])


def _is_set_off(p: Paragraph, looks: Looks) -> bool:
    return p.align == "center" or p.bold or p.size >= looks.body + 1


def _look(p: Paragraph) -> tuple[float, bool, str]:
    return p.size, p.bold, p.align


def _counts_on(first: str, below: Sequence[str]) -> bool:
    found = _FIRST.match(first)
    if found is None or not (found["close"] or found["one"] == "①"):
        return False
    second = f"{found['open']}{_NEXT[found['one']]}{found['close']}"
    return any(said.startswith(second) for said in below)


def is_outdone(own: Sequence[Block], head: Sequence[int], looks: Looks) -> bool:
    """Whether a line that nothing names stands above what a style or a label calls the headline,
    and is larger: then that may be it."""
    if not looks.styled:
        return False
    titles = [n for n in head if isinstance(p := own[n], Paragraph) and looks.role(p) == "title"]
    title = own[titles[0]] if titles else None
    if not isinstance(title, Paragraph):
        return False
    above = [p for p in own[: titles[0]] if isinstance(p, Paragraph) and not looks.role(p)]
    return any(p.size >= title.size + _LARGER and looks.is_line(p) for p in above)


def stands_within(own: Sequence[Block], head: Sequence[int], reading: StoryReading) -> bool:
    """Whether something that stands above what only looks like a headline was taken for the text's
    beginning."""
    above = [p.said for p in own[: min(head, default=0)] if isinstance(p, Paragraph)]
    opening = reading.body[0] if reading.body else None
    first = opening.paragraph.said if isinstance(opening, Text) else ""
    return not reading.looks.styled and bool(first) and first in above
