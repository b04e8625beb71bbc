"""Links and pictures as an editor types them.

There are no definitions (``[name]: address``), so a bracket without an address is text. Beside
``[text](address "title")`` three slips have only one meaning and are read: full-width brackets
around the address, spaces in a file's name, and ``![[picture.png]]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import msgspec
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# No page may have them; U+001A marks references in a rendered body, and U+FFFD stands for what
# is no character at all.
REFUSED = re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&#?[A-Za-z0-9]+;")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
# A file's name, spaces and all, or an address of the web; then perhaps a title in quotes.
_LOOSE = re.compile(
    r"[ \u3000]*(?P<href>https?://[!-'*-~]+|[^\n\"“”<>|*?()（）]+(?:[(（][^\n()（）]*[)）]"
    r"[^\n\"“”<>|*?()（）]*)*\.[A-Za-z0-9]{2,5}(?:#[^\s()（）]*)?)"
    r"(?:[ \u3000]+[\"“](?P<title>[^\"“”\n]*)[\"”])?[ \u3000]*[)）]"
)
_LONGEST = 400  # characters of such an address with its title
_WIKI = re.compile(r"!\[\[(?P<href>[^\[\]|\n]{1,200})(?:\|(?P<alt>[^\[\]\n]{0,200}))?\]\]")


class _Target(msgspec.Struct, frozen=True):
    """``label_end``: of the bracket's text; ``at``: where the address begins; ``end``: past all.

    ``alt``: of a picture that has no bracket of its own.
    """

    label_end: int
    href: str
    at: int
    title: str
    end: int
    alt: str = ""


def link(state: StateInline, silent: bool) -> bool:
    """``[text](address)``; none inside of another."""
    start = state.pos
    if state.src[start] != "[" or state.linkLevel:
        return False
    target = _target(state, start)
    if target is None:
        return False
    if not silent:
        end = state.posMax
        opened = state.push("link_open", "a", 1)
        _set(state, opened, target, href=target.href, title=target.title)
        opened.meta.update(at=target.at, typed="[")
        state.pos, state.posMax = start + 1, target.label_end
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        closed = state.push("link_close", "a", -1)
        closed.meta["typed"] = state.src[target.label_end : target.end]
        state.posMax = end
    state.pos = target.end
    return True


def image(state: StateInline, silent: bool) -> bool:
    """``![text](file)`` or ``![[file]]``; the text is plain."""
    start = state.pos
    if not state.src.startswith("![", start):
        return False
    target = _wiki(state) or _target(state, start + 1)
    if target is None:
        return False
    if not silent:
        alt = target.alt or _plain(state.src[start + 2 : target.label_end])
        token = state.push("image", "img", 0)
        _set(state, token, target, src=target.href, title=target.title, alt=alt)
        token.meta.update(at=target.at, typed=state.src[start : target.end])
        token.children = []
    state.pos = target.end
    return True


def _plain(text: str) -> str:
    """A picture's words: entities are characters, and backslashes stay but before a quote."""
    return _ENTITY.sub(lambda found: unescape(found[0]), text.replace('\\"', '"'))


def _wiki(state: StateInline) -> _Target | None:
    found = _WIKI.match(state.src, state.pos, state.posMax)
    if found is None:
        return None
    return _Target(
        state.pos + 2,
        found["href"].strip(),
        found.start("href"),
        "",
        found.end(),
        found["alt"] or "",
    )


def _set(state: StateInline, token: Token, target: _Target, **given: str) -> None:
    """The token's attributes, of which only the title may not be empty, without what no page may
    have; that is noted with its place."""
    if any(REFUSED.search(value) for value in given.values()):
        found = _ENTITY.search(state.src, state.pos, target.end)
        token.meta["refused"] = (found.start(), found[0]) if found else (target.at, "")
    fit = {name: REFUSED.sub("", value) for name, value in given.items()}
    token.attrs = {name: value for name, value in fit.items() if value or name != "title"}


def _target(state: StateInline, start: int) -> _Target | None:
    """What follows the bracket that opens at ``start``, where that is an address."""
    label_end = _brackets(state).get(start, -1)
    if not 0 <= label_end < state.posMax - 2 or "\n" in state.src[start:label_end]:
        return None
    if state.src[label_end + 1] == "(":
        found = _strict(state, start, label_end)
        if found and found.href.count("（") == found.href.count("）"):
            return found
        return _loose(state, label_end) or found  # ok（1).jpg
    return _loose(state, label_end) if state.src[label_end + 1] == "（" else None


def _brackets(state: StateInline) -> dict[int, int]:
    """Where each bracket of the text closes; found once for each text."""
    known: tuple[str, dict[int, int]] | None = state.env.get("brackets")
    if known is None or known[0] is not state.src:
        known = (state.src, dict(_pairs(state.src)))
        state.env["brackets"] = known
    return known[1]


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            yield opened.pop(), found.start()


def _strict(state: StateInline, start: int, label_end: int) -> _Target | None:
    """As CommonMark has it: ``(address "title")``."""
    src, helpers = state.src, state.md.helpers
    at = _past_spaces(src, label_end + 2, state.posMax)
    if src.startswith(")", at):
        return _Target(label_end, "", start, "", at + 1)
    found = helpers.parseLinkDestination(src, at, state.posMax)
    if not found.ok:
        return None
    pos = _past_spaces(src, found.pos, state.posMax)
    href, title = found.str, ""
    if pos > found.pos and pos < state.posMax and src[pos] != ")":
        titled = helpers.parseLinkTitle(src, pos, state.posMax)
        if not titled.ok:
            return None
        title = _plain(src[pos + 1 : titled.pos - 1])
        pos = _past_spaces(src, titled.pos, state.posMax)
    if pos >= state.posMax or src[pos] != ")":
        return None
    at += src.startswith("<", at)
    return _Target(label_end, href, at if href else start, title, pos + 1)


def _past_spaces(text: str, pos: int, end: int) -> int:
    while pos < end and text[pos] in " \t":
        pos += 1
    return pos


def _loose(state: StateInline, label_end: int) -> _Target | None:
    end = min(state.posMax, label_end + _LONGEST)
    found = _LOOSE.match(state.src, label_end + 2, end)
    if found is None:
        return None
    href = found["href"].strip()
    return _Target(label_end, href, found.start("href"), found["title"] or "", found.end())
