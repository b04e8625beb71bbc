"""What an import guessed and nobody has looked at yet: comments that begin with 请核对; and what is
left of such a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

MARK = "请核对"
_SPACE = " \t"
_LONGEST = 40  # characters of what is said of one
_LEFT = re.compile(rf"[#＃]\s*{MARK}|[ \t\u3000]{MARK}[：:]?\s*$")


def unchecked(text: str, first: int) -> Iterator[tuple[int, str]]:
    """Line and words of each; ``text`` begins on line ``first``."""
    if MARK not in text:
        return
    for number, line in enumerate(text.split("\n"), first):
        said = _said(line)
        if said is not None:
            yield number, said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def printed(text: str, first: int) -> Iterator[tuple[int, int, str]]:
    """Line, column and words of each mark of which only a part was deleted: it is a field's text.

    ``text`` begins on line ``first``.
    """
    if MARK not in text:
        return
    for number, line in enumerate(text.split("\n"), first):
        found = _LEFT.search(line)
        if found and _said(line) is None:
            yield number, found.start() + 1, found[0].strip()


def _said(line: str) -> str | None:
    """The remark's words, else the field's that it stands behind; None if there is no remark."""
    at = line.find(MARK)
    while at >= 0:
        before = line[:at].rstrip(_SPACE)
        field = before[:-1]
        if before[-1:] in ("#", "＃") and _ends_field(field):
            words = line[at + len(MARK) :].lstrip("：:").strip()
            return words or field.strip() or MARK
        at = line.find(MARK, at + 1)
    return None


def _ends_field(text: str) -> bool:
    """Whether a comment may begin behind ``text``: nothing stands there, or two spaces do."""
    return not text.strip(_SPACE) or text.endswith(("  ", "\t"))
