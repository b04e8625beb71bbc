"""What is measured: each case makes its situation unmeasured, then times one run."""

from __future__ import annotations

import itertools
import os
import socket
import statistics
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

from . import corpus
from .meter import Cost, Memory, measure, running
from .tool import REPOSITORY, Tool

PATIENCE = 600  # seconds for a preview to answer
LOOK = 0.02  # seconds between two looks at the preview
EDITS = 10


@dataclass(slots=True)
class Bench:
    """One tool with an archive of ``size`` issues, which grows by one with each daily case."""

    tool: Tool
    size: int
    attic: Path  # on the same file system: what is put out of the way, deleted at the very end
    whole: bool = False  # it was built, with its search index
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    def run(self, command: tuple[str, ...]) -> Cost:
        """Time one run. Its sources are in memory, as a checkout leaves them."""
        _read(self.tool.content)
        log = self.attic / f"{self.tool.name}-{next(self.numbers)}.log"
        return measure(command, folder=REPOSITORY, log=log)

    def put_away(self, path: Path) -> None:
        """Deleting a large tree would slow the file system down for the run that follows."""
        if path.exists():
            path.rename(self.attic / f"{self.tool.name}-{next(self.numbers)}")

    def edit(self, issue: corpus.Issue) -> str:
        """Append a paragraph to the issue's first article; returns its text."""
        words = f"更正第{time.monotonic_ns()}号。"
        with (self.tool.content / self.tool.source(issue)).open("a", encoding="utf-8") as file:
            file.write(f"\n{words}\n")
        return words


Case = Callable[[Bench], Cost]


def clean(bench: Bench) -> Cost:
    for path in (bench.tool.output, *bench.tool.kept):
        bench.put_away(path)
    bench.whole = bench.tool.build == bench.tool.build_plain
    return bench.run(bench.tool.build_plain)


def search(bench: Bench) -> Cost:
    bench.run(bench.tool.build_plain)
    bench.whole = True
    return bench.run(bench.tool.build)


def after(change: Callable[[Bench], None]) -> Case:
    """Built before, whichever cases were measured until then, and changed since."""

    def case(bench: Bench) -> Cost:
        if not bench.whole:
            bench.run(bench.tool.build)
        bench.whole = True
        change(bench)
        return bench.run(bench.tool.build)

    return case


def leave(_bench: Bench) -> None:
    """The site is as it was built."""


def correct(bench: Bench) -> None:
    bench.edit(corpus.issue(max(1, bench.size // 2)))


def add_issue(bench: Bench) -> None:
    bench.size += 1
    bench.tool.write(bench.tool.content, corpus.issue(bench.size))


def touch_sources(bench: Bench) -> None:
    """All sources have new times; cache and output came back from an archive that keeps theirs."""
    _touch(bench.tool.content)


def copy_output(bench: Bench) -> None:
    """The same with an output folder that was copied without its times."""
    _touch(bench.tool.content)
    _touch(bench.tool.output)


def rename_paper(bench: Bench) -> None:
    """The paper has another name, as after a change of its theme."""
    file, (one, other) = bench.tool.settings, corpus.NAMES
    text = file.read_text(encoding="utf-8")
    old, new = (one, other) if one in text else (other, one)
    file.write_text(text.replace(old, new), encoding="utf-8")


def _read(folder: Path) -> None:
    for parent, _, files in os.walk(folder):
        for name in files:
            Path(parent, name).read_bytes()


def _touch(folder: Path) -> None:
    for parent, _, files in os.walk(folder):
        for name in files:
            os.utime(f"{parent}/{name}")


CASES: dict[str, tuple[str, Case]] = {
    "clean": ("clean build, no search", clean),
    "search": ("search index from nothing", search),
    "unchanged": ("nothing changed", after(leave)),
    "corrected": ("one old article corrected", after(correct)),
    "daily": ("one issue added", after(add_issue)),
    "clone": ("fresh clone, cache and output restored", after(touch_sources)),
    "copied": ("the same, output's times lost", after(copy_output)),
    "everything": ("every page changed", after(rename_paper)),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """Seconds to the first page, the median from save to new page, and bytes at most."""

    start: float
    edit: float
    slowest: float
    peak: int


def preview(bench: Bench) -> Preview:
    """The tool's own preview: start it, then save ten times and wait for the new page."""
    issue = corpus.issue(max(1, bench.size // 2))
    port = free_port()
    address = f"http://127.0.0.1:{port}/{bench.tool.address(issue)}"
    log = bench.attic / f"{bench.tool.name}-preview-{next(bench.numbers)}.log"
    started = time.perf_counter()
    with running(bench.tool.serve(port), folder=REPOSITORY, log=log) as memory:
        _await(address, issue.stories[0].title, memory)
        start = time.perf_counter() - started
        seconds = []
        for _ in range(EDITS):
            time.sleep(2)  # an editor doesn't save twice in a second
            saved = time.perf_counter()
            _await(address, bench.edit(issue), memory)
            seconds.append(time.perf_counter() - saved)
        return Preview(start, statistics.median(seconds), max(seconds), memory.peak)


def _await(address: str, words: str, memory: Memory) -> None:
    """Ask until the page shows ``words``. Raises TimeoutError."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if words.encode() in answer.read():
                    return
        except (OSError, HTTPException):
            pass  # it isn't listening yet, has no such page yet, or is just writing it
        time.sleep(LOOK)
    raise TimeoutError(f"{address}: {words} ({memory.peak} bytes)")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
