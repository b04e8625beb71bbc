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
