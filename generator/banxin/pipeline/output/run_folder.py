"""A folder of one run's own, that nobody else's run takes for its own or for abandoned."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import IO

LOCK = ".lock"


@contextmanager
def run_folder(beside: Path) -> Iterator[Path]:
    """A folder for what is drawn, made by whoever writes to it first; it is gone afterwards.

    Its name begins with that of ``beside``. A file beside it is locked as long as this process
    lives: the system lets go of the lock even when the process is killed. Folders of runs that
    were killed, whose locks nobody holds, are removed here.
    """
    _sweep(beside)
    beside.parent.mkdir(parents=True, exist_ok=True)
    folder, lock = _locked(beside)
    with lock:
        try:
            yield folder
        finally:
            _remove(folder)


def _locked(beside: Path) -> tuple[Path, IO[bytes]]:
    """A new name, and its lock: taken again under another name if somebody just swept it away."""
    while True:
        folder = beside.with_name(f"{beside.name}-{token_hex(8)}")
        file = _lock_of(folder).open("wb")
        _try_to_lock(file)  # where there are no locks, the name alone keeps runs apart
        if _lock_of(folder).exists():
            return folder, file
        file.close()


def _sweep(beside: Path) -> None:
    """Remove folders of runs that are over. One without a lock is what a dying process wrote."""
    for found in beside.parent.glob(f"{beside.name}*"):
        folder = found.with_suffix("")
        try:
            with _lock_of(folder).open("ab") as lock:
                is_over = _try_to_lock(lock)
        except OSError:  # on Windows nobody else may open what is locked
            is_over = False
        if is_over:
            _remove(folder)


def _remove(folder: Path) -> None:
    """The folder first: as long as there is one, a lock or its absence says whose it is."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        _lock_of(folder).unlink(missing_ok=True)
    except PermissionError:  # on Windows it can't go while it is open: the next run's task
        return


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}{LOCK}")


def _try_to_lock(file: IO[bytes]) -> bool:
    """Whether the lock is ours now; without locks on this disk, nothing is known to be over."""
    try:
        if sys.platform == "win32":  # pragma: no cover
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
