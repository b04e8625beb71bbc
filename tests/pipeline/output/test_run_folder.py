"""Where a run puts what it draws: its own, and gone when nobody is left who could want it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from banxin.pipeline.output.run_folder import run_folder
from tests.support.paths import ROOT

HOLD = """
import sys, time
from pathlib import Path
from banxin.pipeline.output.run_folder import run_folder
with run_folder(Path(sys.argv[1])) as folder:
    folder.mkdir()
    (folder / "page.html").touch()
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    return tmp_path / "staged-1"


def test_two_runs_never_share_a_folder(beside: Path) -> None:
    with run_folder(beside) as first, run_folder(beside) as second:
        assert first != second


def test_a_folder_and_its_lock_go_with_its_run(beside: Path) -> None:
    with run_folder(beside) as folder:
        folder.mkdir()
    assert not list(beside.parent.iterdir())


def test_what_a_living_run_draws_is_left_alone_and_what_a_killed_one_drew_goes(
    beside: Path,
) -> None:
    command = (sys.executable, "-c", HOLD, str(beside))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        drawn = Path(other.stdout.readline().strip()) / "page.html"
        with run_folder(beside):
            assert drawn.exists()
        other.send_signal(signal.SIGKILL)
    assert drawn.exists()
    with run_folder(beside) as ours:
        ours.mkdir()
        assert {p.name for p in beside.parent.iterdir()} == {ours.name, f"{ours.name}.lock"}


def test_what_a_dying_process_wrote_after_its_run_goes_too(beside: Path) -> None:
    (beside.with_name("staged-1-of-before") / "2022").mkdir(parents=True)
    with run_folder(beside):
        assert not list(beside.parent.glob("*of-before*"))
