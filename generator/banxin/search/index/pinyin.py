"""Chinese characters to syllables without tones, as people type them: 衢州 is qu zhou."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import msgspec

from banxin.model.characters import is_han

Sound = tuple[tuple[str, str], ...]  # the Chinese characters of a text, each with its syllable

# Read another way in a name than elsewhere (《现代汉语词典》); the others pypinyin knows.
_CHARACTERS = "单曾仇解查任区朴盖乐缪翟冼召员覃折种逄宓尹晁黑郇"
_READ = (
    "shan zeng qiu xie zha ren ou piao ge yue miao zhai "
    "xian shao yun qin she chong pang mi yin chao he xun"
)
SURNAMES = dict(zip(_CHARACTERS, _READ.split(), strict=True))
# Variants in names that pypinyin doesn't know, and the characters they are read as (Unihan).
VARIANTS = str.maketrans({"𠮷": "吉", "﨑": "崎", "髙": "高", "𥚃": "裏"})
LONGEST_NAME = 16
UNREAD = "q"  # nobody types that for a syllable


class Readings(msgspec.Struct, frozen=True):
    """How titles and names are read: what was asked once is known, syllables apart by spaces.

    Kept with a bundle, it lets an old article be corrected without loading pypinyin.
    """

    titles: dict[str, str] = msgspec.field(default_factory=dict)
    names: dict[str, str] = msgspec.field(default_factory=dict)

    def title(self, text: str) -> Sound:
        """The Chinese characters of ``text``, all else left out; ü is u, as many type it."""
        return _sound(text, self.titles, _read)

    def name(self, text: str) -> Sound:
        """The same of a person's name."""
        return _sound(text, self.names, _read_name)


def is_read(name: str) -> bool:
    """Whether it is a name of at least two Chinese characters, and of no more than a name has."""
    return 2 <= sum(map(is_han, name)) <= LONGEST_NAME >= len(name)


def _sound(text: str, known: dict[str, str], read: Callable[[str], list[str]]) -> Sound:
    chars = "".join(filter(is_han, text))
    syllables = known.get(text, "").split()
    if len(syllables) != len(chars):  # new, or damaged where it was kept
        syllables = read(chars)
        known[text] = " ".join(syllables)
    return tuple(zip(chars, syllables, strict=True))


def _read(chars: str) -> list[str]:
    """One syllable a character; compatibility ideographs as the ones they stand for."""
    from pypinyin import lazy_pinyin  # slow to load, and most builds have nothing new to read

    plain = unicodedata.normalize("NFC", chars).translate(VARIANTS)
    syllables = list(lazy_pinyin(plain))
    if len(syllables) != len(plain):  # what it doesn't know it leaves as it is, in one piece
        syllables = [found for char in plain for found in lazy_pinyin(char)]
    return [found.replace("v", "u") if found.isascii() else UNREAD for found in syllables]


def _read_name(chars: str) -> list[str]:
    first, *rest = _read(chars)
    return [SURNAMES.get(chars[0], first), *rest]
