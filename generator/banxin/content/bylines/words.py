"""A line cut into words, each with where it stands in the line and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from banxin.content.bylines.names import DOTS, is_latin, is_letter
from banxin.content.bylines.surnames import has_compound_surname, has_surname, plain
from banxin.content.bylines.vocabulary import CONJUNCTIONS
from banxin.model.credits import is_work

OPEN, CLOSE = "（([【〔［", "）)]】〕］"
_APART = rf"\s、，,；;|｜丨│/／:：&＆{re.escape(OPEN + CLOSE)}\u25a0-\u25ff☆★※—…{DOTS}"
_SCAN = re.compile(
    rf"(?P<space>\s+)|(?P<slash>[/／])|(?P<colon>[:：|｜丨│])|(?P<comma>[、，,；;])"
    rf"|(?P<open>[{re.escape(OPEN)}])|(?P<close>[{re.escape(CLOSE)}])"
    rf"|(?P<word>[^{_APART}]+(?:\s*[{DOTS}]\s*[^{_APART}]+)*)|(?P<mark>.)"
)
Gap = Literal["", "space", "comma", "slash", "colon"]  # between a word and the one before it
_NUMBER_OF_CLASS = re.compile(r"[（(][\d一二三四五六七八九十]{1,3}[）)]")
WordKind = Literal["word", "mark", "bracket"]


class Word(msgspec.Struct, frozen=True):
    """``start`` and ``end``: where it stands in the line. A bracket holds its text with its marks.

    ``labels``: a colon stands behind it, or the stroke that WeChat's editors put: 文丨张三.
    """

    text: str
    start: int
    end: int
    gap: Gap = ""
    kind: WordKind = "word"
    labels: bool = False

    @property
    def inner(self) -> str:
        return self.text[1:-1]


def words_of(line: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of ``line[start:end]``; names set wide (洪 纲) or in Latin letters are one word."""
    return tuple(_joined(_cut(line, start, end)))


def unwrapped(line: str) -> tuple[int, int]:
    """Where the line begins and ends without the brackets around all of it."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    if end - start > 1 and _pairs(line, start, end).get(start) == end - 1:
        return start + 1, end - 1
    return start, end


def _pairs(line: str, start: int, end: int) -> dict[int, int]:
    """Where each opening bracket is closed. Of any form: papers mix （ and )."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for place in range(start, end):
        if line[place] in OPEN:
            waiting.append(place)
        elif line[place] in CLOSE and waiting:
            pairs[waiting.pop()] = place
    return pairs


def _cut(line: str, start: int, end: int) -> list[Word]:
    pairs = _pairs(line, start, end)
    words: list[Word] = []
    gap: Gap = ""
    place = start
    while found := _SCAN.match(line, place, end):
        kind, place = found.lastgroup, found.end()
        if kind == "colon" and words:
            words[-1] = msgspec.structs.replace(words[-1], labels=True)
        if kind in ("space", "slash", "colon", "comma"):
            gap = _wider(gap, kind)  # type: ignore[arg-type]
            continue
        if kind == "open" and found.start() in pairs:
            place = pairs[found.start()] + 1
            kind = "bracket"
        text = line[found.start() : place]
        shape: WordKind = "word" if kind == "word" else "bracket" if kind == "bracket" else "mark"
        words.append(Word(text, found.start(), place, gap, shape))
        gap = ""
        if _ends_class(words):
            words[-3:] = [_glued(words[-3:], "")]
    return words


def _ends_class(words: list[Word]) -> bool:
    """Whether the last word ends a school's class with a number in brackets: 六（1）班."""
    if len(words) < 3:
        return False
    before, number, last = words[-3:]
    close = before.kind == "word" and number.gap == last.gap == ""
    return close and last.text == "班" and bool(_NUMBER_OF_CLASS.fullmatch(number.text))


def _wider(gap: Gap, new: Gap) -> Gap:
    """Of a space and a mark the mark counts, of two marks the first."""
    return new if gap in ("", "space") else gap


def _joined(words: list[Word]) -> Iterator[Word]:
    run: list[Word] = []
    for word in words:
        if run and not (word.gap == "space" and not run[-1].labels and _same(run[-1], word)):
            yield from _whole(run)
            run = []
        run.append(word)
    yield from _whole(run) if run else ()


def _same(one: Word, other: Word) -> bool:
    """Whether both may be parts of one name."""
    if one.kind != "word" or other.kind != "word":
        return False
    return (_is_single(one) and _is_single(other)) or (is_latin(one.text) and is_latin(other.text))


def _is_single(word: Word) -> bool:
    if len(word.text) > 2:  # a character and the selector of its form
        return False
    bare = plain(word.text)
    return len(bare) == 1 and is_letter(bare) and bare not in CONJUNCTIONS


def _whole(run: list[Word]) -> Iterator[Word]:
    if len(run) == 1 or not _is_single(run[0]):
        yield _glued(run, " ")
        return
    first = _after_works(run)
    yield from run[:first]
    names, work = _without_work(run[first:])
    place = 0
    for size in _sizes(names):
        yield _glued(names[place : place + size], "")
        place += size
    yield from work


def _after_works(run: list[Word]) -> int:
    """Where names begin: 文 图 stand before them, but 文 and 图 are characters of names, too."""
    if len(run) == 2 and has_surname(run[0].text):
        return 0
    return next((n for n, word in enumerate(run) if not is_work(word.text)), len(run))


def _without_work(run: list[Word]) -> tuple[list[Word], list[Word]]:
    """张 三 摄 is a name and what he did; 李 文 a name."""
    last = run[-1].text if len(run) > 1 else ""
    if last == "摄" or (is_work(last) and len(run) > 2):
        return run[:-1], run[-1:]
    return run, []


def _sizes(run: list[Word]) -> list[int]:
    """How many characters each name of the run has."""
    count = len(run)
    if 0 < count < 4 or (count == 4 and has_compound_surname(run[0].text + run[1].text)):
        return [count]
    return [1] * count if count % 2 else [2] * (count // 2)


def _glued(run: list[Word], between: str) -> Word:
    first, last = run[0], run[-1]
    text = between.join(word.text for word in run)
    return Word(text, first.start, last.end, first.gap, first.kind, last.labels)
