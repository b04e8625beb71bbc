"""Pagefind as a child process: records in, the files of an index out.

Pagefind's protocol: JSON in base64, messages parted by commas, answers in any order with the
number of their question. WriteFiles isn't used: 1.5.2 answers it before its data are on disk.
"""

from __future__ import annotations

import base64
import json
import os
import queue
import subprocess
import tempfile
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PATIENCE = 60  # seconds without an answer; a bundle takes three
# Postings in a file of the index. Smaller files make a first query cheaper, the list of files
# longer, and there are more to publish: of a year, ten rare names cost 87 kB on average with 800,
# 84 with 1,000, 89 with 1,200, 92 with 1,500, 105 with 1,800
POSTINGS = "1200"


class SearchFailed(Exception):
    """Pagefind can't do its work; ``code`` and ``details`` are those of a Problem."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details


def binary() -> Path:
    """Where the package pagefind-bin put Pagefind. Raises SearchFailed."""
    try:
        from pagefind_bin import get_executable

        path: Path = get_executable()
    except (ImportError, OSError) as error:
        raise SearchFailed("search-not-installed", why=error) from error
    return path


def index(executable: Path, records: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    """The files of the index of ``records``, in their order, by path. Raises SearchFailed."""
    with PagefindService(executable) as service:
        number = service.call("NewIndex", config={})["index_id"]
        sent = [service.send("AddRecord", index_id=number, **record) for record in records]
        for message in sent:
            service.wait(message)
        files = service.call("GetFiles", index_id=number)["files"]
        return {file["path"]: base64.b64decode(file["content"]) for file in files}


class PagefindService:
    """One running ``pagefind --service``; killed at the end of the ``with``."""

    def __init__(self, executable: Path, patience: float | None = None) -> None:
        self.patience = PATIENCE if patience is None else patience
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed in __exit__
        self._count = 0
        self._answers: dict[int, dict[str, Any]] = {}
        self._arrived: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._asked: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._process = self._start(executable)
        both = (self._listen, self._ask)
        self._threads = [threading.Thread(target=one, daemon=True) for one in both]
        for thread in self._threads:
            thread.start()

    def _start(self, executable: Path) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": POSTINGS}
        try:
            return subprocess.Popen(
                (executable, "--service"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=environment,
            )
        except OSError as error:
            self._errors.close()
            raise SearchFailed("search-not-running", why=error.strerror or error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._asked.put(None)
        for thread in self._threads:  # each closes its pipe; one that can't is left to itself
            thread.join(1)
        self._errors.close()

    def call(self, action: str, **values: object) -> dict[str, Any]:
        return self.wait(self.send(action, **values))

    def send(self, action: str, **values: object) -> int:
        """Ask, and go on; the number is for ``wait``."""
        self._count += 1
        message = {"message_id": self._count, "payload": {"type": action, **values}}
        self._asked.put(base64.b64encode(json.dumps(message).encode()) + b",")
        return self._count

    def wait(self, number: int) -> dict[str, Any]:
        """The answer to a question; raises SearchFailed if there is none, or it is no answer."""
        while number not in self._answers:
            self._receive()
        answer = self._answers.pop(number)
        if answer.get("type") == "Error":
            raise SearchFailed("search-refused", why=answer.get("message"))
        return answer

    def _receive(self) -> None:
        try:
            message = self._arrived.get(timeout=self.patience)
        except queue.Empty as error:
            raise SearchFailed("search-silent", seconds=round(self.patience)) from error
        if message is None:
            raise self._died()
        try:
            answer = json.loads(base64.b64decode(message, validate=True))
            number, payload = answer["message_id"], dict(answer["payload"])
        except (ValueError, KeyError, TypeError) as error:
            said = message[:60].decode(errors="replace")
            raise SearchFailed("search-nonsense", said=said) from error
        if number is None:  # it couldn't read a question, and doesn't know whose it was
            raise SearchFailed("search-refused", why=payload.get("message"))
        self._answers[number] = payload

    def _ask(self) -> None:
        """Runs in a thread of its own: a program that doesn't read what it is sent would hold up
        whoever sends it for ever."""
        # an error: it has died, and the one who listens hears of it
        with suppress(OSError), self._process.stdin as pipe:  # type: ignore[union-attr]
            while message := self._asked.get():
                pipe.write(message)
                if self._asked.empty():
                    pipe.flush()

    def _listen(self) -> None:
        """Runs in a thread of its own: answers must be taken while questions are being sent."""
        rest: list[bytes] = []
        with suppress(OSError, ValueError), self._process.stdout as pipe:  # type: ignore[union-attr]
            while chunk := pipe.read1(1 << 16):  # type: ignore[union-attr]
                *whole, last = chunk.split(b",")
                if whole:
                    self._arrived.put(b"".join((*rest, whole[0])))
                    for message in whole[1:]:
                        self._arrived.put(message)
                    rest = []
                rest.append(last)
        left = b"".join(rest).strip()
        if left and not self._process.wait():  # half an answer of one that died is no answer
            self._arrived.put(left)
        self._arrived.put(None)

    def _died(self) -> SearchFailed:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace").strip().splitlines()
        return SearchFailed(
            "search-died", status=self._process.poll(), said=said[-1] if said else "–"
        )
