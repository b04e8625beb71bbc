"""Sections and columns by the name or key that an editor typed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from banxin.model import Term

_LONGEST = 80  # a disk takes names of 255 bytes, a reader far shorter ones
_APART = re.compile(r"[^a-z0-9]+")


_KEYS: dict[str, str] = {}  # the same few hundred names in every issue


def know_keys(keys: Iterable[tuple[str, str]]) -> None:
    """What ``term_key`` said of names at another time, so that it needn't find out again."""
    _KEYS.update(keys)


def term_key(name: str) -> str:
    """An ASCII key for an address, from ``name`` alone: its pinyin and 4 hexadecimal digits.

    The digits keep apart names that sound alike (要闻 and 药闻).
    """
    if name not in _KEYS:
        _KEYS[name] = _term_key(name)
    return _KEYS[name]


def _term_key(name: str) -> str:
    from pypinyin import lazy_pinyin  # slow to load, and a paper may list all its names

    words = "".join(word if word.isascii() else " " for word in lazy_pinyin(name))
    slug = _APART.sub("-", words.lower())[:_LONGEST].strip("-")
    digest = hashlib.blake2b(name.encode(), digest_size=2).hexdigest()
    return f"{slug}-{digest}" if slug else digest


def listed(text: str, terms: tuple[Term, ...]) -> Term | None:
    """The term of that name, else of that key."""
    by_name = (term for term in terms if term.name == text)
    by_key = (term for term in terms if term.key == text)
    return next(by_name, None) or next(by_key, None)


def term_of(text: str, terms: tuple[Term, ...]) -> Term:
    """The listed term, or a new one of that name."""
    return listed(text, terms) or Term(term_key(text), text)
