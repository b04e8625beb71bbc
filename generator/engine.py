"""A digest of the program itself: an output is only as current as the code that made it."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

from .fingerprint import digest

LIBRARIES = (
    *("jinja2", "markupsafe", "markdown-it-py", "mdit-py-plugins", "pyyaml", "python-frontmatter"),
    *("lunar_python", "pillow", "rjieba", "pypinyin", "msgspec", "zxing-cpp"),
)


def _digest_of_program() -> str:
    folder = Path(__file__).parent
    files = sorted(folder.rglob("*.py"))
    code = b"".join(str(p.relative_to(folder)).encode() + b"\0" + p.read_bytes() for p in files)
    versions = "".join(f"{name}={version(name)};" for name in LIBRARIES)
    return digest(code + versions.encode() + str(sys.version_info[:2]).encode())


ENGINE = _digest_of_program()
