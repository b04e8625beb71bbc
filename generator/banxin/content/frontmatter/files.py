"""Reads a source file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from banxin.content.frontmatter.decoding import decode
from banxin.problems import Place, Problems

Held = Mapping[str, bytes]  # files that were read already, by their paths from the root
NOTHING: Held = {}


def read_text(root: Path, file: str, problems: Problems, held: Held = NOTHING) -> str | None:
    """The text of ``file`` (a path from ``root``), or None after reporting."""
    try:
        data = held[file] if file in held else content(f"{root}/{file}")
    except OSError as error:
        problems.add(Place(file), "file-unreadable", why=error.strerror or error)
        return None
    return decode(file, data, problems)


def content(path: str) -> bytes:
    with open(path, "rb") as opened:  # noqa: PTH123 a Path costs more
        return opened.read()
