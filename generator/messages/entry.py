"""The form of a text in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Full sentences, without a closing line break. ``why`` may be empty."""

    what: str
    why: str
    todo: str


@dataclass(frozen=True, slots=True)
class Entry:
    zh: Text
    en: Text


def entry(zh: tuple[str, str, str], en: tuple[str, str, str]) -> Entry:
    """What, why and what to do, in both languages."""
    return Entry(Text(*zh), Text(*en))
