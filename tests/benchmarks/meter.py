"""What a command costs: seconds, processor time and memory, of it and of all it starts."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05  # seconds between two looks at the memory, at first
SHARE = 0.02  # of the time so far: later looks are rarer, for a look takes 10 ms from what it sees
PR_SET_CHILD_SUBREAPER = 36  # linux/prctl.h
PAGE = os.sysconf("SC_PAGE_SIZE")


class CommandFailed(Exception):
    """The command that was measured didn't end well; the message has the end of its output."""


@dataclass(frozen=True, slots=True)
class Cost:
    """``cpu``: user and system seconds of all processes; ``peak``: bytes, see ``Memory``."""

    wall: float
    cpu: float
    peak: int
    load: float  # of the machine when the command was started


class Memory:
    """The most memory that the processes of one session held at one time, sampled.

    Several processes: the sum of their PSS, in which shared memory counts once. One process: its
    RSS, because reading the PSS of gigabytes would take time from what is measured.
    """

    def __init__(self, session: int) -> None:
        self.session = session
        self.peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        started = time.monotonic()
        while not self._over.wait(max(INTERVAL, SHARE * (time.monotonic() - started))):
            members = tuple(_members(self.session))
            read = _pss if len(members) > 1 else _rss
            self.peak = max(self.peak, sum(read(process) for process in members))


def _members(session: int) -> Iterator[Path]:
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has just ended
                continue
            if int(fields[3]) == session:
                yield process


def _pss(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _rss(process: Path) -> int:
    try:
        return int((process / "statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def measure(command: Sequence[str], *, folder: Path, log: Path) -> Cost:
    """Run ``command`` in ``folder`` to its end. Raises CommandFailed unless it ends with 0."""
    _adopt_orphans()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    load, started = os.getloadavg()[0], time.perf_counter()
    with log.open("wb") as output:
        process = _start(command, folder, output.fileno())
        memory = Memory(process.pid)
        process.wait()
        wall = time.perf_counter() - started
        memory.stop()
    _wait_for_orphans(process.pid)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandFailed(f"{' '.join(command)}: {process.returncode}\n{tail}")
    cpu = usage.ru_utime - before.ru_utime + usage.ru_stime - before.ru_stime
    return Cost(wall, cpu, memory.peak, load)


def _adopt_orphans() -> None:
    """What outlives the command that started it becomes our child, so that its time is counted."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _wait_for_orphans(session: int) -> None:
    """Those of the process group that the command leads; another child of ours may go on."""
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-session, 0)


@contextmanager
def running(command: Sequence[str], *, folder: Path, log: Path) -> Iterator[Memory]:
    """``command`` in the background until the block ends, and the memory it holds."""
    with log.open("wb") as output:
        process = _start(command, folder, output.fileno())
        memory = Memory(process.pid)
        try:
            yield memory
        finally:
            memory.stop()
            process.terminate()
            process.wait()


def _start(command: Sequence[str], folder: Path, output: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,  # its number is how all that it starts is found
    )
