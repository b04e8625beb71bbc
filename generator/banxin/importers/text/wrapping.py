"""Lines that an editor, a mail program or a PDF broke at a fixed width, joined to paragraphs.

A text is wrapped where many lines stop in mid-sentence, and all of them at the same width. Then
a line goes on in the next one if that one's first word had no room left behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from banxin.importers.manuscript import Doubt, doubt
from banxin.importers.stories import patterns
from banxin.importers.stories.days import day_of
from banxin.importers.stories.imprint import is_staff
from banxin.model.characters import HAN

_STOPS = "。！？!?…"
_CLOSERS = "”’」』）)》〉】]\"'"
_ENDS = re.compile(rf"[{_STOPS}][{re.escape(_CLOSERS)}]*$|[：:；;]$")
_SIGNED = re.compile(r"[）)】]$")  # （沈微 摄影报道）
_FULL_STOP = re.compile(rf"[{_STOPS}][{re.escape(_CLOSERS)}]*$")
_MARK_AT_END = re.compile(r"[，。、；：！？,;:!?…—”’）)》]$")
_FIRST_WORD = re.compile(
    r"[“‘「『（(《〈【\[]*(?:[A-Za-z0-9.%@:/_-]+|\S)[，。、；：！？,;:!?…”’」』）)》〉】\]]*"
)
_TWO_COLUMNS = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003fffd“”‘’…—·×÷±§°℃‰\u2160-\u217f\u2460-\u24ff\u25a0-\u25ff\u2605\u2606]"
)
_INDENT = re.compile(r"[ \u3000\t\u00a0]*")
_COLUMNS = re.compile(r"\S(?:[ \u3000]{2,}|\t)\S.*\S(?:[ \u3000]{2,}|\t)\S|^\s*\||\t\S")
_NAMES = re.compile(rf"\s*[{HAN}·]{{2,4}}(?:[ \u3000]+[{HAN}·]{{1,4}}){{2,}}\s*")
_DECIMAL = re.compile(r"\d+[.．]\d")  # and no point of a list
_SHEET = re.compile(
    r"\s*(?:[-—–]+\s*\d{1,3}\s*[-—–]+|第\s*\d{1,3}\s*页(?:[，,\s/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3})\s*"
)
_HEAD = 30  # characters of what stands on every sheet
_NARROW = 15  # characters of the narrowest column that is taken for one
_WIDE = 90  # of the widest
_FEWEST = 2  # lines that stop in mid-sentence
_SLACK = 2  # characters that a line may be short of the width, signs that hang out aside
_OUT_OF_TEN = 6
_LINES_OVER = 20  # one line in so many may be longer than the width: an address of a page
_SOME = 8  # lines of which one may be
_MOST_TOLD = 12
_SHORTEST = 5  # characters of a last line that ends with a stop


class Line(msgspec.Struct, frozen=True):
    """``above``: how many empty lines stand before it. ``of``: the lines that it was made of, as
    whoever gave them numbered them."""

    text: str
    above: int
    of: tuple[int, ...] = ()

    @property
    def indent(self) -> str:
        found = _INDENT.match(self.text)
        return found[0] if found else ""

    @property
    def words(self) -> str:
        return self.text[len(self.indent) :]


class Unwrapped(msgspec.Struct, frozen=True):
    """``breaks``: how many were taken out. ``unsure``: the ends of lines behind which a paragraph
    may end or not. ``sheets``: the numbers of pages that stood between."""

    lines: tuple[Line, ...]
    breaks: int
    width: int
    unsure: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


class _Measure(msgspec.Struct, frozen=True):
    """How long lines are, and how long they could be."""

    of: Callable[[str], int]
    width: int
    one: int  # what a Chinese character takes
    parted: bool  # paragraphs begin with an indent, or an empty line stands between them

    def is_full(self, line: Line, after: Line, slack: int = _SLACK) -> bool:
        """Whether the next line's first word had no room left."""
        first = _FIRST_WORD.match(after.words)
        room = self.width - self.of(line.text)
        return room < slack * self.one + (self.of(first[0]) if first else 0)


