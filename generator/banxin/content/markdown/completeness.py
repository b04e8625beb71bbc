"""Nothing that an editor typed is swallowed: what was parsed, written out again, is the source.

Two comparisons of visible characters, each of the whole in its order. The tokens, with the marks
that they stand for, must be the source; and the text between the HTML's tags must be the tokens'
text. So a mark does its work or is printed, whatever the Markdown library makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_TAG = re.compile(r"<[^>]*>")
# What footnotes add: their numbers, and the ways back.
_ADDED = re.compile(
    r'<sup class="footnote-ref">.*?</sup>|<a href="[^"]*" class="footnote-backref">.*?</a>'
)
_TEXT = ("text", "text_special", "code_inline")


def note(state: StateCore) -> None:
    """The core rule that keeps, before footnotes go to their place, what the tokens stand for."""
    if not state.inlineMode:
        state.env["typed"] = written_out(state.tokens, state.src.split("\n"))
        state.env["said"] = _said(state.tokens)
        for kind in ("refused", "read"):
            state.env[kind] = [
                (token, *child.meta[kind])
                for token in state.tokens
                for child in token.children or ()
                if kind in child.meta
            ]
        doubtful = state.env.get("doubtful", {})
        state.env["doubts"] = [
            (token, doubtful[token.content])
            for token in (state.tokens if doubtful else ())
            if token.type == "inline" and token.content in doubtful
        ]
        state.env["labels"] = [
            (token.meta["label"], token.map[0] if token.map else 0)
            for token in state.tokens
            if token.type == "footnote_reference_open"
        ]


def written_out(tokens: Sequence[Token], source: Sequence[str]) -> list[str]:
    """For each line what its tokens stand for, marks and all, without white space."""
    lines: list[list[str]] = [[] for _ in source]
    row = 0
    for token in tokens:
        row = token.map[0] if token.map else row
        match token.type:
            case "inline":
                _write_inline(token, lines)
            case "fence":
                _write_fence(token, source, lines)
            case "blockquote_open":
                for line in range(*(token.map or ())):
                    if source[line].strip():  # empty ones may follow the last
                        lines[line].append(">")
            case "thead_close":
                lines[row + 1].append(str(token.meta.get("typed", "")))
            case _:
                lines[row].append(_mark(token, source[row]))
    return [visible("".join(line)) for line in lines]


def _mark(token: Token, line: str) -> str:
    """What a block's token stands for on its first line."""
    match token.type:
        case "footnote_reference_open":
            return f"[^{token.meta['label']}]:"
        case "list_item_open":
            return token.info + token.markup
        case "heading_open":
            return token.markup
        case "hr":  # its own markup counts one too many
            return _tail(visible(line), token.markup[:1])
        case _:
            return str(token.meta.get("typed", ""))


def _tail(text: str, mark: str) -> str:
    return mark * (len(text) - len(text.rstrip(mark)))


def visible(text: str) -> str:
    """``text`` without white space of any kind."""
    return "".join(text.split())


def _write_fence(token: Token, source: Sequence[str], lines: list[list[str]]) -> None:
    first, end = token.map or (0, 0)
    lines[first].append(token.markup + token.info)
    content = token.content.removesuffix("\n").split("\n") if token.content else []
    for line, text in enumerate(content, first + 1):
        lines[line].append(text)
    last = end - 1
    if last > first + len(content):  # the line that closes it
        lines[last].append(_tail(visible(source[last]), token.markup[:1]))


def _write_inline(token: Token, lines: list[list[str]]) -> None:
    line = token.map[0] if token.map else 0
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            lines[line].append(child.markup)
            line = min(line + 1, len(lines) - 1)
        else:
            first, *others = child.meta.get("lines") or [_typed(child)]
            lines[line].append(first)
            for text in others:
                line = min(line + 1, len(lines) - 1)
                lines[line].append(text)


def _typed(child: Token) -> str:
    match child.type:
        case "text" | "comment":
            return child.content
        case "footnote_ref":
            return f"[^{child.meta['label']}]"
        case "link_open" if child.markup == "autolink":
            return "<"
        case "link_close" if child.markup == "autolink":
            return ">"
        case _:  # of escapes, entities and emphasis the mark is the whole of it
            return str(child.meta.get("typed", child.markup))


def _said(tokens: Sequence[Token]) -> dict[str, list[str]]:
    """The text to be shown: of the body itself under "", of each footnote under its label."""
    said: dict[str, list[str]] = {"": []}
    label = ""
    for token in tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            said[label] = []  # of two with the same label the later one is shown
        elif token.type == "footnote_reference_close":
            label = ""
        elif token.type == "fence":
            said[label].append(token.content)
        elif token.type == "inline":
            said[label] += _shown(token.children or ())
    return said


def _shown(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in _TEXT:
            yield child.content
        elif child.type == "image" and len(children) == 1:  # its title is its caption
            yield str(child.attrs.get("title", ""))


def lost(source: str, html: str, env: dict[str, Any]) -> tuple[int, int] | None:
    """Line and column, from 0, of the first visible character that isn't on the page."""
    typed: list[str] = env["typed"]
    if "".join(typed) != visible(source):
        return _first_difference(source.split("\n"), typed)
    notes = env.get("footnotes", {}).get("list", {}).values()
    said = [*env["said"][""], *(t for n in notes for t in env["said"].get(n["label"], ()))]
    shown = unescape(_TAG.sub("", _ADDED.sub("", html)))
    return None if visible("".join(said)) == visible(shown) else (0, 0)


def _first_difference(source: Sequence[str], typed: Sequence[str]) -> tuple[int, int]:
    """Of lines of which one at least isn't what was typed."""
    lines = enumerate(zip(source, typed, strict=True))
    return next(
        (line, _column(text, written))
        for line, (text, written) in lines
        if visible(text) != written
    )


def _column(text: str, written: str) -> int:
    """Of the first visible character of ``text`` that ``written`` doesn't have in its place."""
    shown = [(column, char) for column, char in enumerate(text) if not char.isspace()]
    missed = (column for n, (column, char) in enumerate(shown) if written[n : n + 1] != char)
    return next(missed, len(text))
