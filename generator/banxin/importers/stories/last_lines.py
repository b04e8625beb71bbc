"""A text's last line as what may say who wrote it."""

from __future__ import annotations

from collections.abc import Sequence

from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import patterns


def is_in_list(kept: Sequence[Paragraph]) -> bool:
    """Whether the line above the last one says who and where, too."""
    return len(kept) > 1 and patterns.is_office_and_name(kept[-2].said)


def without_label(said: str) -> str:
    """宁双 of 供稿人：宁双, which bylines don't know; 作者：宁双 as it is."""
    label, words = patterns.label_of(said)
    return words if label == "署名" and words else said
