"""Forms of one character: 後 and 后, 衞, 衛 and 卫. In the index one of them stands for all.

The table (data/forms.table) has a line for each class of forms, that one first; it is made of
OpenCC's dictionaries by tools/character_forms.py. It is about characters, not words: 覆 is a form
of 复 in 反覆 as in 覆盖, so that what is looked for meets what is written character by character.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data/forms.table"

# In names, to which the table of standard characters of 2013 (《通用规范汉字表》) gave them back:
# 李昇 isn't 李升.
NAMES = frozenset("昇陞脩谿逕剋")


@cache
def forms() -> dict[str, str]:
    """From each form to the character that stands for it and isn't itself in here."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    found = (line for line in lines if not line.startswith("#"))
    return {form: line[0] for line in found for form in line[1:]}


def fold(text: str) -> str:
    """``text`` with each character as the one that stands for its forms."""
    return text.translate(_table())


def folded(text: str) -> str:
    """Pairs of a character in ``text`` and the one that stands for it in the index."""
    found = forms()
    return "".join(c + found[c] for c in sorted(found.keys() & frozenset(text)))


@cache
def _table() -> dict[int, str]:
    return str.maketrans(forms())
