"""Loaded by the process that workers are forked from, and by nothing else.

A worker that begins while its pool is given up, since another was killed, finds no locks to work
with and no parent to hear from. Its jobs are done without it; a traceback would say of a build
that ends well that it didn't. Any other failure to begin is said as Python says it.
"""

from __future__ import annotations

import sys
from types import TracebackType

POOL_IS_GONE = (FileNotFoundError, EOFError, ConnectionError)  # no locks; no parent


def say_unless_pool_is_gone(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A ``sys.excepthook`` for workers that don't run yet; those that run have no use for it."""
    if not issubclass(kind, POOL_IS_GONE):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = say_unless_pool_is_gone
