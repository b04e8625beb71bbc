"""``python -m banxin`` is ``banxin``: here it begins, before anything that takes time is loaded."""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn

INTERRUPTED = 130


def start() -> NoReturn:
    """The command line. Ctrl-C has one answer, even while modules are being loaded."""
    try:
        from banxin.cli import run

        run()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _say_so()
        os._exit(INTERRUPTED)


def _say_so() -> None:
    from banxin.problems.texts import say
    from banxin.problems.texts.language import chosen

    print(
        say("terminal.interrupted", chosen(sys.argv[1:], os.environ)), file=sys.stderr, flush=True
    )


if __name__ == "__main__":
    start()
