"""Texts of problems met while planning, drawing and publishing."""

from __future__ import annotations

from .entry import Entry

TEXTS: dict[str, Entry] = {}
