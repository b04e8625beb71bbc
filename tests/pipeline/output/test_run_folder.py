"""Where a run puts what it draws: its own, and gone when nobody is left who could want it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

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


def test_a_run_whose_lock_cannot_be_opened_is_not_over(beside: Path) -> None:
    other = beside.with_name("staged-1-of-another")
    other.mkdir()
    other.with_name(f"{other.name}.lock").mkdir()
    with run_folder(beside):
        assert other.is_dir()


def test_a_name_that_another_run_swept_away_meanwhile_is_not_used(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[Path] = []

    def sweep(file: BinaryIO, _: int) -> None:
        if not swept:
            swept.append(Path(file.name))
            swept[0].unlink()

    monkeypatch.setattr("fcntl.flock", sweep)
    with run_folder(beside) as folder:
        assert swept[0].with_suffix("") != folder
        assert [p.name for p in beside.parent.iterdir()] == [f"{folder.name}.lock"]


def test_a_lock_that_cannot_go_yet_is_the_next_runs_task(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "it is open")  # as Windows says

    with monkeypatch.context() as patch, run_folder(beside) as folder:
        folder.mkdir()
        patch.setattr(Path, "unlink", refuse)
    assert [p.name for p in beside.parent.iterdir()] == [f"{folder.name}.lock"]
    with run_folder(beside):
        pass
    assert not list(beside.parent.iterdir())
