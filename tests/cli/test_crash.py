"""Where the traceback of a bug goes, so that somebody can send it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.support.terminal import Terminal, write


@pytest.fixture
def spare(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's temporary folder, and a check that fails by a bug."""
    folder = tmp_path_factory.mktemp("spare")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))

    def fail(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("banxin.pipeline.build.check", fail)
    return folder


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    write(tmp_path, "content/paper.yml", "name: 江城日报\n")
    return Terminal(tmp_path, capsys)


def test_it_lies_in_the_system_s_temporary_folder_where_the_paper_s_takes_none(
    paper: Terminal, spare: Path
) -> None:
    write(paper.folder, ".banxin", "a file where a folder belongs")
    said = paper("check")
    assert said.code == 3
    log = spare / "banxin/crash.log"
    assert str(log) in said.err
    assert "ZeroDivisionError: by nought" in log.read_text("utf-8")


def test_it_is_printed_where_no_folder_takes_it(paper: Terminal, spare: Path) -> None:
    write(paper.folder, ".banxin", "a file where a folder belongs")
    write(spare, "banxin", "and another")
    said = paper("check")
    assert said.code == 3
    assert "ZeroDivisionError: by nought" in said.err


def test_it_is_written_though_there_is_no_paper(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spare: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("banxin.cli.commands.fields.text", fail)
    assert Terminal(tmp_path, capsys)("fields").code == 3
    assert (spare / "banxin/crash.log").is_file()
