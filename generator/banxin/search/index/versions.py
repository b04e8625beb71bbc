"""The code for the browser."""

from __future__ import annotations

from pathlib import Path

from rjsmin import jsmin

HERE = Path(__file__).parents[1]


def client() -> dict[str, bytes]:
    """The modules that read the index in the browser, by file name, as a phone fetches them."""
    modules = sorted((HERE / "client").glob("*.js"))
    return {p.name: jsmin(p.read_text(encoding="utf-8")).encode() for p in modules}
