from __future__ import annotations

import os
import signal
from pathlib import Path

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


@pytest.mark.parametrize(("processes", "least"), [(1, 0), (2, 1000), (2, 1)])
def test_results_come_in_order_however_many_processes_there_are(processes, least):
    jobs = range(60)
    assert list(run_parallel(square, jobs, processes=processes, least=least)) == [
        n * n for n in jobs
    ]


def test_a_worker_that_is_killed_loses_nothing(tmp_path):
    jobs = [str(tmp_path / f"{n}{'.kill' if n == 3 else '.txt'}") for n in range(60)]
    assert list(run_parallel(die_once, jobs, processes=2, least=1)) == jobs


def test_processes_begun_early_are_the_ones_that_work():
    start_workers(2)
    assert list(run_parallel(square, range(40), processes=2, least=1)) == [n * n for n in range(40)]


def test_no_jobs_give_no_results():
    assert list(run_parallel(square, [], processes=2, least=0)) == []
