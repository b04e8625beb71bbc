"""A body of text as it was read, with the pictures and files that it points at."""

from __future__ import annotations

import re
from functools import cached_property
from html import unescape
from typing import Literal, Self

import msgspec

_TAG = re.compile(r"<[^>]*>")
_LINES = re.compile(r"\n\n+")


class Picture(msgspec.Struct, frozen=True):
    """A checked picture file. Width and height in pixels, after turning it upright.

    ``moves``: it is a GIF of several pictures, and published as one.
    """

    file: str
    digest: str  # of the file's bytes, 32 hexadecimal digits
    format: str  # JPEG, PNG, WEBP, GIF, AVIF
    width: int
    height: int
    moves: bool = False


class Ref(msgspec.Struct, frozen=True):
    """What a body points at: a link to another source file, or a picture of its own folder.

    The body's HTML holds the mark ``\\x1a{n}\\x1a`` where the n-th of ``Body.refs`` belongs:
    for a link inside ``href="…"``, for a picture in place of all attributes but ``alt``.
    """

    kind: Literal["link", "picture", "file"]
    target: str  # path from the root; of a link: a Markdown file
    fragment: str = ""  # "#…" of a link
    line: int = 0  # in the file, from 1
    column: int = 0
    picture: Picture | None = None


class Body(msgspec.Struct, frozen=True, dict=True):
    """Rendered Markdown.

    ``said``: its plain text, where that isn't what its HTML says without the marks.
    """

    html: str = ""
    said: str | None = None
    refs: tuple[Ref, ...] = ()

    @classmethod
    def of(cls, html: str, text: str, refs: tuple[Ref, ...] = ()) -> Self:
        """Keeps no text twice: most are not half of what a body takes, but all of it again."""
        return cls(html, None if text == _unmarked(html) else text, refs)

    @cached_property
    def text(self) -> str:
        """The body without any markup, paragraphs cut by newlines."""
        return _unmarked(self.html) if self.said is None else self.said

    @property
    def length(self) -> int:
        """Characters of the text, line breaks not counted."""
        return len(self.text.replace("\n", ""))


def _unmarked(html: str) -> str:
    """What stands between the tags, without empty lines."""
    text = unescape(_TAG.sub("", html)).strip("\n")
    return _LINES.sub("\n", text) if "\n\n" in text else text
