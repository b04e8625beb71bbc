"""The files of a new paper, as each system wants them."""

from __future__ import annotations

import shutil
import stat
from datetime import date
from pathlib import Path

import pytest

from banxin.scaffold import paper
from tests.support.paths import ROOT
from tests.support.terminal import tree


def test_windows_gets_its_line_ends_and_others_may_run_the_rest(begun: Path) -> None:
    files = tree(begun)
    for name, data in files.items():
        lines = data.count(b"\n")
        if name.endswith(".cmd"):
            assert data.count(b"\r\n") == lines > 0, name
        elif not name.endswith((".whl", ".docx")):
            assert b"\r" not in data, name
    runnable = {n for n in files if (begun / n).stat().st_mode & stat.S_IXUSR}
    assert runnable == {"banxin", "preview.command", "publish.command"}


def test_a_batch_file_tells_windows_its_encoding_before_it_says_a_word(begun: Path) -> None:
    text = (begun / "banxin.cmd").read_bytes().decode("utf-8")
    assert not text.startswith("\ufeff")  # cmd.exe would take it for a command
    before, after = text.split("chcp 65001", 1)
    assert before.isascii()
    assert not after.isascii()


def test_what_programs_leave_beside_our_files_is_not_the_paper_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pip compiles tools/paper.py where it installs us."""

    def names() -> list[str]:
        return [name for name, _ in paper.paper_files("报", date(2022, 4, 2), fields="")]

    before = names()
    here = shutil.copytree(ROOT / "generator/banxin/scaffold", tmp_path / "scaffold")
    for name in ("tools/__pycache__/paper.pyc", "README.md~"):
        (here / "files" / name).parent.mkdir(exist_ok=True)
        (here / "files" / name).write_bytes(b"x")
    monkeypatch.setattr(paper, "files", lambda package: here)
    assert names() == before
