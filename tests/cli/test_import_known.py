"""``banxin import`` says which stories are there already, so that nobody has them twice."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.support.importing_paper import FOLDER, importing_paper, read
from tests.support.terminal import Terminal, write

SPRING = "县里召开春耕备耕现场会，各乡镇负责人参加。会议要求把种子、化肥备足备好，不误农时。"
FLOOD = "县里召开防汛备汛工作会，各乡镇负责人参加。会议要求把沙袋、抽水机备足备好，防患未然。"


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


def sent(paper: Terminal, name: str, title: str, text: str) -> str:
    return str(write(paper.folder.parent, name, f"{title}\n本报讯（记者 沈微）{text}\n"))


def names(paper: Terminal, folder: str = FOLDER) -> list[str]:
    found = (paper.folder / folder).glob("*.md")
    return sorted(file.name for file in found if file.name != "issue.md")


def test_what_was_imported_before_is_said_whatever_was_edited_since(paper: Terminal) -> None:
    file = sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING)
    paper("import", file, "--page", "1", "--yes")
    path = f"{FOLDER}/01-01.md"
    edited = (
        read(paper, path).replace("春耕备耕有序推进", "抢抓农时").replace("不误农时", "不误时节")
    )
    write(paper.folder, path, edited)
    said = paper("import", file, "--page", "1")
    assert f"！好像已经有了：{path}《抢抓农时》" in said.out


def test_in_another_issue_too(paper: Terminal) -> None:
    file = sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING)
    paper("import", file, "--page", "1", "--yes")
    said = paper("import", file, "--page", "1", "--issue", "2022-04-08")
    assert f"好像已经有了：{FOLDER}/01-01.md《春耕备耕有序推进》" in said.out


def test_the_same_text_in_two_manuscripts_is_said(paper: Terminal) -> None:
    files = [sent(paper, f"春耕{n}.txt", "春耕备耕有序推进", SPRING) for n in ("", " - 副本")]
    said = paper("import", *files)
    assert said.out.count("好像已经有了：春耕.txt《春耕备耕有序推进》") == 1


def test_of_other_texts_nothing_is_said(paper: Terminal) -> None:
    paper("import", sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING), "--yes")
    assert "已经有了" not in paper("import", sent(paper, "防汛.txt", "防汛备汛有序推进", FLOOD)).out


@pytest.mark.parametrize("how", ["answer", "option"])
def test_only_what_is_new_may_be_written(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    old = sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING)
    paper("import", old, "--page", "1", "--yes")
    new = sent(paper, "防汛.txt", "防汛备汛有序推进", FLOOD)
    assert "加 --new --yes 再运行一遍，只写没有的" in paper("import", old, new, "--page", "1").out
    monkeypatch.setattr(sys, "stdin", Keyboard("x\n"))
    more = ("--new", "--yes") if how == "option" else ()
    said = paper("import", old, new, "--page", "1", *more)
    assert ("x 只写没有的 1 篇" in said.out) == (how == "answer")
    assert names(paper) == ["01-01.md", "01-02.md"]
    assert "防汛备汛有序推进" in read(paper, f"{FOLDER}/01-02.md")


def test_where_all_is_there_the_new_ones_are_none(paper: Terminal) -> None:
    file = sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING)
    paper("import", file, "--yes")
    said = paper("import", file, "--new", "--yes")
    assert said.code == 0
    assert f"已经有了，不再写：春耕.txt《春耕备耕有序推进》，在 {FOLDER}/01-01.md" in said.out
    assert names(paper) == ["01-01.md"]
