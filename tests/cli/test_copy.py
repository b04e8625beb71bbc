"""``banxin copy``: a story into the clipboard, or into a file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.terminal import Terminal, write

FIRST = "content/issues/2022/2022-04-01"


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    write(tmp_path, "content/paper.yml", "name: 江城日报\nsections: {yaowen: 要闻}\n")
    write(tmp_path, f"{FIRST}/issue.md", "---\npages: [{name: 要闻}]\n---\n")
    write(tmp_path, f"{FIRST}/01-02-road.md", "---\ntitle: 修路\n---\n路修好了。\n")
    return Terminal(tmp_path, capsys)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the system's programs, and no other."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.mark.parametrize(
    "named",
    ["2022-04-01/01/02", "/2022-04-01/1/2/", "https://a.test/bao/2022-04-01/01/02/"],
)
def test_a_story_is_named_by_its_place_or_its_address(paper: Terminal, named: str) -> None:
    said = paper("copy", named, "-o", "-")
    assert said.code == 0
    assert "路修好了。</p>" in said.out


def test_a_story_is_named_by_its_file_and_written_to_one(paper: Terminal) -> None:
    said = paper("copy", f"{FIRST}/01-02-road.md", "-o", "road.html")
    assert said.code == 0
    assert "《修路》的正文写进了 road.html" in said.out
    assert "路修好了。" in (paper.folder / "road.html").read_text("utf-8")


def test_a_story_that_is_not_there_is_said_so(paper: Terminal) -> None:
    said = paper("copy", "2022-04-01/09/09")
    assert said.code == 1
    assert "这里没有稿件" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="a program of two lines of shell")
def test_it_goes_into_the_clipboard_by_a_program_of_the_system(
    paper: Terminal, programs: Path
) -> None:
    stand_in = programs / "wl-copy"
    stand_in.write_text(f'#!/bin/sh\nread -r line\necho "$@ $line" > {programs}/taken\n')
    stand_in.chmod(0o755)
    said = paper("copy", "2022-04-01/01/02")
    assert said.code == 0
    assert "《修路》的正文已复制" in said.out
    taken = (programs / "taken").read_text("utf-8")
    assert taken.startswith("--type text/html <p style=")


def test_without_such_a_program_there_are_two_other_ways(paper: Terminal, programs: Path) -> None:
    assert not list(programs.iterdir())
    said = paper("copy", "2022-04-01/01/02")
    assert said.code == 2
    assert "banxin serve" in said.err
    assert "banxin copy 2022-04-01/01/02 -o" in said.err


def test_a_file_that_cannot_be_written_is_said_so(paper: Terminal) -> None:
    said = paper("copy", "2022-04-01/01/02", "-o", "none/road.html")
    assert said.code == 2
    assert "写不了 none/road.html" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="programs of two lines of shell")
@pytest.mark.parametrize(
    ("program", "words", "told"),
    [
        ("osascript", "-", "set the clipboard to {«class HTML»:«data HTML3C70"),
        ("powershell.exe", "-NoProfile -Command", "<p style="),
        ("xclip", "-selection clipboard -t text/html", "<p style="),
    ],
)
def test_each_system_has_a_program_for_it(
    paper: Terminal, programs: Path, program: str, words: str, told: str
) -> None:
    stand_in = programs / program
    stand_in.write_text(f'#!/bin/sh\nread -r line\necho "$@|$line" > {programs}/taken\n')
    stand_in.chmod(0o755)
    assert paper("copy", "2022-04-01/01/02").code == 0
    given, taken = (programs / "taken").read_text("utf-8").split("|", 1)
    assert given.startswith(words)
    assert taken.upper().startswith(told.upper())


def test_a_program_that_cannot_be_run_is_passed_over(paper: Terminal, programs: Path) -> None:
    broken = programs / "wl-copy"
    broken.write_bytes(b"\0")
    broken.chmod(0o755)
    said = paper("copy", "2022-04-01/01/02")
    assert (said.code, "banxin copy 2022-04-01/01/02 -o" in said.err) == (2, True)


@pytest.mark.parametrize("named", ["修路", f"{FIRST}/issue.md", "2030-01-01/01/01"])
def test_what_names_no_story_is_said_back(paper: Terminal, named: str) -> None:
    said = paper("copy", named, "-o", "-")
    assert (said.code, said.out) == (1, "")
    assert f"{named}: 错误[story-unknown]" in said.err
