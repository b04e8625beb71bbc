from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from banxin.pipeline.background import CAN_FORK, in_background
from tests.support.paths import ROOT

can_fork = pytest.mark.skipif(not CAN_FORK, reason="no fork on this system")


def alone(code: str) -> str:
    """What ``code`` prints in a process of its own, that has no other threads."""
    start = "import os, signal\nfrom banxin.pipeline.background import in_background\n"
    start += "here = os.getpid()\n"
    command = [sys.executable, "-c", start + code]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@can_fork
def test_work_is_done_in_another_process_and_its_result_comes_back() -> None:
    assert (
        alone("with in_background(os.getpid, processes=2) as result: print(result() != here)\n")
        == "True\n"
    )


def test_with_one_processor_the_work_is_done_here() -> None:
    with in_background(threading.get_ident, processes=1) as result:
        assert result() == threading.get_ident()


def test_a_process_with_threads_is_never_forked() -> None:
    done, asked = threading.Event(), []
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with in_background(lambda: asked.append(1), processes=2) as result:
            result()
        assert asked
    finally:
        done.set()
        thread.join()


@can_fork
@pytest.mark.parametrize("end", ["os._exit(3)", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_what_a_fork_did_not_come_to_is_done_here(end: str) -> None:
    said = alone(
        "def work():\n"
        f"    if os.getpid() != here: {end}\n"
        "    return 'done here'\n"
        "with in_background(work, processes=2) as result: print(result())\n"
    )
    assert said == "done here\n"


def test_an_error_of_the_work_is_raised_where_its_result_is_asked_for() -> None:
    said = alone(
        "def work(): raise ValueError('no')\n"
        "with in_background(work, processes=2) as result:\n"
        "    try: result()\n"
        "    except ValueError as error: print(error)\n"
    )
    assert said == "no\n"


@can_fork
def test_a_fork_whose_result_nobody_asks_for_leaves_nothing_behind() -> None:
    said = alone(
        "try:\n"
        "    with in_background(lambda: 'x' * 10_000_000, processes=2): raise KeyError\n"
        "except KeyError:\n"
        "    try: os.waitpid(-1, os.WNOHANG)\n"
        "    except ChildProcessError: print('nothing')\n"
    )
    assert said == "nothing\n"
