"""What a server grants its clients: time to ask, and a connection while there are any."""

from __future__ import annotations

import io
import socket
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from banxin.pipeline.open_files import NONE_LEFT

REST = 0.5  # seconds until the system is asked once more


class Crowd:
    """Entered to accept a connection: rests where the system has no more files to give.

    Whoever waits goes on waiting; to ask again at once would only keep the machine busy. ``tell``
    is called once, until connections are accepted again.
    """

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._told = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        crowded = isinstance(error, OSError) and error.errno in NONE_LEFT
        if crowded and not self._told:
            self._tell()
        self._told = crowded
        if crowded:
            time.sleep(REST)


class TimedRequest(io.RawIOBase):
    """What a client sends, for so many seconds in all, however little it sends at a time."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection = connection
        self._until = time.monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        usual = self._connection.gettimeout()
        self._connection.settimeout(left)
        try:
            return self._connection.recv_into(buffer)
        finally:
            self._connection.settimeout(usual)
