"""The code for the browser, as tools/front-end/join.mjs made it of the modules in client/."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parents[1]


def client() -> dict[str, bytes]:
    """The scripts that read the index in the browser, by file name, as a phone fetches them."""
    return {path.name: path.read_bytes() for path in sorted((HERE / "client/joined").glob("*.js"))}