def unwrapped(lines: Sequence[Line]) -> Unwrapped | None:
    """``None``: its lines end where their author ended them."""
    kept, sheets = _without_sheets(_close(lines))
    measure = max(_measures(kept), key=lambda one: _broken(kept, one), default=None)
    return _joined(kept, measure, sheets) if measure and _is_wrapped(kept, measure) else None


def ends_with_stop(text: str) -> bool:
    return bool(_FULL_STOP.search(text.rstrip()) or _SIGNED.search(text.rstrip()))


def _close(lines: Sequence[Line]) -> Sequence[Line]:
    """Where an empty line stands below every line, none of them says anything."""
    apart = sum(line.above > 0 for line in lines[1:])
    if len(lines) < 6 or apart * 10 < 9 * (len(lines) - 1):
        return lines
    return [replace(line, above=max(0, line.above - 1)) for line in lines]


def _without_sheets(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[str, ...]]:
    """The lines without the numbers of pages between them, as a PDF leaves them."""
    marked = {n for n, line in enumerate(lines) if _SHEET.fullmatch(line.text)}
    bare = {n for n, line in enumerate(lines) if n and re.fullmatch(r"\s*\d{1,3}\s*", line.text)}
    torn_at = any(_stops_within(lines[n - 1].text) for n in bare)
    bare = bare if torn_at and _go_up([int(lines[n].text) for n in sorted(bare)]) else set()
    found = marked | bare
    beside = [lines[m].text.strip() for n in found for m in (n - 1, n + 1) if 0 <= m < len(lines)]
    heads = {text for text in beside if len(text) <= _HEAD and _times(lines, text) > 1}
    found |= {n for n, line in enumerate(lines) if line.text.strip() in heads}
    kept: list[Line] = []
    for n, line in enumerate(lines):
        if n not in found:
            torn = n - 1 in found and kept and _stops_within(kept[-1].text)
            kept.append(replace(line, above=0) if torn else line)
    return kept, tuple(lines[n].text.strip() for n in sorted(found))


def _go_up(numbers: Sequence[int]) -> bool:
    """Whether numbers may be those of sheets; a drawing's or a table's are in no order."""
    return all(below > above for above, below in pairwise(numbers))


def _times(lines: Sequence[Line], text: str) -> int:
    return sum(line.text.strip() == text for line in lines)


def _stops_within(text: str) -> bool:
    """Whether a line, long enough for one of a text, stops in mid-sentence."""
    return len(text.strip()) >= _NARROW and not _ENDS.search(text)


