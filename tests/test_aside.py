from __future__ import annotations

import os
import signal
import threading

import pytest

from generator.aside import BESIDE, aside

beside = pytest.mark.skipif(not BESIDE, reason="no fork on this system")


def told() -> int:
    return os.getpid()


@beside
def test_work_is_done_in_another_process_and_its_result_comes_back():
    with aside(told, processes=2) as result:
        assert result() != os.getpid()


def test_with_one_processor_the_work_is_done_here():
    with aside(told, processes=1) as result:
        assert result() == os.getpid()


def test_a_process_with_threads_is_never_forked():
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with aside(told, processes=2) as result:
            assert result() == os.getpid()
    finally:
        done.set()
        thread.join()


@beside
@pytest.mark.parametrize("end", [lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_what_a_fork_did_not_come_to_is_done_here(end):
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            end()
        return "done"

    with aside(work, processes=2) as result:
        assert result() == "done"


def test_an_error_of_the_work_is_raised_where_its_result_is_asked_for():
    def work() -> None:
        raise ValueError("no")

    with aside(work, processes=2) as result, pytest.raises(ValueError, match="no"):
        result()


@beside
def test_a_fork_whose_result_nobody_asks_for_leaves_nothing_behind():
    with pytest.raises(KeyError), aside(lambda: "x" * 10_000_000, processes=2):
        raise KeyError
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
