"""Asterisks for the Markdown library: tokens of their own, paired as ``pairing`` says.

CommonMark's rules are made for words between spaces: they set the wrong words of
``**对。**是，**错。**否`` bold.
"""

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from banxin.content.markdown.pairing import LONGEST, RUN, paired


def emphasis(state: StateInline, silent: bool) -> bool:
    """The inline rule: each asterisk that may be a mark is a token, which the library makes bold
    or italic once it has a partner."""
    if silent or state.src[state.pos] != "*":
        return False
    found = RUN.match(state.src, state.pos, state.posMax)
    start, end = found.span() if found else (state.pos, state.pos + 1)
    state.pos = end
    if end - start > LONGEST:
        state.append_pending(state.src[start:end])
        return True
    for n in range(end - start):
        token = state.push("text", "", 0)
        token.content = "*"
        token.meta["run"] = (start, end) if n == 0 else ()
        state.delimiters.append(
            Delimiter(ord("*"), end - start, len(state.tokens) - 1, -1, False, False)
        )
    return True


def pair(state: StateInline) -> None:
    """In place of the library's rule: the partners of a paragraph's asterisks, and of those
    within each of its links. Notes where they are doubtful, for ``completeness.note``."""
    inner = (meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)
    for delimiters in (state.delimiters, *inner):
        if delimiters:
            _pair(state, delimiters)


def _pair(state: StateInline, delimiters: list[Delimiter]) -> None:
    begun = {}
    for n, one in enumerate(delimiters):
        if run := state.tokens[one.token].meta.get("run"):
            begun[run] = n
    found = paired(state.src, list(begun))
    places = {start + k: n + k for (start, end), n in begun.items() for k in range(end - start)}
    for (start, end), (closing, _) in found.pairs:
        for k in range(end - start):
            opened = delimiters[places[start + k]]
            opened.open, opened.end = True, places[closing + end - start - 1 - k]
    if found.doubt >= 0:
        state.env.setdefault("doubtful", {}).setdefault(state.src, found.doubt)
