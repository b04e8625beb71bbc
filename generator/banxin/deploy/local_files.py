"""What is to be sent: every file of an output folder with its digest, read only if it changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from banxin.model.fingerprint import digest

DIGEST = 16  # digits that are kept: enough to tell two versions of one file apart
# ours, or what systems leave behind; other hidden files are somebody's work (.well-known)
_HERE_ONLY = (".banxin", ".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini")


class LocalFile(msgspec.Struct, frozen=True, array_like=True):
    """Time in nanoseconds."""

    size: int
    mtime: int
    content: str


LocalFiles = Mapping[str, LocalFile]


def local_files(folder: Path, cache: Path) -> LocalFiles:
    """By path from ``folder``; ``cache`` remembers the digests of files that look as they did."""
    known = _remembered(cache)
    found = {path: _file(entry, known.get(path)) for path, entry in _walk(str(folder), "")}
    if found != known:
        cache.parent.mkdir(parents=True, exist_ok=True)
        new = cache.with_name(f"{cache.name}-{os.getpid()}")
        new.write_bytes(msgspec.msgpack.encode(found))
        new.replace(cache)
    return found


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Links aren't followed: what they lead to isn't the site's."""
    with os.scandir(folder) as entries:
        for entry in entries:
            # a list of names has one a line
            if not entry.name.startswith(_HERE_ONLY) and "\n" not in entry.name:
                if entry.is_dir(follow_symlinks=False):
                    yield from _walk(entry.path, f"{prefix}{entry.name}/")
                elif entry.is_file(follow_symlinks=False):
                    yield f"{prefix}{entry.name}", entry


def _file(entry: os.DirEntry[str], known: LocalFile | None) -> LocalFile:
    stat = entry.stat(follow_symlinks=False)
    if known and (known.size, known.mtime) == (stat.st_size, stat.st_mtime_ns):
        return known
    content = digest(Path(entry.path).read_bytes())[:DIGEST]
    return LocalFile(stat.st_size, stat.st_mtime_ns, content)


def _remembered(cache: Path) -> dict[str, LocalFile]:
    try:
        return msgspec.msgpack.decode(cache.read_bytes(), type=dict[str, LocalFile])
    except (OSError, msgspec.DecodeError):
        return {}
