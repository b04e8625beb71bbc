"""The command as a process of its own: it ends at once, and loses nothing by it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_plugin_commands import GREET
from tests.support.paths import ROOT
from tests.support.plugin import Installer, installer

__all__ = ["installer"]  # a fixture


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


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes them")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("command", "code"), [("fields", 0), ("check -C nowhere", 2)])
def test_a_process_with_closed_streams_ends_as_ever(
    command: str, code: int, closed: str, tmp_path: Path
) -> None:
    done = _shell(f"{sys.executable} -m banxin {command} {closed}", tmp_path)
    assert done.returncode == code
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk that Linux has")
def test_a_full_disk_is_no_bug_of_ours(tmp_path: Path) -> None:
    done = _shell(f"{sys.executable} -m banxin fields >/dev/full", tmp_path)
    assert done.returncode == 1
    assert "磁盘满了" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no folder that is in use")
@pytest.mark.parametrize("command", ["check", "build", "new issue", "init x", "build --output x"])
def test_a_folder_that_is_gone_is_said(command: str, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = _shell(f"cd gone && rmdir ../gone && {sys.executable} -m banxin {command}", tmp_path)
    assert done.returncode == 2
    assert done.stderr == "错误：终端所在的文件夹已经不在了。请先用 cd 进入别的文件夹。\n"


def _shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def test_a_complaint_that_nobody_reads_ends_it_without_a_word_of_python(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "banxin", "bild"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            call, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=writer, check=False
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stdout) == (1, b"")
    assert not list(tmp_path.iterdir())  # no report of a crash


def test_what_a_plugin_printed_for_nobody_ends_it_without_a_word_of_python(
    tmp_path: Path, installer: Installer
) -> None:
    installer.install(GREET.replace("click.echo", "print"))
    call = [sys.executable, "-m", "banxin", "greet", "编辑"]
    paths = os.pathsep.join((str(ROOT), str(installer.folder)))
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONUNBUFFERED": ""}  # as at anybody's terminal
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            call, cwd=tmp_path, env=env, stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full: Linux has one")
def test_a_disk_that_is_full_is_said_once(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "banxin", "fields"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            call, cwd=tmp_path, env=env, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
