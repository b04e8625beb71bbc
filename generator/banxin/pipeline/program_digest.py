"""Digests of the program itself: an output is only as current as the code that made it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from banxin.model.fingerprint import digest, fingerprint
from banxin.pipeline.installed import versions
from banxin.plugins.discovery import InstalledPlugin

LIBRARIES = (
    *("jinja2", "markupsafe", "markdown-it-py", "mdit-py-plugins", "pyyaml", "python-frontmatter"),
    *("lunar_python", "pillow", "rjieba", "pypinyin", "msgspec", "zxing-cpp"),
)
OF_SEARCH = ("pagefind-bin", "pypinyin")


class Program(msgspec.Struct, frozen=True):
    """``digest``: of everything; ``indexer_digest``: of what makes bundles of the search index."""

    digest: str
    indexer_digest: str

    def with_plugins(self, plugins: tuple[InstalledPlugin, ...]) -> Program:
        """The same and the plugins that take part: what they change must not be stale."""
        if not plugins:
            return self
        return Program(fingerprint((self.digest, plugins)), self.indexer_digest)


def running_program() -> Program:
    """Of the code as it lies on the disk now, so whoever asks does so once and passes it on."""
    package = str(Path(__file__).parents[1])
    python = str(sys.version_info[:2])
    return Program(
        _digest_of(package, versions(LIBRARIES) + python),
        _digest_of(f"{package}/search/index", _digest_of(f"{package}/model", versions(OF_SEARCH))),
    )


def _digest_of(folder: str, installed: str) -> str:
    return digest(b"\0".join((*_code(folder), installed.encode())))


def _code(folder: str) -> Iterator[bytes]:
    """Path and text of each module and table, in one order. Without Path, which is slower."""
    walked = ((parent, sorted(names)) for parent, _, names in os.walk(folder))
    for parent, names in sorted(walked):
        for name in names:
            if name.endswith((".py", ".table")):
                path = f"{parent}/{name}"
                yield path[len(folder) :].encode()
                with open(path, "rb") as file:  # noqa: PTH123
                    yield file.read()
