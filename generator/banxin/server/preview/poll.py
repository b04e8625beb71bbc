"""Looking at files in turn, where the system can't tell of changes by itself."""

from __future__ import annotations

import os
import platform
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from banxin.pipeline.open_files import NONE_LEFT

_PAUSE = 0.3  # seconds between two looks, at least
_SHARE = 4  # a look that takes long is followed by a pause this many times as long


def is_needed(root: Path, environ: Mapping[str, str]) -> bool:
    """Whether to look from the start: when asked to, and on Windows' disks as seen from WSL."""
    asked = environ.get("WATCHFILES_FORCE_POLLING", "").lower()
    if asked:
        return asked not in ("false", "disable", "disabled")
    return "microsoft" in platform.release().lower() and root.is_relative_to("/mnt")


def poll(folders: Iterable[Path], stop: threading.Event) -> Iterator[set[str]]:
    """After each look, the paths of files that differ; the first look finds none that do.

    Our own, because the one of watchfiles knows times by the second and so misses the last of
    two quick saves.
    """
    known: dict[str, tuple[int, int]] | None = None
    while not stop.is_set():
        started = time.monotonic()
        seen = {entry.path: _stamp(entry) for folder in folders for entry in _below(str(folder))}
        before = seen if known is None else known
        yield {p for p in seen.keys() | before.keys() if seen.get(p) != before.get(p)}
        known = seen
        stop.wait(max(_PAUSE, _SHARE * (time.monotonic() - started)))


def _below(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    yield from _below(entry.path)
                else:
                    yield entry
    except OSError as error:
        if error.errno in NONE_LEFT:  # it is still there, only we can't see it
            raise
        return  # gone while we looked: the next look says so


def _stamp(entry: os.DirEntry[str]) -> tuple[int, int]:
    try:
        stat = entry.stat()
    except OSError:
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
