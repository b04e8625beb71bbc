"""A story as it was found: every field, its text, and all that is doubtful."""

from __future__ import annotations

from typing import Literal

import msgspec

from banxin.importers.manuscript import Comment, Doubt, Paragraph, Table

TextRole = Literal["", "subhead", "caption"]


class Text(msgspec.Struct, frozen=True):
    """A paragraph of the body, and whether it is a subhead (小标题)."""

    paragraph: Paragraph
    subhead: bool = False


class StoryPicture(msgspec.Struct, frozen=True):
    """``name``: what the source calls it. ``place``: how many blocks of the body stand before."""

    name: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    place: int = 0


class Story(msgspec.Struct, frozen=True):
    """``guessed``: the fields that somebody has to look at. ``page`` "": the source says none.

    ``begins``: the source's words at the cut, of all stories but a file's only one.
    """

    source: str
    title: str = ""
    kicker: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    column: str = ""
    byline: str = ""
    dateline: str = ""
    abstract: str = ""
    credited: str = ""  # 稿源
    signoff: tuple[str, ...] = ()
    signoff_date: str = ""
    pictures: tuple[StoryPicture, ...] = ()
    body: tuple[Text | Table, ...] = ()
    note: str = ""  # 有删节
    notes: tuple[tuple[str, str], ...] = ()
    comments: tuple[Comment, ...] = ()
    page: str = ""  # its label
    page_name: str = ""
    rank: str = ""
    kind: str = ""  # as articles name theirs
    begins: str = ""
    guessed: frozenset[str] = frozenset()
    doubts: tuple[Doubt, ...] = ()
