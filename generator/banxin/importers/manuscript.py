"""What every kind of source becomes before anybody asks what is a headline and what is text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

Alignment = Literal["", "left", "center", "right"]
Script = Literal["", "super", "sub"]


class Span(msgspec.Struct, frozen=True):
    """Text of one look. It may hold tabs, and line breaks within the paragraph as ``\\n``.

    ``number``: it is the number or bullet that the word processor printed, not what was typed.
    ``note``: the label of a footnote that is referred to here; then there is no text.
    """

    text: str
    bold: bool = False
    script: Script = ""
    link: str = ""
    number: bool = False
    note: str = ""


class Paragraph(msgspec.Struct, frozen=True):
    """``size`` is that of most of its characters, in points; 0: unknown. ``bold``: all of it.

    ``style``: the named style's name. ``above``: how many empty lines stand before it.
    ``breaks_page``: a new page begins with it. ``level``: of a numbered or bulleted one, from 0.
    ``rank``: the place that was written before it (头条：), as articles name theirs.
    ``column``: the name of the round-up that it heads an item of. ``indent``: the spaces before a
    line of a plain text. ``within``: it stands in a form's cell, where no story begins.
    """

    spans: tuple[Span, ...]
    style: str = ""
    align: Alignment = ""
    size: float = 0
    bold: bool = False
    above: int = 0
    breaks_page: bool = False
    boxed: bool = False
    within: bool = False
    level: int = -1
    rank: str = ""
    column: str = ""
    indent: str = ""

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def said(self) -> str:
        """The text in one line, without the space around it."""
        return " ".join(self.text.split())


class Table(msgspec.Struct, frozen=True):
    """Rows of cells, as texts. ``merged``: cells were joined, which a page can't show."""

    rows: tuple[tuple[str, ...], ...]
    merged: bool = False


class Image(msgspec.Struct, frozen=True):
    """A picture within the source. ``name`` is what the source calls it; ``alt``: its words."""

    name: str
    alt: str = ""


Block: TypeAlias = Paragraph | Table | Image


class Comment(msgspec.Struct, frozen=True):
    """What somebody remarked in the margin. ``near``: how the remarked paragraph begins."""

    author: str
    text: str
    near: str


class Manuscript(msgspec.Struct, frozen=True):
    """A source that was read. ``doubts``: what its reader wasn't sure of, as keys of texts with
    their gaps (``importing.<key>``)."""

    name: str
    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, str], ...] = ()  # label, text
    comments: tuple[Comment, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    page: str = ""  # the label of that which the head of every sheet names
    scanned: bool = False  # recognised from a picture: nothing but words tells what is what


# what was done and asks nothing: it is told, and noted in the file, but no to-do
NOTES = frozenset(
    (
        *(
            "aside",
            "form",
            "contact",
            "staff",
            "contents",
            "encoding",
            "picture-converted",
            "joined",
        ),
        *("wrapped", "sheets", "sheet", "left-out"),
    )
)
# what the manuscript has and the article doesn't: noted where an editor has looked through it all
NOT_IMPORTED = frozenset(
    (
        *("placeholder", "comment", "column-new", "hidden", "note-loose", "masthead", "vertical"),
        *("picture-lost", "picture-unread", "picture-elsewhere", "chart", "chunk"),
    )
)


class Doubt(msgspec.Struct, frozen=True):
    """Something an editor has to look at: a key of ``importing.doubt.…`` and its gaps.

    ``field``: the field it is about; "" for the body or all of it. ``seen``: somebody has looked.
    """

    key: str
    gaps: tuple[tuple[str, str], ...] = ()
    field: str = ""
    seen: bool = False

    @property
    def asks(self) -> bool:
        """Whether somebody has to decide; else it is only told, and noted in the file."""
        return self.key not in NOTES and not self.seen


def doubt(key: str, field: str = "", **gaps: object) -> Doubt:
    return Doubt(key, tuple((name, str(value)) for name, value in gaps.items()), field)


_SHOWN = 80  # characters of what was hidden


def hidden(texts: Sequence[str]) -> tuple[Doubt, ...]:
    """What is told of passages that nobody sees in the source; nothing where there are none."""
    said = "；".join(texts)
    said = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
    return (doubt("hidden", n=len(texts), text=said),) if texts else ()
