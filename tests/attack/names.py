"""Odd names of files and folders: said, never a traceback, and harmless in a terminal."""

from __future__ import annotations

import contextlib
import io
import os
import random
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from banxin.cli import main
from tests.attack.papers import DAYS, attacked_paper
from tests.attack.sitting import Sitting
from tests.support.paper import folder

ROUNDS = 4
CRASH = 3
PARTS = (
    *("01-01-", "01-0", "会议", "a", " ", "\n", "::error file=x::y", "\x1b[31m", "\x07", "\r"),
    *("\u202e", "<b>", "&amp;", "'", '"', "%00", "..", "~", ".md", "é", "e\u0301", "\u200b", "𠮷"),
    *("#", "\udcbb\udce1", "?", "*", ":", "\\", "con", "index.html", "x" * 120, "会" * 90, "\x7f"),
)
ENDS = (".md", ".png", ".pdf", "", ".jpg", ".html", ".css")
PLACES = (
    *("content", f"content/{folder(DAYS[0])}", f"content/{folder(DAYS[0])}", "content/issues"),
    *("content/issues/2024", "themes/plain", "themes/plain/static", "output"),
)
_LOOSE = re.compile(r"^::", re.MULTILINE)


def attack(root: Path, rng: random.Random) -> Sitting:
    paper, sitting = attacked_paper(root / "paper"), Sitting()
    for _ in range(ROUNDS):
        names = [_plant(paper.root, rng) for _ in range(rng.choice((1, 1, 3)))]
        command = rng.choice(("check", "build", "check"))
        options = () if command == "check" else ("--no-search",)
        form = rng.choice(("text", "json", "github")) if command == "check" else "text"
        given = ("--format", form) if command == "check" else options
        code, said = _run(paper.root, command, *given)
        if code == CRASH or "Traceback" in said:
            sitting.fault(f"{names}: {command} {given} gave {code}: {said[-800:]}")
        if form != "json" and (odd := _harmful(said, github=form == "github")):
            sitting.fault(f"{names}: {command} {given} said {odd!r}")
        sitting.tries += 1
    return sitting


def _plant(root: Path, rng: random.Random) -> str:
    """A file, a folder or a mention of one, under an odd name; the name if it can be."""
    name = "".join(rng.choices(PARTS, k=rng.randint(1, 4))) + rng.choice(ENDS)
    path = root / rng.choice(PLACES) / name
    with contextlib.suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if rng.random() < 0.2:
            path.mkdir(exist_ok=True)
        elif rng.random() < 0.1:
            path.symlink_to(rng.choice(("/etc", "nowhere", "..", name)))
        elif not path.exists():
            path.write_text("---\ntitle: 标题\nsection: 要闻\n---\n正文。\n", "utf-8")
        return str(path.relative_to(root))
    return f"not {name!r}"


def _run(root: Path, *arguments: str) -> tuple[int, str]:
    said, before = io.StringIO(), Path.cwd()
    os.chdir(root)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = main(arguments, environ={}, now=lambda: datetime(2024, 1, 3, tzinfo=UTC))
    finally:
        os.chdir(before)
    return code, said.getvalue()


def _harmful(said: str, *, github: bool) -> str:
    """A character that a terminal obeys, or a line that GitHub takes for an order."""
    bad = (c for c in said if c != "\n" and unicodedata.category(c) in ("Cc", "Cs"))
    if found := next(bad, ""):
        at = said.index(found)
        return said[max(0, at - 60) : at + 30]
    loose = None if github else _LOOSE.search(said)
    return said[loose.start() : loose.start() + 60] if loose else ""
