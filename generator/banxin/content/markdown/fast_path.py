"""A body cut into what is only text, as most of a newspaper is, and what Markdown has to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from banxin.content.markdown.pairing import RUN, paired

# What reaches beyond the lines it stands in: code and footnotes.
_FAR = re.compile(r"```|\[\^")
# A whole line to which Markdown gives no meaning, but for pairs of **: it begins with no sign, no
# space and no number of a list, has no character that opens or escapes anything, and doesn't end
# in a space.
_LINE = re.compile(
    r"\u3000*"
    r"(?![0-9]+[.)]|[＃｜])(?:[^\s\x00-\x1f!-/:-@\[-`{-\x7f]|\*\*(?=[^\s*]))"
    r"(?:[^\x00-\x1f\"&<>@\[\\\]_`|\x7f]*[^\s\x00-\x1f\"&<>@\[\\\]_`|\x7f])?"
)


class BodyBlock(msgspec.Struct, frozen=True):
    """Lines apart from others by empty ones. ``line``: of the first, from 0.

    ``paragraphs``: (HTML, text) of each where that needs no parser; empty where it does.
    """

    line: int
    source: str
    paragraphs: tuple[tuple[str, str], ...] = ()


def blocks(source: str, *, joins_lines: bool = False) -> Iterator[BodyBlock]:
    """The body's blocks; neighbours that need the parser are one, for they may belong together.

    What is read here is what the parser would make of it: a test holds the two together.
    """
    if _FAR.search(source):
        yield BodyBlock(0, source)
        return
    begun, waiting = 0, ""  # lines for the parser, and where they begin
    at = 0
    for part in source.split("\n\n"):
        found = _paragraphs(part, joins_lines)
        if found:
            if waiting:
                yield BodyBlock(begun, waiting)
                waiting = ""
            yield BodyBlock(at, part, found)
        elif waiting:
            waiting = f"{waiting}\n\n{part}"
        elif part.strip("\n"):
            begun, waiting = at, part
        at += part.count("\n") + 2
    if waiting:
        yield BodyBlock(begun, waiting)


def _paragraphs(block: str, joins_lines: bool) -> tuple[tuple[str, str], ...]:
    """A paragraph for each line; nothing if any line may mean something else. Where lines are
    joined, only what a full-width space begins is surely a paragraph of its own."""
    found: list[tuple[str, str]] = []
    for line in block.strip("\n").split("\n"):
        if not _LINE.fullmatch(line) or _has_address(line):
            return ()
        if joins_lines and found and line[:1] != "\u3000":
            return ()
        html = text = line.lstrip("\u3000")
        if "*" in text:
            pieces = _cut_at_marks(text)
            if not pieces:
                return ()
            html, text = _bold(pieces), "".join(pieces)
        found.append((f"<p>{html}</p>\n", text))
    return tuple(found)


def _has_address(line: str) -> bool:
    return "://" in line or "www." in line or "WWW." in line


def _cut_at_marks(text: str) -> list[str]:
    """``text`` cut at each ``**`` that sets bold; nothing if other marks do, or it is doubtful."""
    found = paired(text, [run.span() for run in RUN.finditer(text)])
    if found.doubt >= 0 or any(end - start != 2 for pair in found.pairs for start, end in pair):
        return []
    pieces, done = [], 0
    for start, end in (run for pair in found.pairs for run in pair):
        pieces.append(text[done:start])
        done = end
    return [*pieces, text[done:]]


def _bold(pieces: list[str]) -> str:
    """Every other one, from the second."""
    return "".join(f"<strong>{p}</strong>" if n % 2 else p for n, p in enumerate(pieces))
