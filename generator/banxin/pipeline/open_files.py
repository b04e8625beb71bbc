"""How many files a process may have open at a time is limited, and not by us."""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack

NONE_LEFT = (errno.EMFILE, errno.ENFILE)
ENOUGH = 16  # files: two databases with what belongs to them, a lock, a source


def are_too_many() -> bool:
    """Whether a build can't have the few files that it needs. Libraries don't always say why."""
    with ExitStack() as opened:
        try:
            for _ in range(ENOUGH):
                opened.callback(os.close, os.open(os.devnull, os.O_RDONLY))
        except OSError as error:
            return error.errno in NONE_LEFT
    return False
