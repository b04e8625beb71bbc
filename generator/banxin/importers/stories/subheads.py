"""小标题: which lines of a text head what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.kinds import ASKS
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.points import heads_point
from banxin.importers.stories.salutations import greets
from banxin.importers.stories.stress import stresses, urges

_SPEAKS = re.compile('[：:，]\\s*[“"]')  # 他说：“…
_PART = re.compile("[一二三四五六七八九十]、.{4,}")
_PROSE = 30  # characters of a paragraph
_QUOTES = "“「"
_QUOTED = re.compile("[“「][^“”「」]*[”」]")
_ENDS = "。！？…"
_SHORT_LINE = 20  # characters of a subhead; a paragraph below it has more
_CALLED = 8
_LEAST = 2


def is_subhead(own: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether the paragraph at ``at`` heads what stands below it."""
    p = own[at]
    if not isinstance(p, Paragraph):
        return False
    bare = at == len(own) - 1 or len(p.said) < _LEAST
    if not looks.role(p) and (bare or urges(p.said) or stresses(own, at)):
        return False
    return _looks_so(p, looks) or _stands_between(own, at, looks) or heads_point(own, at, looks)


def _looks_so(p: Paragraph, looks: Looks) -> bool:
    if role := looks.role(p):
        return role in ("subhead", "title", "subtitle", "kicker")
    if ASKS.match(p.said):
        return False
    if _calls(p):
        return True
    if looks.styled or looks.plain:
        return p.bold and looks.is_line(p) and len(p.said) <= 30
    larger = p.bold or p.size >= looks.body + 1
    return len(p.said) <= 30 and p.align != "right" and larger and looks.is_line(p)


def _calls(p: Paragraph) -> bool:
    """Whether a line is bold and nothing but what the lines below are: 记者手记：."""
    said = p.said.rstrip("：:")
    named = patterns.is_name(said) or greets(p.said)
    return p.bold and said != p.said and 2 <= len(said) <= _CALLED and not named


def _stands_between(own: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether a short line that is only centred, or not even that, stands between paragraphs as a
    小标题 does; or above the first one, where others stand between those below."""
    if not _heads_text(own, at, looks):
        return False
    before = own[at - 1] if at else None
    if isinstance(before, Paragraph) and before.said[-1:] in "。！？”":
        line = own[at]
        said = line.said if isinstance(line, Paragraph) else ""
        return not (_QUOTED.fullmatch(said) and _is_talk(own, at, looks))
    opens = not any(isinstance(b, Paragraph) and "。" in b.said for b in own[:at])
    return opens and any(_follows_text(own, n, looks) for n in range(at + 2, len(own) - 1))


def _is_talk(own: Sequence[Block], at: int, looks: Looks) -> bool:
    """Whether words in quotes are somebody's: others speak before or after, or they are a whole
    sentence in a text that has no 小标题 but such."""
    beside = [b.said for b in own[max(0, at - 1) : at + 2] if isinstance(b, Paragraph)]
    line = beside.pop(1 if at else 0)
    if any(said[:1] in _QUOTES for said in beside):
        return True
    others = (n for n in range(1, len(own) - 1) if n != at and _follows_text(own, n, looks))
    lines = (b.said for n in others if isinstance(b := own[n], Paragraph))
    return line[-2:-1] in _ENDS and all(map(_QUOTED.fullmatch, lines))


def _follows_text(own: Sequence[Block], at: int, looks: Looks) -> bool:
    before = own[at - 1]
    ends = isinstance(before, Paragraph) and before.said[-1:] in "。！？”"
    return ends and _heads_text(own, at, looks)


def _heads_prose(line: Paragraph, after: Block | None) -> bool:
    """一、地是怎么荒的, above a text: no notice's point, which is one of a list or ends."""
    text = after.said if isinstance(after, Paragraph) else ""
    return bool(_PART.match(line.said)) and len(text) > _PROSE and not patterns.is_listed(text)


def _heads_text(own: Sequence[Block], at: int, looks: Looks) -> bool:
    line, after = own[at], own[at + 1] if at + 1 < len(own) else None
    return (
        isinstance(line, Paragraph)
        and (looks.plain or line.align == "center")
        and looks.is_line(line)
        and len(line.said) <= _SHORT_LINE
        and not ASKS.match(line.said)
        and not (patterns.is_listed(line.said) and not _heads_prose(line, after))
        and not _SPEAKS.search(line.said)
        and "\t" not in line.text
        and isinstance(after, Paragraph)
        and len(after.said) > _SHORT_LINE
    )
