"""What an issue's files looked like when they were read, and whether they still do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from banxin.content.frontmatter import Held, content
from banxin.content.scan import Folder, Found
from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.store import Stamp

UNSETTLED_NS = 2_000_000_000  # a file this young may change again within one clock tick


def rests(mtime: int, now: int) -> bool:
    """Whether what was changed then can't have changed again unseen. Both in nanoseconds."""
    return mtime < now - UNSETTLED_NS


def stamps_of(root: Path, folder: Folder, known: tuple[Stamp, ...]) -> tuple[Stamp, ...]:
    """Stamps of the folder's files; only files that don't look as they did are read."""
    if _all_rest(folder.files, known):
        return known
    old = {stamp.name: stamp for stamp in known}
    now = time.time_ns()
    return tuple(_stamp(root, folder.path, file, old.get(file.name), now) for file in folder.files)


def _all_rest(files: tuple[Found, ...], known: tuple[Stamp, ...]) -> bool:
    """Whether all files look as they did, which is nearly always so: asked quickly."""
    for file, stamp in zip(files, known, strict=False):
        if file.mtime != stamp.mtime or file.size != stamp.size or file.name != stamp.name:
            return False
        if not stamp.settled:
            return False
    return len(files) == len(known)


def _stamp(root: Path, folder: str, file: Found, old: Stamp | None, now: int) -> Stamp:
    if old and old.settled and (old.size, old.mtime) == (file.size, file.mtime):
        return old
    return _stamp_of(file, content(f"{root}/{folder}/{file.name}"), now)


def _stamp_of(file: Found, data: bytes, now: int) -> Stamp:
    return Stamp(file.name, file.size, file.mtime, rests(file.mtime, now), digest(data))


def all_read(root: Path, folder: Folder) -> tuple[tuple[Stamp, ...], Held]:
    """Stamps of a new folder's files, each of which is read once; and its texts."""
    now = time.time_ns()
    stamps, held = [], {}
    for file in folder.files:
        path = f"{folder.path}/{file.name}"
        data = content(f"{root}/{path}")
        stamps.append(_stamp_of(file, data, now))
        if path.endswith(".md"):
            held[path] = data
    return tuple(stamps), held


def key_of(words: str, folder: str, stamps: Iterable[Stamp]) -> str:
    """What a folder's parse depends on: the program, the vocabulary, its names and contents."""
    # unambiguous, and for nothing but texts in a fifth of the time that a fingerprint takes
    return digest(msgspec.json.encode((words, folder, [(s.name, s.digest) for s in stamps])))


def changed_meanwhile(root: Path, folder: str, stamps: tuple[Stamp, ...]) -> bool:
    """Whether a file no longer is what the key says: its parse must not be kept under that key."""
    for stamp in stamps:
        try:
            stat = os.stat(f"{root}/{folder}/{stamp.name}")  # noqa: PTH116 a Path costs more
        except FileNotFoundError:
            return True
        if (stat.st_size, stat.st_mtime_ns) != (stamp.size, stamp.mtime):
            return True
    return False
