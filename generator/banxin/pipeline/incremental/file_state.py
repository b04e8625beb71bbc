"""What an issue's files looked like when they were read, and whether they still do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

import msgspec

from banxin.content.frontmatter import Held, content
from banxin.content.scan import FileEntry, IssueFolder
from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.store import FileState

UNSETTLED_NS = 2_000_000_000  # a file this young may change again within one clock tick


def is_settled(mtime: int, now: int) -> bool:
    """Whether what was changed then can't have changed again unseen. Both in nanoseconds."""
    return mtime < now - UNSETTLED_NS


def file_states(
    root: Path, folder: IssueFolder, known: tuple[FileState, ...]
) -> tuple[FileState, ...]:
    """States of the folder's files; only files that don't look as they did are read."""
    if _all_settled(folder.files, known):
        return known
    old = {state.file.name: state for state in known}
    now = time.time_ns()
    return tuple(
        _file_state(root, folder.path, file, old.get(file.name), now) for file in folder.files
    )


def _all_settled(files: tuple[FileEntry, ...], known: tuple[FileState, ...]) -> bool:
    """Whether all files look as they did, which is nearly always so: asked quickly."""
    for file, state in zip(files, known, strict=False):
        if file != state.file or not state.settled:
            return False
    return len(files) == len(known)


def _file_state(
    root: Path, folder: str, file: FileEntry, old: FileState | None, now: int
) -> FileState:
    if old and old.settled and old.file == file:
        return old
    return _state_of(file, content(f"{root}/{folder}/{file.name}"), now)


def _state_of(file: FileEntry, data: bytes, now: int) -> FileState:
    return FileState(file, is_settled(file.mtime, now), digest(data))


def read_all(root: Path, folder: IssueFolder) -> tuple[tuple[FileState, ...], Held]:
    """States of a new folder's files, each of which is read once; and its texts."""
    now = time.time_ns()
    states, held = [], {}
    for file in folder.files:
        path = f"{folder.path}/{file.name}"
        data = content(f"{root}/{path}")
        states.append(_state_of(file, data, now))
        if path.endswith(".md"):
            held[path] = data
    return tuple(states), held


def parse_key(reading_digest: str, folder: str, states: Iterable[FileState]) -> str:
    """What a folder's parse depends on: the program, the vocabulary, its names and contents."""
    # unambiguous, and for nothing but texts quicker than a fingerprint
    return digest(
        msgspec.json.encode((reading_digest, folder, [(s.file.name, s.digest) for s in states]))
    )


def changed_since(root: Path, folder: str, states: tuple[FileState, ...]) -> bool:
    """Whether a file no longer is what the key says: its parse must not be kept under that key."""
    for state in states:
        try:
            path = f"{root}/{folder}/{state.file.name}"
            stat = os.stat(path)  # noqa: PTH116 a Path costs more
        except FileNotFoundError:
            return True
        if FileEntry.of(state.file.name, stat) != state.file:
            return True
    return False
