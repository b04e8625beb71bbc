"""What was copied is imported: its text, by whichever program of the system gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.cli.imports import clipboard
from tests.support.importing_paper import FOLDER, NEWS, importing_paper, read
from tests.support.terminal import Terminal

TEXT = "\n".join(row.text for row in NEWS)


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


def programs(paper: Terminal, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Nothing but these stands in PATH: what each does, as a shell writes it."""
    folder = paper.folder.parent / "bin"
    folder.mkdir()
    for name, script in scripts.items():
        file = folder / name.replace("_", "-")
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def copied(paper: Terminal, text: bytes) -> str:
    file = paper.folder.parent / "copied"
    file.write_bytes(text)
    return f"/bin/cat '{file}'"


def test_text_is_imported_and_that_it_is_text_alone_is_said(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(paper, monkeypatch, xclip=copied(paper, TEXT.encode("gb18030")))
    said = paper("import", "--paste", "--page", "2", "--yes")
    assert said.code == 0
    assert "剪贴板里只取文字" in said.out
    assert "原文的编码是 GB18030" in said.out
    assert "title: 江城县春耕备耕有序推进\n" in read(paper, f"{FOLDER}/02-01.md")


def test_a_program_of_a_desktop_that_is_not_running_is_passed_over(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs(paper, monkeypatch, wl_paste="exit 1", xclip=copied(paper, TEXT.encode()))
    assert "主题  江城县春耕备耕有序推进" in paper("import", "--paste").out


@pytest.mark.parametrize("text", [b"", b" \n\n", b"<html><body><p>x</p></body></html>"])
def test_without_text_it_says_so(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch, text: bytes
) -> None:
    programs(paper, monkeypatch, xclip=copied(paper, text))
    said = paper("import", "--paste")
    assert (said.code, said.out) == (2, "")
    assert "剪贴板里没有文字" in said.err


def test_without_a_program_it_names_one(paper: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    programs(paper, monkeypatch)
    said = paper("import", "--paste")
    assert said.code == 2
    assert "请装 xclip" in said.err


def test_a_program_that_cannot_start_or_never_ends_is_passed_over(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_SECONDS", 0.5)
    programs(paper, monkeypatch, pbpaste="", wl_paste="exec /bin/sleep 60", xclip="", xsel="")
    (paper.folder.parent / "bin/pbpaste").write_text("#!/nowhere\n")
    (paper.folder.parent / "bin/xclip").write_text(f"#!/bin/sh\n{copied(paper, TEXT.encode())}\n")
    assert "主题  江城县春耕备耕有序推进" in paper("import", "--paste").out
