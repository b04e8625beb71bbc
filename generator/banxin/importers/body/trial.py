"""What a page would show of some Markdown: the project's own reader is asked."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from pathlib import Path

import msgspec

from banxin.content.links import Beside
from banxin.content.markdown.reader import Origin, render
from banxin.problems import Problem, Problems

_TAG = re.compile(r"<[^>]*>")
_NOTE = re.compile(
    r'<sup class="footnote-ref">.*?</sup>|<a href="[^"]*" class="footnote-backref">.*?</a>'
)
_NOWHERE = Path("/nonexistent")
_FILE = "import.md"
# what is said of the words themselves, not of how they were written down
_OF_WORDS = frozenset(
    (
        *("half-width-punctuation", "private-character", "invisible-in-body", "garbled-text"),
        *("link-as-text", "entity-read"),
        "footnote-missing",  # a number whose note the manuscript doesn't have
    )
)


class Shown(msgspec.Struct, frozen=True):
    """``text`` without white space; ``complaints``: the problems that the writing causes, one of
    each id."""

    text: str
    html: str
    complaints: tuple[Problem, ...]


def shown(source: str, *, joins_lines: bool = False) -> Shown:
    """What readers would see of ``source``, and what would be complained of."""
    problems = Problems()
    beside = Beside(_NOWHERE, "content", frozenset(), problems)
    body = render(source, Origin(_FILE, 1, "00", beside, joins_lines), problems)
    text = unescape(_TAG.sub("", _NOTE.sub("", body.html)))
    found = {problem.code: problem for problem in problems if problem.code not in _OF_WORDS}
    return Shown(plain(text), body.html, tuple(found[code] for code in sorted(found)))


def plain(text: str) -> str:
    """Without white space, and with compatible signs as one: m² counts as m2."""
    return "".join(unicodedata.normalize("NFKC", text).split())
