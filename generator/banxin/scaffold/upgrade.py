"""Another version of the program into a paper that has one: which of its files change.

Nothing is written here. A file of the program that isn't as the program wrote it is somebody's
work, and one that is gone was somebody's wish: both are left alone.
"""

from __future__ import annotations

import re
import zipfile
from email import message_from_bytes
from pathlib import Path

import msgspec

from banxin import __version__
from banxin.scaffold.manuals import manuals
from banxin.scaffold.own_wheel import own_wheel, wheel_name
from banxin.scaffold.paper import REQUIREMENTS, VENDOR, program_files

_PINNED = re.compile(r"^\./vendor/(?P<name>[^/\s]+\.whl)\s", re.MULTILINE)
_MOST = 50_000_000  # bytes of a wheel, and of a file in it; ours has 2 million
_DAMAGED = (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, EOFError)


class NotAProgram(Exception):
    """The file is no wheel of Banxin, or not a whole one."""


class NoProgram(Exception):
    """The paper has no program of its own that could be replaced."""


class Program(msgspec.Struct, frozen=True):
    """A version of Banxin. ``files``: what a paper has of it, by path."""

    version: str
    wheel: bytes
    files: dict[str, bytes]

    def is_older_than(self, other: Program) -> bool:
        ours, theirs = (re.findall(r"\d+", one.version) for one in (self, other))
        return [*map(int, ours)] < [*map(int, theirs)]


class Upgrade(msgspec.Struct, frozen=True):
    """``write``: files by path; ``remove``: paths; ``kept``: paths that somebody changed."""

    write: dict[str, bytes]
    remove: tuple[str, ...]
    kept: tuple[str, ...]


def running() -> Program:
    """This program. Raises NoMetadata."""
    from importlib.resources import files

    wheel = own_wheel()
    found = program_files(files(__package__), wheel_name(), wheel)
    return Program(__version__, wheel, found | {f"docs/{name}": text for name, text in manuals()})


def packed(wheel: Path) -> Program:
    """The program in a wheel, whatever the file is called. Raises NotAProgram."""
    try:
        if wheel.stat().st_size > _MOST:
            raise NotAProgram
        data = wheel.read_bytes()
        with zipfile.ZipFile(wheel) as archive:
            if any(entry.file_size > _MOST for entry in archive.infolist()):
                raise NotAProgram
            return _packed(archive, data)
    except _DAMAGED as error:
        raise NotAProgram from error


def _packed(archive: zipfile.ZipFile, data: bytes) -> Program:
    (metadata,) = (n for n in archive.namelist() if re.fullmatch(r"banxin-[^/]+/METADATA", n))
    said = message_from_bytes(archive.read(metadata))
    version = str(said["Version"])
    if said["Name"] != "banxin" or not re.fullmatch(r"[\w.+!]+", version) or archive.testzip():
        raise NotAProgram
    here = zipfile.Path(archive, "banxin/scaffold/")
    found = program_files(here, f"banxin-{version}-py3-none-any.whl", data)
    found |= {f"docs/{one.name}": one.read_bytes() for one in (here / "manuals").iterdir()}
    if any(".." in path.split("/") or "\\" in path for path in found):  # out of the paper
        raise NotAProgram
    return Program(version, data, found)


def installed(paper: Path) -> Program:
    """The program that the paper has. Raises NoProgram, NotAProgram."""
    try:
        pinned = _PINNED.search((paper / REQUIREMENTS).read_text("utf-8"))
    except (OSError, ValueError):
        pinned = None
    if pinned is None:
        raise NoProgram
    return packed(paper / VENDOR / pinned["name"])


def upgrade(paper: Path, old: Program, new: Program, *, everything: bool = False) -> Upgrade:
    """What changes in ``paper``; with ``everything`` also what somebody changed or removed.

    Packages that somebody added to requirements.txt stay in it, whatever else changes there.
    """
    write, kept = {}, []
    for path, data in sorted(new.files.items()):
        there, wanted = _read(paper / path), data
        if path == REQUIREMENTS:
            wanted = data + _added(there or b"", old.files[path], data)
        if there == _plain(wanted):
            continue
        for_all = path == REQUIREMENTS or path.startswith(VENDOR) or everything
        if for_all or there == _plain(old.files.get(path)):
            write[path] = wanted
        else:
            kept.append(path)
    gone = sorted(old.files.keys() - new.files.keys())
    unchanged = [path for path in gone if _read(paper / path) == _plain(old.files[path])]
    return Upgrade(write, tuple(unchanged), tuple(kept))


def _added(there: bytes, old: bytes, new: bytes) -> bytes:
    """What is required there and by neither program, as it stands there."""
    known = _required(old).keys() | _required(new).keys()
    return b"".join(text for name, text in _required(there).items() if name not in known)


def _required(requirements: bytes) -> dict[bytes, bytes]:
    """Name to its lines, see pip's “Requirements File Format”."""
    found = re.findall(rb"(?m)^(?!\#|\s)(?:.*\\\n)*.+\n?", _plain(requirements) or b"")
    lines = (line if line.endswith(b"\n") else line + b"\n" for line in found)
    return {re.split(rb"[=<>~!;@\s\[]|-[\d.]+-py3", line, maxsplit=1)[0]: line for line in lines}


def _read(file: Path) -> bytes | None:
    try:
        return _plain(file.read_bytes())
    except FileNotFoundError:
        return None


def _plain(data: bytes | None) -> bytes | None:
    """Git on Windows may have given a text other line ends."""
    return data if data is None or b"\0" in data else data.replace(b"\r\n", b"\n")
