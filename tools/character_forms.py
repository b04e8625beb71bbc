"""The search's table of character forms, from OpenCC: python -m tools.character_forms.

Whatever OpenCC turns a character into, in a word or alone, from or to the print of the mainland,
Taiwan and Hong Kong, is a form of it; and so is what Japan writes for it, unless that is a Chinese
character of its own, as 芸 is beside 藝. Characters that are forms of one another are one line of
the table, the one that stands for all of them first. Its dictionaries come with the package OpenCC
(Apache-2.0); a test fails while the table is older.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import opencc.clib
from jieba import dt as words

from banxin.search.index.forms import FILE, NAMES

CLIB = Path(opencc.clib.__file__).parent
FIRST_ONLY = ("TSCharacters", "TSCharactersExt")  # 畫 is 画, or else 划: the others are rare
CHARACTERS = ("STCharacters", "TWVariants", "TWVariantsRev", "HKVariants", "HKVariantsRev")
PHRASES = (
    *("TSPhrases", "STPhrases", "STPhrases_GeneratedFromRegionalPhrases"),
    *("TWVariantsPhrases", "TWVariantsRevPhrases", "HKVariantsPhrases", "HKVariantsRevPhrases"),
)
JAPAN = ("JPShinjitaiCharacters", "JPShinjitaiCharactersRev")
SURNAMES = "沈"  # more often looked for than 沉, which words have more often
NOTICE = "# made by: python -m tools.character_forms, of OpenCC's dictionaries (Apache-2.0)\n"


def table() -> str:
    """The text of the file: a line for each class of forms."""
    found = (_first(group) + "".join(sorted(group - {_first(group)})) for group in _classes())
    return NOTICE + "".join(f"{line}\n" for line in sorted(found))


def _classes() -> list[set[str]]:
    chinese = _joined(_pairs())
    class_of = {char: min(group) for group in chinese for char in group}
    japanese = [
        pair
        for group in _joined(pair for pair in _japanese() if not all(map(_is_chinese, pair)))
        if len({class_of.get(c, c) for c in group if c in class_of or _is_chinese(c)}) == 1
        for pair in pairwise(group)
    ]
    return _joined((*_pairs(), *japanese))


def _joined(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Classes of characters of which one leads to another."""
    group: dict[str, set[str]] = {}
    for a, b in pairs:
        if a != b and not {a, b} & NAMES:
            joined = group.get(a, {a}) | group.get(b, {b})
            group |= dict.fromkeys(joined, joined)
    return list({id(found): found for found in group.values()}.values())


def _japanese() -> Iterator[tuple[str, str]]:
    """Each character with another one of Japan's."""
    for name in JAPAN:
        for key, values in _dictionary(name):
            yield from ((key, value) for value in values)


def _is_chinese(char: str) -> bool:
    """Whether Chinese print has it on the mainland or in Taiwan."""
    return _is_common(char) or bool(char.encode("big5", errors="ignore"))


def _pairs() -> Iterator[tuple[str, str]]:
    for name in (*FIRST_ONLY, *CHARACTERS, *PHRASES):
        for key, values in _dictionary(name):
            for value in values[:1] if name in FIRST_ONLY else values:
                if len(key) == len(value):
                    yield from zip(key, value, strict=True)


def _dictionary(name: str) -> Iterator[tuple[str, list[str]]]:
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, name)
        source = CLIB / "share/opencc" / f"{name}.ocd2"
        command = (CLIB / "bin/opencc_dict", "-i", source, "-o", text, "-f", "ocd2", "-t", "text")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for line in text.read_text(encoding="utf-8").splitlines():
            key, _, values = line.partition("\t")
            yield key, values.split()


def _first(group: set[str]) -> str:
    """What print on the mainland writes most: of a character in GB 2312, if there is one."""
    return min(group, key=lambda c: (c not in SURNAMES, not _is_common(c), -_frequency()[c], c))


def _is_common(char: str) -> bool:
    return bool(char.encode("gb2312", errors="ignore"))


@cache
def _frequency() -> Counter[str]:
    """How often each character occurs, by jieba's list of words."""
    words.initialize()
    counts: Counter[str] = Counter()
    for word, count in words.FREQ.items():
        for char in word:
            counts[char] += count
    return counts


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
