"""How the search reads characters: python -m tools.syllables makes its table, from pypinyin.

The characters are those of GB 2312, each in the form that the index has. A
character has the reading that pypinyin gives it alone, the next one of its dictionary, those that
its phrases have now and then, and those of surnames. A test fails while the table is older.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, Style
from pypinyin.style import convert

from banxin.search.index.forms import fold
from banxin.search.index.pinyin import SURNAMES
from banxin.search.index.syllables import FILE

NOTICE = "# made by: python -m tools.syllables, of pypinyin's dictionaries (MIT)\n"
SELDOM = 2  # per cent of a character's phrases: below that a reading is left out


def table() -> str:
    """The text of the file: a syllable and its characters in each line."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for char in _characters():
        for syllable in _readings(char):
            found[syllable].add(fold(char))
    lines = (f"{syllable} {''.join(sorted(found[syllable]))}\n" for syllable in sorted(found))
    return NOTICE + "".join(lines)


def _characters() -> set[str]:
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return set("".join(cell.decode("gb2312", "ignore") for cell in cells))


def _readings(char: str) -> set[str]:
    alone = list(dict.fromkeys(map(_plain, PINYIN_DICT[ord(char)].split(","))))
    spoken = _spoken()[char]
    often = {s for s, n in spoken.items() if n > 1 and n * 100 > SELDOM * spoken.total()}
    known = spoken.total() > 20  # of phrases enough to go by
    surname = {SURNAMES[char]} if char in SURNAMES else set()
    return {s for s in {*alone[: 1 if known else 2], *often, *surname} if set(s) & set("aeiouv")}


@cache
def _spoken() -> defaultdict[str, Counter[str]]:
    """How often each character is read how in pypinyin's phrases."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        if len(phrase) == len(readings):
            for char, (reading, *_) in zip(phrase, readings, strict=True):
                found[char][_plain(reading)] += 1
    return found


def _plain(reading: str) -> str:
    """Without its tone; ü is u."""
    return convert(reading, Style.NORMAL, strict=False).replace("ü", "u").replace("ê", "e")


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
