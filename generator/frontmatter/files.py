"""Reads a source file."""

from __future__ import annotations

from pathlib import Path

from ..problems import Place, Problems
from .decoding import decode


def read_text(root: Path, file: str, problems: Problems) -> str | None:
    """The text of ``file`` (a path from ``root``), or None after reporting."""
    try:
        with open(f"{root}/{file}", "rb") as opened:  # noqa: PTH123 a Path costs more
            data = opened.read()
    except OSError as error:
        problems.add(Place(file), "file-unreadable", why=error.strerror or error)
        return None
    return decode(file, data, problems)
