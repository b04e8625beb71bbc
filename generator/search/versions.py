"""The code for the browser, and what a bundle depends on beside its records."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..fingerprint import digest

HERE = Path(__file__).parent
_COMMENT = re.compile(r"//|/\*|\*/|\*( |$)")  # a line of a comment as client/ writes it
LIBRARIES = ("pagefind-bin", "OpenCC", "pypinyin")


@cache
def client() -> dict[str, bytes]:
    """The modules that read the index in the browser, by file name, without their comments."""
    return {p.name: _slim(p.read_text()).encode() for p in sorted((HERE / "client").glob("*.js"))}


def _slim(code: str) -> str:
    """Without indents and lines that only comment: a third less for a phone to fetch."""
    lines = (line.strip() for line in code.splitlines())
    return "".join(f"{x}\n" for x in lines if x and not _COMMENT.match(x))


@cache
def form() -> str:
    """Digest of the program and libraries that make bundles: another one, and all are stale."""
    code = b"".join(p.name.encode() + p.read_bytes() for p in sorted(HERE.glob("*.py")))
    return digest(code + "".join(f"{name}={version(name)};" for name in LIBRARIES).encode())
