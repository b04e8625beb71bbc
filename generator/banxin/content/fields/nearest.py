"""The known name that a misspelt one was probably meant for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LIKENESS = 0.7  # of five letters one may be wrong
_HAN = "\u2e80"


def closest(typed: str, names: Iterable[str]) -> str:
    """The name that ``typed`` probably meant, "" if none is near.

    Near is what sounds the same (副提, 副题: an input method's slip), or has nearly the same
    letters. One of two Chinese characters in common says nothing: 题目 isn't 肩题.
    """
    lowered = {name.lower(): name for name in names}
    word = typed.strip().lower()
    near = difflib.get_close_matches(word, lowered, n=5, cutoff=_LIKENESS)
    near = _alike_in_sound(word, lowered) or near
    # of names equally near, the one that begins alike
    near.sort(key=lambda name: (-_likeness(word, name), word[:1] != name[:1]))
    return lowered[near[0]] if near else ""


def _likeness(word: str, name: str) -> float:
    return difflib.SequenceMatcher(None, word, name).ratio()


def _alike_in_sound(word: str, names: Iterable[str]) -> list[str]:
    """The names of as many Chinese characters as ``word`` that are pronounced as it is."""
    same = [name for name in names if len(name) == len(word) and name[:1] >= _HAN]
    if len(word) < 2 or word[0] < _HAN or not same:
        return []
    from pypinyin import lazy_pinyin  # slow to load, and most keys are spelt right

    sound = lazy_pinyin(word)
    return [name for name in same if lazy_pinyin(name) == sound]
