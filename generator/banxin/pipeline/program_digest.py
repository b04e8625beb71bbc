"""A digest of the program itself: an output is only as current as the code that made it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from banxin.model.fingerprint import digest, fingerprint
from banxin.pipeline.installed import versions
from banxin.plugins.discovery import InstalledPlugin

LIBRARIES = (
    *("jinja2", "markupsafe", "markdown-it-py", "mdit-py-plugins", "pyyaml", "python-frontmatter"),
    *("lunar_python", "pillow", "rjieba", "pypinyin", "msgspec", "zxing-cpp"),
)


def _digest_of_program() -> str:
    code = b"\0".join(_code(str(Path(__file__).parents[1])))
    return digest(code + versions(LIBRARIES).encode() + str(sys.version_info[:2]).encode())


def _code(folder: str) -> Iterator[bytes]:
    """Each module's path and text, in one order. A Path for each would take half of the time."""
    walked = ((parent, sorted(names)) for parent, _, names in os.walk(folder))
    for parent, names in sorted(walked):
        for name in names:
            if name.endswith(".py"):
                path = f"{parent}/{name}"
                yield path[len(folder) :].encode()
                with open(path, "rb") as file:  # noqa: PTH123
                    yield file.read()


ENGINE = _digest_of_program()


def program_with(plugins: tuple[InstalledPlugin, ...]) -> str:
    """The same, and that of the plugins that take part: what they change must not be stale."""
    return fingerprint((ENGINE, plugins))
