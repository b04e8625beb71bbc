"""Reads a source file."""

from __future__ import annotations

from pathlib import Path

from ..problems import Place, Problems
from .decoding import decode


def read_text(root: Path, file: str, problems: Problems) -> str | None:
    """The text of ``file`` (a path from ``root``), or None after reporting."""
    try:
        data = (root / file).read_bytes()
    except OSError as error:
        problems.add(Place(file), "file-unreadable", why=error.strerror or error)
        return None
    return decode(file, data, problems)
