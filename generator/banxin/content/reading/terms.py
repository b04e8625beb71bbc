"""Sections and columns by the name or key that an editor typed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

from banxin.model import Term

_LONGEST = 80  # a disk takes names of 255 bytes, a reader far shorter ones
_APART = re.compile(r"[^a-z0-9]+")


class Slugs:
    """Address keys of names, each found once: the same few hundred stand in every issue.

    Only a name that isn't ``known`` takes a dictionary of sounds.
    """

    def __init__(self, known: Mapping[str, str] = MappingProxyType({})) -> None:
        self._known = dict(known)

    def of(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = term_key(name)
        return self._known[name]


def term_key(name: str) -> str:
    """An ASCII key for an address, from ``name`` alone: its pinyin and 4 hexadecimal digits.

    The digits keep apart names that sound alike (要闻 and 药闻).
    """
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


def term_of(text: str, terms: tuple[Term, ...], slugs: Slugs) -> Term:
    """The listed term, or a new one of that name."""
    return listed(text, terms) or Term(slugs.of(text), text)
