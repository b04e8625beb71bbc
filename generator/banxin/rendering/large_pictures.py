"""Of very large pictures two are worked on at a time, however many processes there are.

Fifty megapixels take up to half a gigabyte while they are scaled. Who works on one holds a lock on
one of two files; the system lets go of it when the process ends, even if it is killed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from banxin.rendering.file_lock import try_to_lock

LARGE = 24_000_000  # pixels; a common camera's picture has fewer
AT_A_TIME = 2
_LOOK = 0.05  # seconds between two looks at the locks
_PATIENCE = 300.0  # seconds; there are disks without locks, and on one nobody ever gets any


@contextmanager
def turn(folder: Path, pixels: int) -> Iterator[None]:
    """Wait until a picture of so many ``pixels`` may be opened. The locks lie in ``folder``."""
    lock = _wait(folder) if pixels > LARGE else None
    try:
        yield
    finally:
        if lock:
            lock.close()


def _wait(folder: Path) -> IO[bytes] | None:
    """The lock; None where there is none to be had."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        for n in range(AT_A_TIME):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                file = (folder / f"large-{n}.lock").open("ab")
            except OSError:
                return None
            if try_to_lock(file):
                return file
            file.close()
        time.sleep(_LOOK)
    return None
