"""rclone as a process that is asked over a local socket: one login for a whole deploy."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from base64 import b64encode
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import IO, Any, Self, cast

STARTING = 20.0  # seconds
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
_OPTIONS = (
    *("--rc-addr", "127.0.0.1:0", "--use-json-log", "--log-level", "NOTICE"),
    *("--ask-password=false", "--contimeout", "15s", "--timeout", "60s"),
    *("--low-level-retries", "3", "--retries", "1"),
    "--s3-no-check-bucket",  # a bucket whose name is mistyped must not come into being
)
# Ends rclone when we end, even killed: nobody else would, and it would go on alone.
_GUARD = """
import subprocess, sys, threading
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
def watch():
    sys.stdin.buffer.read()
    child.kill()
threading.Thread(target=watch, daemon=True).start()
sys.exit(child.wait())
"""


class RcloneMissing(Exception):
    """There is none on this computer, or it doesn't start."""


class RcloneError(Exception):
    """What rclone said of a call that failed: English, and possibly with secrets in it."""


def find_rclone() -> str | None:
    """The program of our own environment, else of the system; its path."""
    own = shutil.which("rclone", path=str(Path(sys.executable).parent))
    return own or shutil.which("rclone")


class Rclone:
    """Ready between ``with`` and its end. Calls may come from several threads."""

    def __init__(self, environ: Mapping[str, str] = os.environ, program: str | None = None) -> None:
        self._environ, self._program = environ, program or find_rclone()
        self._said: deque[str] = deque(maxlen=50)
        self._lines: Queue[str] = Queue()
        self._password = secrets.token_hex(16)
        self._ending = ExitStack()
        self._address = ""
        # whatever proxy the system has, it isn't on the way to ourselves
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def __enter__(self) -> Self:
        """Raises RcloneMissing."""
        if not self._program:
            raise RcloneMissing
        own = {"RCLONE_RC_USER": "banxin", "RCLONE_RC_PASS": self._password}
        try:
            process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _GUARD, self._program, "rcd", *_OPTIONS],
                env={**self._environ, **own},
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise RcloneMissing(error) from error
        listener = threading.Thread(target=self._listen, args=(process.stderr,), daemon=True)
        listener.start()
        self._ending.enter_context(process)  # waits for its end
        self._ending.callback(listener.join)
        self._ending.enter_context(cast(IO[str], process.stdin))  # the guard watches it
        self._wait_for_address()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending.close()

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """``operations/list`` and the like. Raises RcloneError."""
        request = urllib.request.Request(self._address + method, json.dumps(parameters).encode())
        request.add_header("Content-Type", "application/json")
        login = b64encode(f"banxin:{self._password}".encode()).decode()
        request.add_header("Authorization", f"Basic {login}")
        try:
            with self._opener.open(request) as answer:
                found: dict[str, Any] = json.load(answer)
        except urllib.error.HTTPError as error:
            raise RcloneError(_reason(error.read())) from None
        except (OSError, ValueError) as error:
            raise RcloneError(f"rclone ended: {error}") from None
        return found

    def errors(self) -> tuple[str, ...]:
        """What it complained of lately, of single files as well."""
        return tuple(self._said)

    def _listen(self, stream: Iterable[str]) -> None:
        for line in stream:
            self._lines.put(line)
            if said := _complaint(line):
                self._said.append(said)
        self._lines.put("")

    def _wait_for_address(self) -> None:
        try:
            while line := self._lines.get(timeout=STARTING):
                if found := _ADDRESS.search(line):
                    self._address = found[0]
                    return
        except Empty:
            self._said.append(f"silent for {STARTING:g} s")
        self._ending.close()
        raise RcloneMissing("; ".join(self._said))


def _complaint(line: str) -> str:
    """What it logs as an error, and what isn't its log; "" for what it only remarks."""
    try:
        message = json.loads(line)
        if message["level"] in ("notice", "info", "debug"):
            return ""
        return f"{message.get('object', '')}: {message['msg']}"
    except (ValueError, KeyError, TypeError):
        return line.strip()


def _reason(answer: bytes) -> str:
    try:
        return str(json.loads(answer)["error"])
    except (ValueError, KeyError, TypeError):
        return answer.decode("utf-8", "replace")[:200]
