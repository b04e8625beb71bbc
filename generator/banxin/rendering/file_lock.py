"""A lock on an open file, which the system lets go of with its process, even a killed one."""

from __future__ import annotations

import sys
from typing import IO


def try_to_lock(file: IO[bytes]) -> bool:
    """Whether the lock is ours now; False, too, where this disk has no locks."""
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
