"""The command as a process of its own: it ends at once, and loses nothing by it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT


@pytest.mark.parametrize(("arguments", "code"), [(["--help"], 0), (["check", "-C", "nowhere"], 2)])
def test_a_process_says_everything_and_ends_with_the_commands_code(
    arguments: list[str], code: int, tmp_path: Path
) -> None:
    call = [sys.executable, "-m", "banxin", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, check=False)
    assert done.returncode == code
    said, complained = done.stdout.decode(), done.stderr.decode()
    assert (bool(said), bool(complained)) == (code == 0, code != 0)
    assert (said + complained).endswith("\n")


def test_a_process_whose_reader_went_away_ends_without_a_word_of_python(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "banxin", "fields"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            call, cwd=tmp_path, env=env, stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize(("language", "said"), [("zh", "已停下。"), ("en", "Stopped.")])
def test_ctrl_c_while_the_program_is_being_loaded_is_one_line(
    language: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n")
    call = [sys.executable, "-m", "banxin", "check", "--lang", language]
    paths = os.pathsep.join((str(tmp_path), str(ROOT)))
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.decode().strip()) == (130, b"", said)
