"""A line without what can't be seen, indented with YAML's spaces."""

from __future__ import annotations

from banxin.content.frontmatter.characters import INVISIBLE, ODD_SPACE, name_of, plain_indent
from banxin.content.frontmatter.corrections import Edit, Fault, Line, edited


def tidied(text: str, number: int) -> tuple[Line | None, list[Fault]]:
    """The line and what was wrong with it; None and nothing for a line as it should be."""
    edits = [Edit(found.start(), found.end(), "") for found in INVISIBLE.finditer(text)]
    faults = [_invisible(text, number, edits[0].start)] if edits else []
    bare = INVISIBLE.sub("", text)
    content = bare.lstrip()
    if content:
        edits += _indent(text, len(bare) - len(content))
        faults += _indent_faults(text, number)
    return (edited(text, edits), faults) if edits else (None, faults)


def _invisible(text: str, number: int, column: int) -> Fault:
    details = (("character", name_of(text[column])),)
    return Fault("invisible-character", number, column, details, accepted=True, shows_line=True)


def _indent(text: str, width: int) -> list[Edit]:
    """What makes plain spaces of the first ``width`` characters of space."""
    space = [(at, c) for at, c in enumerate(text) if not INVISIBLE.match(c)][:width]
    odd = [(at, c) for at, c in space if c != " "]
    return [Edit(at, at + 1, plain_indent(c)) for at, c in odd]


def _indent_faults(text: str, number: int) -> list[Fault]:
    space = text[: len(text) - len(text.lstrip())]
    if "\t" in space:
        return [Fault("yaml-tab", number, space.index("\t"))]
    found = ODD_SPACE.search(space)
    if not found:
        return []
    details = (("character", name_of(found[0])),)
    return [Fault("odd-space", number, found.start(), details, accepted=True, shows_line=True)]
