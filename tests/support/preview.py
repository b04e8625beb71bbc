"""A preview that runs in a thread, over a build that copies files, and a visitor for it."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict, TypeVar, Unpack
from urllib.parse import quote

from banxin.pipeline.build import Report
from banxin.pipeline.context import PriorityPages, Progress
from banxin.pipeline.incremental.state import IncrementalState
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed, Place, Problem, Severity
from banxin.problems.texts import Language
from banxin.server.preview import serve
from banxin.server.preview.loop import Build

PAGE = "<!doctype html><title>{0}</title><body><h1>{0}</h1></body>"
Value = TypeVar("Value")
SECONDS = 20.0  # how long a test waits for what must come, on a machine that is busy


@dataclass(slots=True)
class CopyingBuild:
    """Builds by copying content/ and themes/ to the output, whole or not at all.

    What a file says makes it fail: ``@@error`` at its place, ``@@crash`` with a bug.
    """

    base: str = "/"
    builds: int = 0
    states: list[IncrementalState] = field(default_factory=list)  # what each build was given
    go: threading.Event = field(default_factory=threading.Event)  # a build waits for it
    progress: Progress = field(init=False, repr=False)  # of the latest build
    priority: PriorityPages = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.go.set()

    def base_path(self) -> str:
        return self.base

    def __call__(
        self,
        project: Project,
        options: Options,
        progress: Progress,
        state: IncrementalState,
        priority: PriorityPages,
    ) -> Report:
        self.progress, self.priority = progress, priority
        self.builds += 1
        self.states.append(state)
        self.go.wait(SECONDS)
        sources = dict(_sources(project))
        found = tuple(_complaints(project, sources))
        if any(p.severity is Severity.ERROR for p in found):
            raise BuildFailed(found)
        drawn = [p for p, f in sources.items() if _differs(f, options.output / p)]
        removed = [p for p in _files(options.output) if p not in sources]
        for path in drawn:
            (options.output / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(sources[path], options.output / path)
        for path in removed:
            (options.output / path).unlink()
        return Report(
            outputs=len(sources),
            drawn=tuple(drawn),
            removed=tuple(removed),
            warnings=found,
            phases=(),
            size=0,
            state=IncrementalState((project, options)),
        )


def _sources(project: Project) -> Iterator[tuple[str, Path]]:
    for folder in (project.content, project.themes):
        yield from ((path, folder / path) for path in _files(folder))


def _files(folder: Path) -> list[str]:
    return [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]


def _differs(source: Path, target: Path) -> bool:
    return not target.is_file() or source.read_bytes() != target.read_bytes()


def _complaints(project: Project, sources: dict[str, Path]) -> Iterator[Problem]:
    for file in sources.values():
        path = file.relative_to(project.root).as_posix()
        for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").split("\n"), 1):
            if "@@crash" in line:
                raise ZeroDivisionError("nobody thought of that")
            for mark, severity in (("@@error", Severity.ERROR), ("@@warn", Severity.WARNING)):
                if mark in line:
                    yield Problem(
                        Place(path, number, line.index(mark) + 1), "stray-file", (), severity
                    )


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(slots=True)
class Preview:
    """A project in ``root``, its preview, and what that said."""

    root: Path
    builder: CopyingBuild
    said: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def output(self) -> Path:
        return self.root / ".banxin" / "preview"

    @property
    def port(self) -> int:
        line = wait(lambda: next((s for s in self.said if "http://" in s), ""))
        return int(re.findall(r":(\d+)/", line)[0])

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # whole and at once, as editors do it: never seen half written, however slow the machine
        saving = self.root / ".saving"
        saving.write_bytes(text.encode() if isinstance(text, str) else text)
        return saving.replace(file)

    def get(self, path: str, *, method: str = "GET", host: str = "") -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
            connection.endheaders()
            answer = connection.getresponse()
            return Reply(answer.status, dict(answer.headers.items()), answer.read())
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """What comes back until the server hangs up."""
        with socket.create_connection(("127.0.0.1", self.port), SECONDS) as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    @contextmanager
    def events(self, at: str = "") -> Iterator[Callable[[], dict[str, Any]]]:
        """Call what it gives for the next state that pages open at ``at`` are told of."""
        with socket.create_connection(("127.0.0.1", self.port), SECONDS) as connection:
            host = f"Host: localhost:{self.port}\r\n\r\n"
            request = f"GET /__banxin/events?at={quote(at, safe='')} HTTP/1.1\r\n"
            connection.sendall((request + host).encode())
            with connection.makefile("rb") as stream:
                yield lambda: next(
                    json.loads(line[6:]) for line in stream if line.startswith(b"data: ")
                )

    def built(self) -> int:
        """How many builds have been told of."""
        return sum("生成：" in line for line in self.said)

    def wait_for_build(self, before: int) -> None:
        wait(lambda: self.built() > before)


def wait(what: Callable[[], Value], seconds: float = SECONDS) -> Value:
    """The first true value of ``what()``; fails when there is none in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := what():
            return value
        time.sleep(0.01)
    raise AssertionError(f"nothing came in {seconds} s")


class ServeSettings(TypedDict, total=False):
    """What a test may tell ``serve`` otherwise than it is told here."""

    build: Build
    base_path: Callable[[], str]
    host: str
    port: int
    open_browser: bool
    language: Language
    after_build: Callable[[IncrementalState], None]


@contextmanager
def previewed(
    root: Path, builder: CopyingBuild | None = None, **settings: Unpack[ServeSettings]
) -> Iterator[Preview]:
    """A running preview of ``root``; stopped, and its end awaited, on leaving."""
    preview = Preview(root, builder or CopyingBuild())
    standard: ServeSettings = {
        "build": preview.builder,
        "base_path": preview.builder.base_path,
        "port": 0,
    }
    crashed: list[BaseException] = []

    def run() -> None:
        try:
            serve(
                Project(root),
                Options(output=preview.output),
                **standard | settings,
                say=preview.said.append,
                stop=preview.stop,
            )
        except BaseException as error:
            crashed.append(error)

    thread = threading.Thread(target=run, name="preview")
    thread.start()
    try:
        assert preview.port
        yield preview
    finally:
        preview.stop.set()
        thread.join(SECONDS)
    assert not thread.is_alive()
    assert not crashed
