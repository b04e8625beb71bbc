"""The code for the browser, and what a bundle depends on beside its records."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rjsmin import jsmin

from banxin.model.fingerprint import digest
from banxin.pipeline.installed import versions

HERE = Path(__file__).parents[1]
LIBRARIES = ("pagefind-bin", "OpenCC", "pypinyin")


@cache
def client() -> dict[str, bytes]:
    """The modules that read the index in the browser, by file name, as a phone fetches them."""
    modules = sorted((HERE / "client").glob("*.js"))
    return {p.name: jsmin(p.read_text(encoding="utf-8")).encode() for p in modules}


@cache
def form() -> str:
    """Digest of the program and libraries that make bundles: another one, and all are stale."""
    code = b"".join(p.name.encode() + p.read_bytes() for p in sorted((HERE / "index").glob("*.py")))
    return digest(code + versions(LIBRARIES).encode())
