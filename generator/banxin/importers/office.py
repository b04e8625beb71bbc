"""LibreOffice, where it is installed: a .docx of files that no reader here takes.

All of an import's files are converted in one start, which takes seconds; what that doesn't bring
is tried once more by itself, since one damaged file may end the program. Each start has a profile
of its own: a LibreOffice that somebody works with stays as it is.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from banxin.importers.manuscript import Comment
from banxin.importers.refusal import Refused
from banxin.importers.web_archive import is_web_archive, page_of
from banxin.importers.web_hidden import without_hidden
from banxin.importers.web_page import MOST, page_text, tidied

_TO = ("--convert-to", "docx:MS Word 2007 XML")
_FROM_HTML = ("--infilter=HTML (StarWriter)",)  # else it is a page for the web, and none of Word's
_SUFFIXES = {"word-xml": ".xml"}  # of other kinds the suffix is their name
_HEAD = 1000
_START = 90.0  # seconds that a start may take
_EACH = 30.0  # and every file


class Made(msgspec.Struct, frozen=True):
    """A .docx. ``hidden``: the words of what its page hid from readers."""

    file: Path
    hidden: tuple[str, ...] = ()


def office() -> str:
    """The program that can make a .docx of other files; "" where it isn't installed."""
    mac = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or (mac if Path(mac).is_file() else "")


def not_converted() -> Refused:
    """Of a file that it could have read, and didn't."""
    return Refused("not-converted")


@contextmanager
def converted(kinds: Mapping[Path, str], program: str) -> Iterator[dict[Path, Made]]:
    """The .docx that was made of each file, where one was; gone when the block ends.

    ``kinds``: what each file is, whatever it is called.
    """
    if not kinds or not program:
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="banxin-", ignore_cleanup_errors=True) as folder:
        yield _converted(kinds, program, Path(folder))


def _converted(kinds: Mapping[Path, str], program: str, folder: Path) -> dict[Path, Made]:
    copies: dict[Path, Path] = {}
    hidden: dict[Path, tuple[str, ...]] = {}
    for n, (path, kind) in enumerate(kinds.items()):
        copy = folder / f"{n}{_SUFFIXES.get(kind, f'.{kind}')}"
        try:
            hidden[path] = _copy(path, copy)
        except OSError:
            continue
        copies[path] = copy
    pages = [copy for path, copy in copies.items() if kinds[path] == "html"]
    others = [copy for path, copy in copies.items() if kinds[path] != "html"]
    out = folder / "made"
    for files in (pages, others):
        if files:
            _run(program, files, folder)
        missing = [one for one in files if not (out / f"{one.stem}.docx").is_file()]
        for one in missing if len(files) > 1 else ():
            _run(program, [one], folder)
    made = {path: Made(out / f"{copy.stem}.docx", hidden[path]) for path, copy in copies.items()}
    return {path: one for path, one in made.items() if one.file.is_file()}


def is_offices_remark(comment: Comment) -> bool:
    """Whether LibreOffice itself made it, of what it didn't know in a page's source."""
    return not comment.author and comment.text.startswith("HTML: <")


def _copy(path: Path, copy: Path) -> tuple[str, ...]:
    """What the file hides is left out of the copy, and returned."""
    with path.open("rb") as file:
        archived = is_web_archive(file.read(_HEAD))
    if archived:
        page, hidden = page_of(path.read_bytes())
        copy.write_bytes(page)
        return hidden
    if copy.suffix == ".html" and path.stat().st_size <= MOST:
        text, hidden = without_hidden(page_text(path.read_bytes()))
        copy.write_bytes(tidied(text, path.parent))
        return hidden
    shutil.copyfile(path, copy)
    return ()


def _run(program: str, files: Sequence[Path], folder: Path) -> None:
    """Whatever comes of it lies in the folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    filters = _FROM_HTML if files[0].suffix == ".html" else ()
    command = [program, profile, "--headless", "--norestore", *filters, *_TO]
    command += ["--outdir", str(folder / "made"), *map(str, files)]
    try:
        running = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    try:
        running.wait(_START + _EACH * len(files))
    except BaseException as error:  # also Ctrl+C: nothing that we started goes on
        _end(running)
        if not isinstance(error, subprocess.TimeoutExpired):
            raise


def _end(running: subprocess.Popen[bytes]) -> None:
    """The program and what it started: soffice is a script that waits for another."""
    if hasattr(os, "killpg"):
        os.killpg(running.pid, signal.SIGKILL)
    else:  # pragma: no cover - Windows
        running.kill()
    running.wait()
