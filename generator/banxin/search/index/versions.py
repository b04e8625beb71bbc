"""The code for the browser."""

from __future__ import annotations

import re
from pathlib import Path

from rjsmin import jsmin

HERE = Path(__file__).parents[1]
# What every search needs comes as one file, and what comes behind its results as another: fewer to
# ask for, and a fifth less to send. Each module stands behind what it imports; no two of a file
# name anything alike.
JOINED = {
    "paper": ("text", "article", "year", "paper", "results", "form"),
    "behind": ("chart", "keys", "offers", "behind"),
}
BY_ITSELF = ("mark", "text")  # what an article loads that was opened from a result
_FILES = {module: file for file, modules in JOINED.items() for module in modules}
_IMPORT = re.compile(r'import(?:\{[^}]*\}from)?"\./(\w+)\.js";')

_NAME = re.compile(r'"\./(\w+)\.js"')


def client() -> dict[str, bytes]:
    """The modules that read the index in the browser, by file name, as a phone fetches them."""
    names = sorted(path.stem for path in (HERE / "client").glob("*.js"))
    alone = {n: (n,) for n in names if n not in _FILES and n not in BY_ITSELF}
    files = {n: _module(n) for n in BY_ITSELF}
    files |= {file: _joined(file, modules) for file, modules in {**alone, **JOINED}.items()}
    return {f"{name}.js": text.encode() for name, text in sorted(files.items())}


def _module(name: str) -> str:
    text: str = jsmin((HERE / "client" / f"{name}.js").read_text(encoding="utf-8"))
    return text


def _joined(file: str, modules: tuple[str, ...]) -> str:
    """Modules as one, which imports from the other files and nothing from itself."""

    def importing(found: re.Match[str]) -> str:
        return "" if _FILES.get(found[1], found[1]) == file else found[0]

    def named(found: re.Match[str]) -> str:
        return f'"./{_FILES.get(found[1], found[1])}.js"'

    texts = (_IMPORT.sub(importing, _module(name)) for name in modules)
    return "\n".join(_NAME.sub(named, text) for text in texts)
