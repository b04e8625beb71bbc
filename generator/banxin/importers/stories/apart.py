"""Several things in one paragraph, taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.pages import jump_note
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.spans import up_to, without_start

# 来源：…　作者：…　时间：…: as sites print it below a headline
_PARTS = re.compile(
    r"(?:^|(?<=[\s\u3000|丨]))(?=(?:稿件|文章|信息)?(?:来源|稿源|作者|记者|通讯员|编辑|责编|审核"
    r"|(?:发布|发稿|更新)?(?:时间|日期)|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:率|量|次数)?|字号|访问量)\s*[:：])"
)
_WRITES = re.compile("(?:作者|记者|通讯员)\\s*[:：]")
_OFFICES_OWN = re.compile(
    r"(?:(?:发布|发稿|更新)?(?:时间|日期)|浏览.*|阅读.*|点击.*|字号|访问量|编辑|责编|审核)\s*[:：]"
)
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
_NAME_AND_TIME = re.compile(
    r"\s*(?P<who>\S{2,4})\s+\S{2,12}\s+\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}.*"
)


def is_offices_own(text: str) -> bool:
    """Whether a part of a line is nobody's text: when it was put up, how often it was read."""
    return bool(_OFFICES_OWN.match(text)) or is_telephone(text)


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
    starts = _starts(block)
    if starts:
        ends = [*starts[1:], None]
        yield from (_piece(block, a, b) for a, b in zip(starts, ends, strict=True))
    elif at := _note_behind(block.text):
        yield _piece(block, 0, at)
        yield _piece(block, at, None)
    elif at := _second(block.text, first=first):
        yield _piece(block, 0, at)
        yield replace(_piece(block, at, None), above=0, bold=False, size=0)  # no headline, whatever
    else:
        yield block


def _starts(block: Paragraph) -> list[int]:
    """Where the parts of a line begin; nothing where it is one."""
    text = block.text
    starts = [found.start() for found in _PARTS.finditer(text)]
    parts = [_piece(block, a, b) for a, b in zip(starts, [*starts[1:], None], strict=False)]
    said = any(_WRITES.match(p.said) or patterns.source_of(p.said) for p in parts)
    alone = len(parts) > 1 and not text[: starts[0]].strip()
    if said and alone and all(map(_is_particular, parts)):
        return starts
    return []


def _note_behind(text: str) -> int:
    """Where （下转第三版） begins behind a text; 0: nowhere."""
    bare = text.rstrip()
    note = jump_note(bare)
    return len(bare) - len(note) if note and len(note) < len(bare.strip()) else 0


def _second(text: str, *, first: bool) -> int:
    """Where a second thing begins behind the first: a telephone, a date, an author; 0: nowhere."""
    if len(text) > 2 * LONGEST_LINE or "。" in text or patterns.day_of(text):
        return 0
    if (found := _AND_PHONE.fullmatch(text)) and _is_somebody(found["who"]):
        return found.end("who")
    if (found := _AND_DATE.fullmatch(text)) and patterns.day_of(found["day"]):
        return found.start("day")
    if (found := _NAME_AND_TIME.fullmatch(text)) and patterns.is_name(found["who"]):
        return found.end("who")
    found = _MARKED_NAME.fullmatch(text) or (_SPACED_NAME.fullmatch(text) if first else None)
    if found and _is_somebody(found["who"]) and not _is_somebody(found["title"]):
        return found.end("title")
    return 0


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
            yield replace(_piece(block, ends[n - 1] + 1, ends[n]), above=0, breaks_page=False)


def _piece(block: Paragraph, start: int, end: int | None) -> Paragraph:
    piece = block.text[start:end]
    start += len(piece) - len(piece.lstrip())
    return without_start(up_to(block, start + len(piece.strip(" \u3000\t|丨\n"))), start)


def _is_particular(p: Paragraph) -> bool:
    """Whether a part of a line says whose, from where or when, and nothing more."""
    said = p.said
    if len(said) > LONGEST_LINE or any(sign in said for sign in "。，；？！"):
        return False
    if _WRITES.match(said):
        return patterns.is_byline(said) or len(said) <= 24
    return bool(_OFFICES_OWN.match(said) or patterns.source_of(said))
