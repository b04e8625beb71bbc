"""Where the command line looks for the paper, and what it says where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from banxin.cli import main
from banxin.pipeline.project import Options, Project
from banxin.problems import Problem
from tests.support.terminal import Terminal, write


@pytest.fixture
def banxin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


@pytest.fixture
def paper(banxin: Terminal) -> Terminal:
    """A terminal in a paper's folder."""
    write(banxin.folder, "content/paper.yml", "name: 江城日报\n")
    return banxin


@pytest.mark.parametrize(
    "command", ["build", "check", "serve", "new issue", "new article --page 1"]
)
def test_outside_of_a_paper_it_says_where_to_go(banxin: Terminal, command: str) -> None:
    said = banxin(*command.split())
    assert (said.code, said.out) == (2, "")
    assert "没有 content/paper.yml" in said.err
    assert "-C" in said.err
    assert "banxin init" in said.err


def test_a_folder_named_with_c_must_be_a_papers(banxin: Terminal) -> None:
    said = banxin("-C", "somewhere", "check")
    assert said.code == 2
    assert "somewhere 里没有 content/paper.yml" in said.err


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The roots that ``check`` was called with."""
    roots: list[Path] = []

    def check(project: Project, _: Options) -> tuple[Problem, ...]:
        roots.append(project.root)
        return ()

    monkeypatch.setattr("banxin.pipeline.build.check", check)
    return roots


def test_the_paper_is_found_from_any_folder_inside(paper: Terminal, checked: list[Path]) -> None:
    top = paper.folder
    paper.folder = top / "content/issues/2022"
    paper.folder.mkdir(parents=True)
    assert paper("check").code == 0
    assert checked == [top]


@pytest.mark.parametrize("arguments", ["-C {} check", "check -C {}", "check --root {}"])
def test_the_paper_may_be_named_before_or_after_the_command(
    paper: Terminal, checked: list[Path], arguments: str
) -> None:
    top, paper.folder = paper.folder, Path(sys.prefix)
    assert paper(*arguments.format(top).split()).code == 0
    assert checked == [top]


def test_in_a_folder_that_somebody_deleted_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(("check",), environ={}) == 2
    assert "终端所在的文件夹已经不在了" in capsys.readouterr().err
