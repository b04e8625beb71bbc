"""A value on one line: where it ends, and whether YAML would take it as it was typed."""

from __future__ import annotations

import re

# not with a width, as YAML has it: |7 is a slip, and the 7 would be lost
BLOCK = re.compile(r"[|>][+-]?[ \t]*(?:[ \t]{2}#.*)?$")
DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
SINGLE = re.compile(r"'(?:[^']|'')*'", re.DOTALL)
QUOTED = {'"': DOUBLE, "'": SINGLE}
RESERVED = "&*!|>%@`,]}"
BAD_ESCAPE = re.compile(r'\\(?![0abtnvfre "/\\N_LP\t]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U00[01])')
# a comment behind a text: two spaces before, one after, as the forms of `banxin new` have it
_COMMENT = re.compile(r"(?:[ \t]{2}|\t)#(?:[ \t]|$)")
_ANY_COMMENT = re.compile(r"(?:^|[ \t])#")
_DOUBTFUL = re.compile(r"(?:^|[ \t])#(?:[ \t]|$)|[ \t]{2}#")
COLON = re.compile(r":(?=[ \t]|$)")


def text_end(value: str, *, above: int = 0) -> int:
    """Where a text ends: before its comment, if it has one, and without space behind it.

    ``above``: how much space stands before ``value``.
    """
    if value.startswith("#") and above > 1 and value[1:2] in ("", " ", "\t"):
        return 0
    found = _COMMENT.search(value)
    return len(value[: found.start()].rstrip() if found else value.rstrip())


def terse_end(value: str) -> int:
    """Where a number or a word ends: every ``#`` behind a space begins a comment."""
    found = _ANY_COMMENT.search(value)
    return len(value[: found.start()].rstrip() if found else value.rstrip())


def hash_in(text: str) -> int:
    """Where YAML would see a comment in ``text``; -1 if nowhere."""
    found = _ANY_COMMENT.search(text)
    return found.end() - 1 if found else -1


def is_doubtful(text: str) -> bool:
    """Whether its ``#`` may have been meant as a comment, though it counts as text."""
    return bool(_DOUBTFUL.search(text))


def is_reserved(text: str) -> bool:
    """Whether ``text`` begins with what means something else to YAML."""
    if text[:1] in ("-", "?"):
        return text[1:2] in ("", " ", "\t")
    return bool(text) and text[0] in RESERVED


def is_over(rest: str) -> bool:
    """Whether nothing but a comment stands behind a quoted or bracketed value."""
    return not rest.strip() or (rest[0].isspace() and rest.lstrip().startswith("#"))


def quoted(value: str) -> str:
    """``value`` as a YAML scalar in quotes; in double quotes where nothing must be escaped."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
