"""One task that follows good builds, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Background:
    """Runs ``task`` after each ``ask``, one run at a time.

    Asks that come while it runs are answered by one more run, since what it worked on is out of
    date. An exception goes to ``failed`` and ends nothing.
    """

    def __init__(self, task: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        self._task = task
        self._failed = failed
        self._asked = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="after-build", daemon=True)
        self._thread.start()

    def ask(self) -> None:
        self._asked.set()

    def close(self, seconds: float = 2.0) -> None:
        """No further run; one that is under way gets ``seconds`` to end."""
        self._closed = True
        self._asked.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            if self._closed:
                return
            try:
                self._task()
            except Exception as error:  # whatever it is, the pages are served all the same
                self._failed(error)
