"""Text in columns where a Chinese character is two wide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

NOT_FIRST = "，。、；：？！）》】”’…)]}"  # a line may not begin with these
NOT_LAST = "（《【“‘"  # nor end with these
_PIECE = re.compile(r"\s+|[\x21-\x7e]+|.")


def width(text: str) -> int:
    """How many columns a terminal gives to ``text``."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most ``columns``, cut at spaces and between Chinese characters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """What may not be cut: words, and characters with the marks that belong to them."""
    held = ""
    for piece in _PIECE.findall(text):
        if held and piece[0] not in NOT_FIRST and held[-1] not in NOT_LAST:
            yield held
            held = ""
        held += piece
    yield held
