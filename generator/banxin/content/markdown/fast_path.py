"""A body cut into what is only text, as most of a newspaper is, and what Markdown has to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

# Characters beside which an asterisk is a mark whatever stands on its other side.
WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’—…·"
# What reaches beyond the lines it stands in: fences, definitions, footnotes.
_FAR = re.compile(r"```|~~~|\]:|\[\^")
# A whole line to which Markdown gives no meaning, but for pairs of **: it begins with no sign, no
# space and no number of a list, has no character that opens or escapes anything, and doesn't end
# in a space.
_LINE = re.compile(
    r"\u3000*"
    r"(?![0-9]+[.)])(?:[^\s\x00-\x1f!-/:-@\[-`{-\x7f]|\*\*(?=[^\s*]))"
    r"(?:[^\x00-\x1f\"&<>\[\\\]_`|\x7f]*[^\s\x00-\x1f\"&<>\[\\\]_`|\x7f])?"
)
_STRONG = re.compile(
    rf"(?:(?<=[{WIDE}])\*\*(?=\S)|\*\*(?=[{WIDE}]))([^*]+)"
    rf"(?:(?<=[{WIDE}])\*\*|(?<=\S)\*\*(?=[{WIDE}]))"
)


class Block(msgspec.Struct, frozen=True):
    """Lines apart from others by empty ones. ``line``: of the first, from 0.

    ``paragraphs``: (HTML, text) of each where that needs no parser; empty where it does.
    """

    line: int
    source: str
    paragraphs: tuple[tuple[str, str], ...] = ()


def blocks(source: str) -> Iterator[Block]:
    """The body's blocks; neighbours that need the parser are one, for they may belong together.

    What is read here is what the parser would make of it: a test holds the two together.
    """
    if _FAR.search(source):
        yield Block(0, source)
        return
    begun, waiting = 0, ""  # lines for the parser, and where they begin
    at = 0
    for part in source.split("\n\n"):
        found = _paragraphs(part)
        if found:
            if waiting:
                yield Block(begun, waiting)
                waiting = ""
            yield Block(at, part, found)
        elif waiting:
            waiting = f"{waiting}\n\n{part}"
        elif part.strip("\n"):
            begun, waiting = at, part
        at += part.count("\n") + 2
    if waiting:
        yield Block(begun, waiting)


def _paragraphs(block: str) -> tuple[tuple[str, str], ...]:
    """One line, or several of which each is begun by a full-width space as Chinese paragraphs are;
    nothing if any line may mean something else."""
    found: list[tuple[str, str]] = []
    for line in block.strip("\n").split("\n"):
        if (found and line[:1] != "\u3000") or not _LINE.fullmatch(line):
            return ()
        html = text = line.lstrip("\u3000")
        if "*" in text:
            html, text = _STRONG.sub(r"<strong>\1</strong>", html), _STRONG.sub(r"\1", text)
            if "*" in html:
                return ()
        found.append((f"<p>{html}</p>\n", text))
    return tuple(found)
