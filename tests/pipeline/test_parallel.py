from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from itertools import islice
from multiprocessing import get_all_start_methods
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest

from banxin.pipeline import parallel
from banxin.pipeline.parallel import processors, run_parallel, start_workers
from tests.support.paths import ROOT


def square(number: int) -> int:
    return number * number


def die_once(path: str) -> str:
    """Kill the process that comes first; the mark keeps it from happening again."""
    mark = Path(path)
    if mark.suffix == ".kill" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return path


def squares() -> AbstractContextManager[Callable[[int], int]]:
    return nullcontext(square)


def killers() -> AbstractContextManager[Callable[[str], str]]:
    return nullcontext(die_once)


@contextmanager
def numbered(folder: Path) -> Iterator[Callable[[int], str]]:
    """Gives for each job which opening it was done with; a file more in ``folder`` for each."""
    with NamedTemporaryFile(dir=folder, delete=False) as opened:
        yield lambda _: opened.name
    Path(opened.name).with_suffix(".closed").touch()


@pytest.mark.parametrize(("processes", "least"), [(1, 0), (2, 1000), (2, 1)])
def test_results_come_in_order_however_many_processes_there_are(processes: int, least: int) -> None:
    jobs = range(60)
    assert list(run_parallel(squares, jobs, processes=processes, least=least)) == [
        n * n for n in jobs
    ]


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    jobs = [str(tmp_path / f"{n}{'.kill' if n == 3 else '.txt'}") for n in range(60)]
    assert list(run_parallel(killers, jobs, processes=2, least=1)) == jobs


def test_processes_begun_early_are_the_ones_that_work() -> None:
    start_workers(2)
    assert list(run_parallel(squares, range(40), processes=2, least=1)) == [
        n * n for n in range(40)
    ]


@pytest.mark.parametrize(("processes", "most"), [(1, 1), (2, 2)])
def test_what_a_function_works_with_is_opened_once_a_process(
    tmp_path: Path, processes: int, most: int
) -> None:
    opening = partial(numbered, tmp_path)
    found = set(run_parallel(opening, range(200), processes=processes, least=1))
    assert len(found) <= most
    assert set(map(str, tmp_path.glob("tmp*"))) >= found


def test_what_was_opened_in_this_process_is_closed(tmp_path: Path) -> None:
    list(run_parallel(partial(numbered, tmp_path), range(3), processes=1, least=1))
    assert len(list(tmp_path.glob("*.closed"))) == 1


def test_no_jobs_give_no_results() -> None:
    assert list(run_parallel(squares, [], processes=2, least=0)) == []


def slow(number: int) -> int:
    time.sleep(60 if number else 0)
    return number


def slows() -> AbstractContextManager[Callable[[int], int]]:
    return nullcontext(slow)


def test_workers_are_not_waited_for_once_nobody_wants_what_they_do() -> None:
    results = run_parallel(slows, [0, *[0] * 15, 1, 1], processes=2, least=1)
    assert next(results) == 0
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < 30


@pytest.mark.skipif("forkserver" not in get_all_start_methods(), reason="no fork server")
@pytest.mark.parametrize("after", [0, 1, 20])
def test_a_fork_server_that_is_killed_loses_nothing(after: int) -> None:
    from multiprocessing import forkserver

    start_workers(2)
    server: int = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    results = run_parallel(squares, range(60), processes=2, least=1)
    found = list(islice(results, after))
    os.kill(server, signal.SIGKILL)
    os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)  # or the next one takes it for alive
    assert [*found, *results] == [n * n for n in range(60)]


class Starting:
    """What a worker is to begin with, which fails as it is taken over."""

    def __init__(self, error: type[Exception]) -> None:
        self.error = error

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[type[Exception]]]:
        return fail, (self.error,)


def fail(error: type[Exception]) -> None:
    raise error("while it begins")


START = """
import builtins
import sys
from banxin.pipeline.parallel import _context
from tests.pipeline.test_parallel import Starting
begun = _context().Process(target=print, args=(Starting(getattr(builtins, sys.argv[1])),))
begun.start()
begun.join()
print("failed" if begun.exitcode else "ran")
"""


@pytest.mark.skipif("forkserver" not in get_all_start_methods(), reason="no fork server")
@pytest.mark.parametrize(
    ("error", "says"), [("FileNotFoundError", False), ("EOFError", False), ("ValueError", True)]
)
def test_a_worker_whose_pool_is_gone_as_it_begins_says_nothing(error: str, says: bool) -> None:
    ended = subprocess.run(
        (sys.executable, "-c", START, error), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "failed\n"
    assert ("Traceback" in ended.stderr) == says, ended.stderr


class Overlooking(Executor):
    """A pool that sees a dead worker only when it is asked for something new, as Python's may."""

    def __init__(self) -> None:
        self.asked: Future[list[int]] = Future()

    def submit(self, fn: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        self.asked.set_exception(BrokenProcessPool("a worker is dead"))
        return Future()


def test_a_pool_that_waits_for_a_dead_worker_is_made_to_look(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parallel, "LOOK", 0.01)
    pool = Overlooking()
    with pytest.raises(BrokenProcessPool):
        parallel._awaited(pool, pool.asked)


def test_a_time_out_of_the_work_itself_is_no_sign_of_a_dead_worker() -> None:
    pool = Overlooking()
    pool.asked.set_exception(TimeoutError("of a disk"))
    with pytest.raises(TimeoutError, match="of a disk"):
        parallel._awaited(pool, pool.asked)


def test_a_system_that_does_not_say_what_a_process_may_use_says_what_it_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    for has, worth in ((None, 1), (3, 3), (64, 8)):
        monkeypatch.setattr(os, "cpu_count", lambda has=has: has)
        assert processors() == worth


def test_a_system_without_a_fork_server_needs_nothing_begun_early(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("banxin.pipeline.parallel.get_all_start_methods", lambda: ["spawn"])
    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", pytest.fail)
    start_workers(2)
    assert list(run_parallel(squares, range(4), processes=2, least=1)) == [0, 1, 4, 9]


@pytest.mark.parametrize("wanted", [None, "error"])
def test_what_is_to_be_done_with_warnings_is_as_it_was(
    monkeypatch: pytest.MonkeyPatch, wanted: str | None
) -> None:
    if wanted is None:
        monkeypatch.delenv("PYTHONWARNINGS", raising=False)
    else:
        monkeypatch.setenv("PYTHONWARNINGS", wanted)
    start_workers(2)
    assert os.environ.get("PYTHONWARNINGS") == wanted
