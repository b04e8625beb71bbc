"""Reads a source file."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from banxin.content.frontmatter.decoding import decode
from banxin.problems import Place, Problems

Held = Mapping[str, bytes]  # files that were read already, by their paths from the root
NOTHING: Held = {}


def read_text(root: Path, file: str, problems: Problems, held: Held = NOTHING) -> str | None:
    """The text of ``file`` (a path from ``root``), or None after reporting."""
    path = f"{root}/{file}"
    if file not in held and is_special(path):
        problems.add(Place(file), "not-a-file")
        return None
    try:
        data = held[file] if file in held else content(path)
    except OSError as error:
        problems.add(Place(file), "file-unreadable", why=error.strerror or error)
        return None
    return decode(file, data, problems)


def is_special(path: str | Path) -> bool:
    """Whether a pipe, a device or a socket lies there: opened, it may never answer, or act."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 a Path costs more
    except OSError:  # opening it says why
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def content(path: str) -> bytes:
    with open(path, "rb") as opened:  # noqa: PTH123 a Path costs more
        return opened.read()
