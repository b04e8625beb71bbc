"""The two lines of hyphens around the front matter, as a keyboard or a word processor has them."""

from __future__ import annotations

import re

import msgspec

from banxin.content.frontmatter.characters import DASHES, INVISIBLE, SPACE

_SOUND = re.compile(r"-{3,}[ \t]*")
_SPACE = f"(?:{SPACE}|{INVISIBLE.pattern})*"
_ALMOST = rf"{_SPACE}(?:{DASHES}{{2,}}|[—―─━]){_SPACE}"
OPENING = re.compile(rf"{_ALMOST}$", re.MULTILINE)
# an indented line of hyphens may belong to a text, one behind marks of space may not
_CLOSING = re.compile(rf"^(?! )(?:{_ALMOST}|-{{3,}}[ \t]*)$", re.MULTILINE)
_INDENTED = re.compile(r"^ {1,3}-{3,}[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"[ \t]*(?:#|- |[^\s:：]{1,12}\s*[:：])")
CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?= |$)[^\n]*", re.MULTILINE)


class Fence(msgspec.Struct, frozen=True):
    """From where to where a fence stands, without the line's end."""

    start: int
    end: int
    typed: str

    @property
    def is_sound(self) -> bool:
        return bool(_SOUND.fullmatch(self.typed))


def opening(text: str) -> Fence | None:
    found = OPENING.match(text)
    return _fence(found) if found else None


def closing(text: str, start: int) -> Fence | None:
    """The fence that ends the fields. One in other signs doesn't where fields follow it, up to
    a sound one; one behind spaces does only where no other is."""
    for found in _CLOSING.finditer(text, start):
        fence = _fence(found)
        if fence.is_sound or not _fields_follow(text, fence.end + 1):
            return fence
    indented = _INDENTED.search(text, start)
    return _fence(indented) if indented else None


def _fields_follow(text: str, start: int) -> bool:
    sound = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE).search(text, start)
    lines = text[start : sound.start()].split("\n") if sound else []
    given = [line for line in lines if line.strip()]
    return bool(given) and all(_FIELD.match(line) for line in given)


def _fence(found: re.Match[str]) -> Fence:
    return Fence(found.start(), found.end(), found[0])
