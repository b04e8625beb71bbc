"""Texts of problems met in what an editor wrote."""

from __future__ import annotations

from .entry import Entry

TEXTS: dict[str, Entry] = {}
