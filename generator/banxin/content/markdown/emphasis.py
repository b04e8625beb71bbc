"""Which asterisks are marks: ``**`` sets bold, ``*`` italics; the others stay.

Newspapers print 王**、张*先生 and 330802********1234, and measure 8*8米. CommonMark's own rules are
made for words between spaces; these are made for Chinese, where none stand.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from banxin.content.markdown.masks import is_mask
from banxin.model.characters import is_letter

RUN = re.compile(r"\*+")
_LONGEST = 3  # more than *** are never a mark
_OPENING = "（《「『【〈〔“‘([{<"
_CLOSING = "、。，．：；！？）》」』】〉〕”’％‰℃),.:;?!]}>%"
_LEGEND = re.compile(
    "为|表示|代表|号|注|系|指|必填|带"
)  # *为必填项 explains the asterisks of a form


def flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the asterisks ``text[start:end]`` may open and may close emphasis."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start > _LONGEST or is_mask(text, start, end):
        return False, False
    opens = bool(after) and after not in _CLOSING and not _between_spaces(before, after)
    closes = bool(before) and before not in _OPENING and not _between_spaces(before, after)
    if end - start == 1:
        opens = opens and not after.isspace() and not (before and is_letter(before))
        opens = opens and not _LEGEND.match(text, end)
        closes = closes and not before.isspace() and not (after and is_letter(after))
    return opens and not _is_digit(before), closes


def _between_spaces(before: str, after: str) -> bool:
    return before.isspace() and after.isspace()


def _is_digit(character: str) -> bool:
    return "0" <= character <= "9"


def _are_singles_paired(state: StateInline) -> bool:
    """Whether the text's single asterisks open and close in turn; else all are characters."""
    known: tuple[str, bool] | None = state.env.get("singles")
    if known is None or known[0] is not state.src:
        runs = (found.span() for found in RUN.finditer(state.src) if len(found[0]) == 1)
        able = [f for f in (flanks(state.src, *run) for run in runs) if any(f)]
        paired = all(f == (n % 2 == 0, n % 2 == 1) for n, f in enumerate(able))
        known = (state.src, paired and len(able) % 2 == 0)
        state.env["singles"] = known
    return known[1]


def emphasis(state: StateInline, silent: bool) -> bool:
    """The inline rule: each asterisk a token of its own, that the library pairs later."""
    if silent or state.src[state.pos] != "*":
        return False
    found = RUN.match(state.src, state.pos, state.posMax)
    start, end = found.span() if found else (state.pos, state.pos + 1)
    opens, closes = flanks(state.src, start, end)
    if end - start == 1 and not _are_singles_paired(state):
        opens = closes = False
    if not opens and not closes:
        state.append_pending(state.src[start:end])
        state.pos = end
        return True
    for _ in range(end - start):
        state.push("text", "", 0).content = "*"
        state.delimiters.append(
            Delimiter(ord("*"), end - start, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos = end
    return True
