"""Sentences by key. The word before a key's first dot names its file: data/build.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

Language = Literal["zh", "en"]
_NAMED = re.compile(r"《\{(\w+)\}》")  # gaps for titles
_SINGLE = str.maketrans("《》", "〈〉")
DATA = Path(__file__).parent / "data"


class Plural(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """English of a count: the gap ``n`` decides, 1 or any other number."""

    one: str
    other: str


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One text. Gaps are written ``{name}``, as ``str.format`` takes them."""

    zh: str
    en: str | Plural


def say(key: str, language: Language, /, **gaps: object) -> str:
    """The text ``key`` with its gaps filled. Raises KeyError for an unknown key or an open gap."""
    sentence = _found(key)
    if sentence is None:
        raise KeyError(key)
    text = sentence.zh if language == "zh" else sentence.en
    if isinstance(text, Plural):
        text = text.one if gaps["n"] == 1 else text.other
    for name in _NAMED.findall(text):
        gaps[name] = within_book_marks(str(gaps[name]))
    return text.format(**gaps) if gaps else text


def within_book_marks(title: str) -> str:
    """读《红楼梦》有感 as it stands between 《 and 》: with 〈红楼梦〉."""
    return title.translate(_SINGLE)


def is_known(key: str) -> bool:
    return _found(key) is not None


class Words(msgspec.Struct, frozen=True):
    """``say`` in one language."""

    language: Language

    def __call__(self, key: str, /, **gaps: object) -> str:
        return say(key, self.language, **gaps)


def _found(key: str) -> Sentence | None:
    area, _, name = key.partition(".")
    return sentences(area).get(name)


def areas() -> tuple[str, ...]:
    """The first word of every key there is."""
    return tuple(sorted(file.stem for file in DATA.glob("*.toml")))


@cache
def sentences(area: str) -> Mapping[str, Sentence]:
    """All texts of one area by the rest of their keys; none if there is no such area."""
    import tomllib  # late: not every command says something

    try:
        text = (DATA / f"{area}.toml").read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    return msgspec.convert(tomllib.loads(text), dict[str, Sentence])
