"""Text as the search index holds it: one token a character, so that every phrase can be found.

Pagefind finds a quoted phrase exactly, on whole tokens and their positions. So each letter,
digit and Chinese character becomes a token of its own, folded: ``５G，好 的`` is indexed as
``5 g 好 的``. All else is left out: what a reader is shown comes from the article's page.

========== ================================================================================
``ŧ4e2dz`` a letter that Pagefind might change: its code point in hexadecimal
``ħwang``  a syllable of pinyin; ``ħ`` alone stands in every record
``````     begins the next field; ``^`` fills the field before it up to a fixed position
========== ================================================================================
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

FIELD = " `"
FILL = " ^"
SYLLABLE = "ħ"
LETTER = "ŧ"

# In print that is otherwise simplified these stay as they are: names, restored by the table of
# standard characters of 2013 (《通用规范汉字表》), and characters with a second reading (乾隆,
# 象徵, 於 as a surname). Where a text is traditional, only the names do.
NAMES = frozenset("昇陞脩谿逕剋")
KEPT = NAMES | frozenset("乾吒夥徵拚捱摺於榘菸薹袷醣麴麽")
HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000))


def encode(text: str) -> str:
    """``text`` as tokens, with a space before each."""
    text = unicodedata.normalize("NFC", text)
    if _traditional().search(text):
        text = simplified(text)
    return "".join(map(_tokens, text))


def folded(text: str) -> str:
    """Pairs of a character and the other one as which it may stand in the index of ``text``."""
    if not _traditional().search(text):
        return ""
    plain = to_simplified()
    return "".join(c + plain[c] for c in sorted(frozenset(text) & (plain.keys() - NAMES)))


def keys(char: str) -> tuple[str, ...]:
    """The tokens of one character: usually one, none for punctuation, two for ㎡."""
    folded = unicodedata.normalize("NFKC", char).lower()
    return tuple(_key(c) for c in folded if is_word(c))


def is_word(char: str) -> bool:
    """A letter or a number. Planes 2 and 3 are Chinese, even where this Unicode is too old."""
    return unicodedata.category(char)[0] in "LN" or 0x20000 <= ord(char) < 0x40000


def is_plain(char: str) -> bool:
    """A Chinese character that Pagefind keeps as it is."""
    return char == "〇" or any(first <= ord(char) < end for first, end in HAN)


def _key(char: str) -> str:
    return char if char.isascii() or is_plain(char) else f"{LETTER}{ord(char):x}z"


@lru_cache(maxsize=16384)  # more characters than a newspaper has
def _tokens(char: str) -> str:
    return "".join(f" {key}" for key in keys(char))


def simplified(text: str) -> str:
    """``text``, in which there are traditional characters, in simplified ones, as many."""
    plain = _converter()(text)
    if len(plain) != len(text):  # pragma: no cover - no phrase of OpenCC's does so, as yet
        plain = "".join(to_simplified().get(c, c) for c in text)
    return "".join(c if c in NAMES else p for c, p in zip(text, plain, strict=True))


@cache  # here and below: a table that comes with OpenCC, loaded only by who needs it
def to_simplified() -> dict[str, str]:
    """Traditional character -> simplified, by OpenCC's tables; those of KEPT included."""
    chars = [chr(n) for first, end in HAN for n in range(first, end)]
    plain = _converter()("\n".join(chars)).split("\n")
    return {c: p for c, p in zip(chars, plain, strict=True) if c != p and len(p) == 1}


@cache
def _converter():  # type: ignore[no-untyped-def]  # OpenCC says nothing of its types
    from opencc import OpenCC

    return OpenCC("t2s").convert


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(to_simplified().keys() - KEPT))}]")
