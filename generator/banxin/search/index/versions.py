"""The code for the browser."""

from __future__ import annotations

import re
from pathlib import Path

from rjsmin import jsmin

HERE = Path(__file__).parents[1]
# What every search needs comes as one file: fewer to ask for, and a fifth less to send. Each
# stands behind what it imports; no two of them name anything alike.
JOINED = ("text", "article", "year", "paper", "results", "form")
JOINED_AS = "paper"
BY_ITSELF = ("mark", "text")  # what an article loads that was opened from a result
_IMPORT = re.compile(r'import\{[^}]*\}from"\./(\w+)\.js";')


def client() -> dict[str, bytes]:
    """The modules that read the index in the browser, by file name, as a phone fetches them."""
    names = sorted(path.stem for path in (HERE / "client").glob("*.js"))
    files = {n: _module(n) for n in names if n in BY_ITSELF}
    files |= {n: _importing(_module(n)) for n in names if n not in (*JOINED, *BY_ITSELF)}
    files[JOINED_AS] = "\n".join(_importing(_module(n), JOINED) for n in JOINED)
    return {f"{name}.js": text.encode() for name, text in files.items()}


def _module(name: str) -> str:
    text: str = jsmin((HERE / "client" / f"{name}.js").read_text(encoding="utf-8"))
    return text


def _importing(module: str, inside: tuple[str, ...] = ()) -> str:
    """A module that imports from what was joined; nothing if it is ``inside`` itself."""

    def importing(found: re.Match[str]) -> str:
        if found[1] in inside:
            return ""
        joined = found[1] in JOINED
        return found[0].replace(f"./{found[1]}.js", f"./{JOINED_AS}.js") if joined else found[0]

    return _IMPORT.sub(importing, module)
