"""The files of a new paper, as each system wants them."""

from __future__ import annotations

import stat
from pathlib import Path

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
