"""Several things in one paragraph, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.pages import jump_note
from banxin.importers.stories import patterns
from banxin.importers.stories.column_names import names_column
from banxin.importers.stories.days import day_of
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.spans import piece, up_to

_PHONE = r"1\d{10}|0\d{2,3}[-—]?\d{7,8}"
_AND_PHONE = re.compile(
    rf"(?P<who>.*?\S)[\s\u3000]*(?:(?:联系)?(?:电话|手机)[:：]?)?[（(]?(?:{_PHONE})[)）]?\s*"
)
_AND_DATE = re.compile(
    r"\s*(?P<who>[^，。；：:？！\s][^，。；：:？！\t]{1,29}?)[ \u3000]+"
    r"(?P<day>(?:2\d{3}|二\D{3})[^\t]*)"
)
_MARKED_NAME = re.compile(
    r"\s*(?P<title>\S.*?)[\s\u3000]*[□◎○●■◇][\s\u3000]*(?P<who>[^□◎○●■◇]{2,12})"
)
_SPACED_NAME = re.compile(r"\s*(?P<title>\S.*?)[ \u3000\t]{2,}(?P<who>\S{2,4})\s*")
_BRACKETED_NAME = re.compile(r"\s*(?P<title>\S.{4,}?)\s*[（(](?P<who>[^（()）]{2,12})[)）]\s*")
_NAME_AND_TIME = re.compile(
    r"\s*(?P<who>\S{2,4})\s+\S{2,12}\s+\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}.*"
)


def is_telephone(text: str) -> bool:
    return re.fullmatch(rf"(?:(?:电话|手机)[:：]?)?[（(]?(?:{_PHONE})[)）]?", text) is not None


def apart(block: Block, *, first: bool) -> Iterator[Block]:
    """The paragraphs that one should have been. ``first``: nothing stands before it."""
    if not isinstance(block, Paragraph):
        yield block
        return
    rows = block.text.split("\n")
    if any(_heads(row) for row in rows[1:]) and all(len(r) <= LONGEST_LINE for r in rows):
        yield from _head_lines(block, rows)
        return
    if at := _note_behind(block.text):
        yield piece(block, 0, at)
        yield piece(block, at, None)
    elif at := _second(block.text, first=first):
        yield piece(block, 0, at)
        behind = piece(block, at, None)
        yield replace(behind, above=0, bold=False, size=0, style="")  # no headline, whatever
    else:
        yield block


def _note_behind(text: str) -> int:
    """Where （下转第三版） begins behind a text; 0: nowhere."""
    bare = text.rstrip()
    note = jump_note(bare)
    return len(bare) - len(note) if note and len(note) < len(bare.strip()) else 0


def _second(text: str, *, first: bool) -> int:
    """Where a second thing begins behind the first: a telephone, a date, an author; 0: nowhere."""
    if len(text) > 2 * LONGEST_LINE or "。" in text or day_of(text):
        return 0
    if (found := _AND_PHONE.fullmatch(text)) and _is_somebody(found["who"]):
        return found.end("who")
    if (found := _AND_DATE.fullmatch(text)) and day_of(found["day"]):
        return found.start("day")
    if (found := _NAME_AND_TIME.fullmatch(text)) and patterns.is_name(found["who"]):
        return found.end("who")
    found = _MARKED_NAME.fullmatch(text)
    if first:
        found = found or _SPACED_NAME.fullmatch(text) or _bracketed(text)
    if found and _is_somebody(found["who"]) and not _is_somebody(found["title"]):
        return found.end("title")
    return 0


def _bracketed(text: str) -> re.Match[str] | None:
    """A headline with its author in brackets behind it; 连载 is a kind of text, whoever may be
    called so."""
    found = _BRACKETED_NAME.fullmatch(text)
    return None if found is None or names_column(found["who"]) else found


def _is_somebody(text: str) -> bool:
    who = patterns.one_line(text)
    return patterns.is_name(who) or patterns.is_byline(who) or patterns.is_office_and_name(who)


def _heads(row: str) -> bool:
    """Whether a line of a headline's paragraph is 副题 or who wrote."""
    return bool(re.match(r"\s*[—–―]{2}", row)) or patterns.is_byline(row)


def _head_lines(block: Paragraph, rows: Sequence[str]) -> Iterator[Paragraph]:
    """The headline with its breaks, then each line below it."""
    cut = next(n for n, row in enumerate(rows) if n and _heads(row))
    ends, at = list[int](), 0
    for row in rows:
        at += len(row)
        ends.append(at)
        at += 1
    yield up_to(block, ends[cut - 1])
    for n in range(cut, len(rows)):
        if rows[n].strip():
            yield replace(piece(block, ends[n - 1] + 1, ends[n]), above=0, breaks_page=False)
