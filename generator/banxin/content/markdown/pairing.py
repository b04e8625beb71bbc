"""Which asterisks of a paragraph set bold or italics: one rule, made for Chinese.

Between Chinese characters nothing tells an opening mark from a closing one but their order. So the
marks of a paragraph open and close in turn, if each pair of them makes sense; if one doesn't, all
of them are characters, and the first is doubtful.
"""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence

import msgspec

from banxin.content.markdown.addresses import asterisks_within
from banxin.content.markdown.masks import (
    ends_with_surname,
    hides_villager,
    is_like_name,
    masks,
    may_be_mask,
)
from banxin.model.characters import is_letter

RUN = re.compile(r"\*+")
LONGEST = 4  # more than **** are never a mark; **** closes one and opens the next
_OPENING = "（《「『【〈〔“‘([{<"
_CLOSING = "、。，．：；！？）》」』】〉〕”’％‰℃),.:;?!]}>%"
_LEGEND = re.compile(
    "为|表示|代表|号|注|系|指|必填|带"
)  # *为必填项 explains the asterisks of a form
_JOINING = frozenset("和与及或同跟同")
_SENTENCE_END = re.compile("[。！？](?=.)", re.DOTALL)
_LISTING = frozenset("、，和与及")  # 、**56**、 is one of several hidden numbers
_BARE_NUMBER = re.compile("[0-9]+")

Run = tuple[int, int]  # where asterisks begin and end


class Pairing(msgspec.Struct, frozen=True):
    """``pairs``: opening and closing asterisks, in the order in which they close. ``doubt``: where
    asterisks stand that may have been meant as a mark and are printed; -1: nowhere."""

    pairs: tuple[tuple[Run, Run], ...] = ()
    doubt: int = -1


def paired(text: str, runs: Sequence[Run]) -> Pairing:
    """What the asterisks ``runs`` of a paragraph's ``text`` do."""
    own = asterisks_within(text, runs)
    runs = [run for run in runs if run not in own]
    hidden = masks(text, runs)
    several = [run for run in runs if 1 < run[1] - run[0] <= LONGEST and run not in hidden]
    bold, doubt = _bold(text, several) if several else ([], -1)
    names = sorted(a for a, b in hidden if b - a in (2, 3) and not _is_digit(text[b : b + 1]))
    if names and _enclose(bold, names):
        bold, doubt = [], bold[0][0][0]  # **刘**和**张**
    single = [run for run in runs if run[1] - run[0] == 1]
    slanted = _slanted(text, single) if single and hidden.isdisjoint(single) else []
    if slanted and not _are_nested(bold, slanted):
        slanted = []
    return Pairing((*bold, *slanted), doubt)


def _bold(text: str, runs: Sequence[Run]) -> tuple[list[tuple[Run, Run]], int]:
    """Of all; or else of those that can't be masks; or else nothing. And where that is doubtful."""
    if (found := _in_turn(text, runs)) is not None:
        return found, -1
    triple = [run for run in runs if run[1] - run[0] == 3]
    hiding = triple if len(triple) == 1 else []  # 被告人***犯盗窃罪
    marks = [run for run in runs if run not in hiding and not may_be_mask(text, *run)]
    starts = [run[0] for run in runs]
    for left in (marks, [run for run in marks if not hides_villager(text, *run)]):
        found = _in_turn(text, left)
        if found is not None and not _enclose(found, starts) and not _end_as_names(text, found):
            return found, -1
    sure = [run for run in marks if not ends_with_surname(text, run[0])]
    found = _in_turn(text, sure) or []
    return [] if _enclose(found, starts) else found, min(marks, default=runs[0])[0]


def _enclose(pairs: Sequence[tuple[Run, Run]], starts: Sequence[int]) -> bool:
    """Whether other asterisks, that begin at one of ``starts``, stand within one of the pairs."""
    return any(
        bisect(starts, opened[0]) < bisect_left(starts, closed[0]) for opened, closed in pairs
    )


def _end_as_names(text: str, pairs: Sequence[tuple[Run, Run]]) -> bool:
    """Whether one of the pairs ends where a hidden name might: 电话李**说."""
    return any(ends_with_surname(text, closed[0]) for _, closed in pairs)


def _in_turn(text: str, runs: Sequence[Run]) -> list[tuple[Run, Run]] | None:
    """The pairs, if the runs open and close in turn; **** closes the one and opens the next."""
    pairs: list[tuple[Run, Run]] = []
    opened: Run | None = None
    for start, end in runs:
        if opened is None:
            opened = (start, end) if end - start < LONGEST else None
            continue
        length = opened[1] - opened[0]
        doubled = end - start == LONGEST and length == 2
        closing = (start, start + length)
        if not (doubled or closing[1] == end) or not _makes_sense(text, opened, closing):
            return None
        pairs.append((opened, closing))
        opened = (closing[1], end) if doubled else None
    return None if opened else pairs


def _makes_sense(text: str, opened: Run, closed: Run) -> bool:
    """Whether ``opened`` and ``closed`` may set bold what is between them."""
    within = text[opened[1] : closed[0]]
    before, after = text[opened[0] - 1 : opened[0]], text[closed[1] : closed[1] + 1]
    said = within.strip()
    if said in _JOINING or not (said[:1].isalnum() or any(map(is_letter, said))):
        return False
    if within[0] in _CLOSING or within[-1] in _OPENING or _is_digit(before):
        return False
    if (before.isspace() and within[0].isspace()) or (within[-1].isspace() and after.isspace()):
        return False
    inside_text = (before and is_letter(before)) or (after and is_letter(after))
    if inside_text and opened[1] - opened[0] > 2:
        return False  # ***小学三（2）班***同学
    if before and is_letter(before):
        # What begins within a sentence doesn't go beyond its end; 证明李**和王** hide names.
        both = ends_with_surname(text, opened[0]) and ends_with_surname(text, closed[0])
        return not both and not _SENTENCE_END.search(within)
    return not (_BARE_NUMBER.fullmatch(said) and before in _LISTING and after in _LISTING)


def _slanted(text: str, runs: Sequence[Run]) -> list[tuple[Run, Run]]:
    """The pairs of single asterisks, if all of the paragraph's are such; else none."""
    if len(runs) % 2:
        return []
    pairs = list(zip(runs[::2], runs[1::2], strict=True))
    return pairs if all(_is_slanted(text, *pair) for pair in pairs) else []


def _is_slanted(text: str, opened: Run, closed: Run) -> bool:
    within = text[opened[1] : closed[0]]
    before, after = text[opened[0] - 1 : opened[0]], text[closed[1] : closed[1] + 1]
    if (before and is_letter(before)) or (after and is_letter(after)):
        return False
    if _LEGEND.match(within):
        return False
    if within[0].isspace() or within[-1].isspace() or is_like_name(within):
        return False
    if within[0] in _CLOSING or within[-1] in _OPENING:
        return False
    return any(is_letter(c) and not c.isdigit() for c in within)


def _are_nested(bold: Sequence[tuple[Run, Run]], slanted: Sequence[tuple[Run, Run]]) -> bool:
    ends = [(run, n) for n, pair in enumerate((*bold, *slanted)) for run in pair]
    opened: list[int] = []
    for _, n in sorted(ends):
        if opened and opened[-1] == n:
            opened.pop()
        elif n in opened[-2:]:
            return False
        else:
            opened.append(n)
    return True


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"
