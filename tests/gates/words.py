"""Where the words of a page's headlines are, by the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jieba import Tokenizer

_HEADLINE = re.compile(r'<(?:h[123]|p class="(?:kicker|deck)")[^>]*>(.*?)</(?:h\d|p)>', re.DOTALL)
_CHOSEN = re.compile(r"</span><wbr><span[^>]*>|\s+")  # the editor's own breaks, and spaces
_INVISIBLE = re.compile(r"<[^>]*>|\u2060")

Inside = dict[str, dict[int, str]]


def inside_words(html: str) -> Inside:
    """Of each headline, without spaces: the word that a break after so many characters cuts."""
    found = {}
    for headline in _HEADLINE.findall(html):
        parts = [_INVISIBLE.sub("", unescape(part)) for part in _CHOSEN.split(headline)]
        words = [word for part in parts for word in _dictionary().cut(part)]
        found["".join(parts)] = dict(_inner(words))
    return found


def broken_words(lines: tuple[str, ...], inside: Inside) -> Iterator[str]:
    """The words that the lines of a headline break."""
    known = inside.get("".join(lines), {})
    ends = accumulate(map(len, lines[:-1]))
    yield from (known[end] for end in ends if end in known)


def _inner(words: list[str]) -> Iterator[tuple[int, str]]:
    """Every place within a word of several characters, from the first word's beginning."""
    for start, word in zip(accumulate(map(len, words), initial=0), words, strict=False):
        yield from ((start + n, word) for n in range(1, len(word)))


@cache
def _dictionary() -> Tokenizer:
    import jieba

    jieba.setLogLevel("WARNING")
    return jieba.Tokenizer()
