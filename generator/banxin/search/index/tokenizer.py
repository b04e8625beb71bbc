"""Text as the search index holds it: one token a character, so that every phrase can be found.

Pagefind finds a quoted phrase exactly, on whole tokens and their positions. So each letter,
digit and Chinese character becomes a token of its own, folded: ``５G，好 的`` is indexed as
``5 g 好 的``. All else is left out: what a reader is shown comes from the article's page.

The rule, which client/text.js and client/variants.js follow as well:

1. the text is brought into NFC, and half-width kana with the mark behind them are one character;
2. each character is brought into NFKC and lower case; a ring drawn for a zero, ○ or ◯, is 〇;
3. letters and numbers are kept, all else is left out;
4. each is written as the one that stands for all its forms (forms.py).

========== ================================================================================
``ŧ4e2dz`` a letter that Pagefind might change: its code point in hexadecimal
``ħwang``  a syllable of pinyin; ``ħ`` alone stands in every record
``````     begins the next field; ``^`` fills the field before it up to a fixed position
========== ================================================================================
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from banxin.search.index.forms import fold

FIELD = " `"
FILL = " ^"
SYLLABLE = "ħ"
LETTER = "ŧ"

HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
ZEROS = str.maketrans("○◯", "〇〇")
_KANA = re.compile("[ｦ-ﾝ][ﾞﾟ]")  # half-width, with a mark that NFC leaves behind it


def encode(text: str) -> str:
    """``text`` as tokens, with a space before each."""
    text = unicodedata.normalize("NFC", text)
    if _KANA.search(text):
        text = _KANA.sub(lambda kana: unicodedata.normalize("NFKC", kana[0]), text)
    return "".join(map(_tokens, text))


def keys(char: str) -> tuple[str, ...]:
    """The tokens of one character: usually one, none for punctuation, two for ㎡."""
    plain = unicodedata.normalize("NFKC", char).lower().translate(ZEROS)
    return tuple(_key(c) for c in fold(plain) if is_word(c))


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