def _measures(lines: Sequence[Line]) -> Iterator[_Measure]:
    """By columns, as a screen counts them, and by characters."""
    begun = [n for n, line in enumerate(lines) if line.indent]
    ended = sum(bool(n and _FULL_STOP.search(lines[n - 1].text)) for n in begun)
    indented = len(begun) > 1 and ended * 2 >= len(begun) - 2
    for of, one in ((_columns, 2), (len, 1)):
        found = sorted((of(line.text) for line in lines), reverse=True)
        over = max(len(found) // _LINES_OVER, 1 if len(found) >= _SOME else 0)
        for width in (found[n] for n in (0, over) if n < len(found)):
            if not _NARROW * one <= width <= _WIDE * one:
                continue
            widest = [line.text for line in lines if width - 2 * one < of(line.text) <= width]
            hangs = len(widest) > 1 and all(map(_MARK_AT_END.search, widest))
            made = _Measure(of, width - one * hangs, one, indented)
            yield replace(made, parted=indented or _is_parted(lines, made))


def _is_parted(lines: Sequence[Line], measure: _Measure) -> bool:
    """Whether below what surely is the end of a paragraph, and short of the width, an empty line
    stands."""
    ends = [after.above > 0 for line, after in pairwise(lines) if _is_last(line, after, measure)]
    return len(ends) > 1 and all(ends)


def _is_last(line: Line, after: Line, measure: _Measure) -> bool:
    stops = bool(_FULL_STOP.search(line.text)) and len(line.text.strip()) >= _SHORTEST
    return stops and not measure.is_full(line, after)


def _columns(text: str) -> int:
    return len(text) + len(_TWO_COLUMNS.findall(text))


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Lines in one block, each with the next."""
    for line, after in pairwise(lines):
        if not after.above and not _begins(line, after):
            yield line, after


def _broken(lines: Sequence[Line], measure: _Measure) -> int:
    """How many lines stop in mid-sentence because they were full, less those that weren't."""
    total = 0
    for line, after in _pairs(lines):
        if not _ENDS.search(line.text):
            total += 1 if measure.is_full(line, after) else -1
    return total


def _is_wrapped(lines: Sequence[Line], measure: _Measure) -> bool:
    """Whether lines are full as prose is: most in mid-sentence, few at a mark, and a paragraph's
    last one with a stop. Poems, lists and headlines aren't."""
    full = [(line, after) for line, after in _pairs(lines) if measure.is_full(line, after)]
    broken = [line for line, _ in full if not _ENDS.search(line.text)]
    unmarked = sum(not _MARK_AT_END.search(line.text) for line in broken)
    said = sum(bool(re.search("[，。、；：]", line.text[:-1])) for line in broken)
    runs = _joined(lines, measure, ()).lines
    joined = [one for one in runs if measure.of(one.text) > measure.width + 2 * measure.one]
    ended = sum(bool(_ENDS.search(one.text)) or ends_with_stop(one.text) for one in joined)
    return (
        len(broken) >= _FEWEST
        and len(broken) * 10 >= _OUT_OF_TEN * len(full)
        and unmarked * 3 >= len(broken)
        and said * 2 >= len(broken)
        and ended * 10 > _OUT_OF_TEN * len(joined)
    )


def _begins(line: Line, after: Line) -> bool:
    """Whether a line surely is the first of something, or the line before it stands alone."""
    words = after.words
    further = len(after.indent.expandtabs()) - len(line.indent.expandtabs())
    if after.above or (after.indent and (further > 0 or "\u3000" in after.indent)):
        return True
    if patterns.is_listed(words) and not _DECIMAL.match(words):
        return True
    if patterns.has_dateline(words) or day_of(words):
        return True
    if patterns.source_of(words) or is_staff(words):
        return True
    if any(_COLUMNS.search(one.text) or _NAMES.fullmatch(one.text) for one in (line, after)):
        return True
    if any(patterns.is_separator(one.text) or one.text.startswith("#") for one in (line, after)):
        return True
    return words.startswith(("——", "□", "■", "●", "◎", "- ", "* ")) or patterns.is_byline(words)


def _joined(lines: Sequence[Line], measure: _Measure, sheets: tuple[str, ...]) -> Unwrapped:
    made: list[Line] = []
    unsure: list[str] = []
    breaks = 0
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        if before is None or not _goes_on(before, line, measure, first=n == 1):
            made.append(line)
            continue
        if _FULL_STOP.search(before.text) and not measure.parted:
            unsure.append(before.text.strip()[-12:])
        made[-1] = _with(made[-1], line)
        breaks += 1
    return Unwrapped(tuple(made), breaks, measure.width // measure.one, tuple(unsure), sheets)


def _goes_on(line: Line, after: Line, measure: _Measure, *, first: bool) -> bool:
    """``first``: it is the text's first line, which is a headline if it may be one."""
    if _begins(line, after) or not measure.is_full(line, after):
        return False
    if first and not re.search("[，。；：、]", line.text):
        return False
    if not _FULL_STOP.search(line.text):
        return True
    return measure.parted or measure.is_full(line, after, slack=0)


def _with(line: Line, more: Line) -> Line:
    text = line.text.rstrip()
    whole = f"{text}{glue(text, more.words)}{more.words}"
    return replace(line, text=whole, of=(*line.of, *more.of))


def glue(text: str, more: str) -> str:
    """What stands between two lines that are one: English words have a space between them, numbers
    that were cut in two none."""
    words = text[-1:].isascii() and text[-1:].isalpha() and more[:1].isascii()
    return " " if text[-1:] == "," or (words and more[:1].isalnum()) else ""


def told(found: Unwrapped) -> tuple[Doubt, ...]:
    doubts = [doubt("wrapped", width=found.width, n=found.breaks)]
    doubts += [doubt("wrapped-unsure", near=near) for near in found.unsure[:_MOST_TOLD]]
    if found.sheets:
        doubts.append(doubt("sheets", text="\u3000".join(dict.fromkeys(found.sheets))))
    return tuple(doubts)
