"""Builds as processes of their own, to be killed; and what is left of them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.support.paper import Paper
from tests.support.paths import ROOT

PATIENCE = 10.0  # seconds for a process to end, on a machine that is busy
BUILD = """
import sys
from pathlib import Path
from banxin.pipeline import build, drawing
from banxin.pipeline.incremental import loading
from banxin.pipeline.project import Options, Project
drawing.WORTH_SPREADING = loading.WORTH_SPREADING = 8
root, search = Path(sys.argv[1]), "--search" in sys.argv
options = Options(root / "output", search=search, processes=3)
def progress(phase, done, total):
    if phase == ("search" if search else "draw"): print(done, flush=True)
try:
    build.build(Project(root), options, progress)
except KeyboardInterrupt:
    sys.exit(130)
"""


class Killer:
    """Starts builds as processes that can be told from all others, and kills them."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.mark = f"BANXIN_TEST={paper.root}"

    def start(self, *more: str) -> subprocess.Popen[bytes]:
        name, _, value = self.mark.partition("=")
        return subprocess.Popen(
            (sys.executable, "-c", BUILD, str(self.paper.root), *more),
            cwd=ROOT,
            env={**os.environ, name: value},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # as a terminal's command is
        )

    def build(self) -> None:
        process = self.start()
        process.communicate()
        assert process.returncode == 0

    def processes(self, *, but: str) -> list[int]:
        """Those that some build began and that still live, by number; ``but`` those of a name."""
        found = self._folders()
        return [int(f.name) for f in found if but.encode() not in _command(f)]

    def left(self) -> list[str]:
        """The same by their command lines."""
        return [command.decode() for f in self._folders() if (command := _command(f))]

    def _folders(self) -> Iterator[Path]:
        for folder in Path("/proc").iterdir():
            with suppress(OSError):  # it has ended, or isn't ours
                if folder.name.isdecimal() and self.mark.encode() in (
                    (folder / "environ").read_bytes().split(b"\0")
                ):
                    yield folder

    def wait_for_all(self) -> list[str]:
        """Those that are left after a while."""
        until = time.monotonic() + PATIENCE
        while (left := self.left()) and time.monotonic() < until:
            time.sleep(0.05)
        return left


def _command(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:  # it has ended
        return b""


def rename(paper: Paper, name: str) -> None:
    """Every page of the site shows it."""
    file = paper.root / "content" / "paper.yml"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join((f"name: {name}", *lines[1:])), "utf-8")
