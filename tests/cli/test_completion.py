"""Shell completion: its script, and what it offers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import banxin as package
from tests.support.terminal import Terminal, write


@pytest.fixture
def banxin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


@pytest.fixture
def paper(banxin: Terminal) -> Terminal:
    """A terminal in a paper's folder."""
    write(banxin.folder, "content/paper.yml", "name: 江城日报\n")
    return banxin


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(banxin: Terminal, shell: str) -> None:
    said = banxin("completion", shell)
    assert said.code == 0
    assert f"_BANXIN_COMPLETE={shell}_complete" in said.out


def test_completion_knows_the_shell_it_is_asked_in(banxin: Terminal) -> None:
    banxin.environ["SHELL"] = "/usr/bin/zsh"
    assert "zsh_complete" in banxin("completion").out


def complete(folder: Path, typed: str) -> list[str]:
    """What Tab offers after ``typed``."""
    words = typed.split(" ")
    environ = os.environ | {
        "PYTHONPATH": str(Path(package.__file__).parents[1]),
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
        "_BANXIN_COMPLETE": "bash_complete",
    }
    run = [sys.executable, "-c", "from banxin.cli import main; main()"]
    done = subprocess.run(run, cwd=folder, env=environ, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return [line.partition(",")[2] for line in done.stdout.split()]


def test_tab_completes_commands_and_options(tmp_path: Path) -> None:
    assert complete(tmp_path, "banxin ch") == ["check"]
    assert "--strict" in complete(tmp_path, "banxin build --st")
    assert complete(tmp_path, "banxin check --format ") == ["text", "json", "github"]


def test_tab_completes_issues_newest_first(paper: Terminal) -> None:
    for key in ("2022-04-01", "2022-03-31", "2022-04-01-2"):
        write(paper.folder, f"content/issues/2022/{key}/issue.md", "---\nnumber: 1\n---\n")
    typed = "banxin new article --issue "
    assert complete(paper.folder, typed) == ["2022-04-01-2", "2022-04-01", "2022-03-31"]
    assert complete(paper.folder, typed + "2022-03") == ["2022-03-31"]


def test_tab_after_regions_completes_issues_too(paper: Terminal) -> None:
    write(paper.folder, "content/issues/2022/2022-04-01/issue.md", "---\nnumber: 1\n---\n")
    assert complete(paper.folder, "banxin regions ") == ["2022-04-01"]


@pytest.mark.parametrize("typed", ["banxin new article --issue ", "banxin regions "])
def test_tab_outside_of_a_paper_offers_no_issues(tmp_path: Path, typed: str) -> None:
    assert complete(tmp_path, typed) == []
