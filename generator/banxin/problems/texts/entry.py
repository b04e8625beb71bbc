"""The form of a text in the catalogue."""

from __future__ import annotations

import msgspec


class Text(msgspec.Struct, frozen=True):
    """Full sentences, without a closing line break. ``why`` may be empty."""

    what: str
    why: str
    todo: str


class Entry(msgspec.Struct, frozen=True):
    zh: Text
    en: Text


def entry(zh: tuple[str, str, str], en: tuple[str, str, str]) -> Entry:
    """What, why and what to do, in both languages."""
    return Entry(Text(*zh), Text(*en))
