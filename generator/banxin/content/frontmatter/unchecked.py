"""What an import guessed and nobody has looked at yet: comments that begin with 请核对."""

from __future__ import annotations

import re
from collections.abc import Iterator

MARK = "请核对"
# a line of its own, or behind a value as comments stand: two spaces before the sign
_UNCHECKED = re.compile(
    rf"^[ \t]*(?P<field>(?![ \t#＃])[^\n]*?(?:[ \t]{{2}}|\t))?[ \t]*[#＃][ \t]*{MARK}"
    r"[：:]?[ \t]*(?P<said>[^\n]*)$",
    re.MULTILINE,
)
_LONGEST = 40  # characters of what is said of one


def unchecked(text: str, first: int) -> Iterator[tuple[int, str]]:
    """Line and words of each; ``text`` begins on line ``first``."""
    for found in _UNCHECKED.finditer(text):
        said = found["said"].strip() or (found["field"] or "").strip()
        short = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
        yield first + text.count("\n", 0, found.start()), short or MARK
