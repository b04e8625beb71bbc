from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest

from banxin.pipeline.parallel import run_parallel, start_workers


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
