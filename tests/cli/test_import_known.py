"""``banxin import`` says which stories are there already, so that nobody has them twice."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
import pytest

from tests.support.importing_paper import FOLDER, importing_paper, manuscript, read
from tests.support.manuscripts.laid_out import Typed
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


CORRECTED = SPRING.replace("不误农时", "不误春时")


def imported(paper: Terminal, file: str) -> None:
    paper("import", file, "--page", "1", "--yes")


def test_a_corrected_file_is_told_as_changed_with_the_place_and_what_to_do(
    paper: Terminal,
) -> None:
    imported(paper, sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING))
    said = paper("import", sent(paper, "春耕.txt", "春耕备耕有序推进", CORRECTED), "--page", "1")
    assert "有 1 段和那一篇不一样，头一处：“好，不误农时。” → “好，不误春时。”" in said.out
    assert "把改的地方抄进 01-01.md，或者删去 01-01.md 再导入" in said.out
    assert "其中 1 篇和已经有的不一样" in said.out


def test_the_same_file_is_not_told_as_changed(paper: Terminal) -> None:
    file = sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING)
    imported(paper, file)
    said = paper("import", file, "--page", "1").out
    assert "不一样" not in said
    assert "好像也没有要写的" in said


def test_with_new_alone_what_changed_is_told_counted_apart_and_not_written(
    paper: Terminal,
) -> None:
    imported(paper, sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING))
    same = sent(paper, "春耕 副本.txt", "春耕备耕有序推进", SPRING)
    other = sent(paper, "春耕 改.txt", "春耕备耕有序推进", CORRECTED)
    said = paper("import", same, other, "--new")
    assert "改过了，没有写：春耕 改.txt《春耕备耕有序推进》，有 1 段和" in said.out
    assert "没有写的：一样的 1 篇，改过的 1 篇。\n没有要写的了。" in said.out
    assert "--yes" not in said.out
    assert names(paper) == ["01-01.md"]


def test_a_manuscript_that_is_there_in_two_versions_is_the_one_that_says_the_same(
    paper: Terminal,
) -> None:
    imported(paper, sent(paper, "春耕.txt", "春耕备耕有序推进", SPRING))
    corrected = sent(paper, "春耕 改.txt", "春耕备耕有序推进", CORRECTED)
    imported(paper, corrected)
    said = paper("import", corrected, "--page", "1").out
    assert f"好像已经有了：{FOLDER}/01-02.md" in said
    assert "不一样" not in said


def test_two_versions_sent_at_once_are_told_to_differ(paper: Terminal) -> None:
    long = SPRING + "今年全县计划播种早稻三十万亩，比去年多出一万亩。农机站检修拖拉机四百台。"
    files = [
        sent(paper, "1.txt", "春耕备耕有序推进", long),
        sent(paper, "2.txt", "春耕备耕有序推进", long.replace("四百台", "五百台")),
    ]
    assert "头一处：“修拖拉机四百台。” → “修拖拉机五百台。”" in paper("import", *files).out


def table(paper: Terminal, *rows: tuple[str, str]) -> str:
    document = docx.Document()
    document.add_heading("停电检修安排", 1)
    grid = document.add_table(0, 2)
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    file = paper.folder.parent / "停电.docx"
    document.save(str(file))
    return str(file)


ROWS = (("地点", "时间"), ("东街", "3日"), ("西街", "4日"), ("北门", "5日"))


def test_a_story_that_is_a_table_is_known_by_its_cells(paper: Terminal) -> None:
    file = table(paper, *ROWS)
    for _ in range(2):
        paper("import", file, "--page", "1", "--new", "--yes")
    assert names(paper) == ["01-01.md"]


def test_a_changed_cell_is_told_as_a_change(paper: Terminal) -> None:
    imported(paper, table(paper, *ROWS))
    said = paper("import", table(paper, *ROWS[:3], ("北门", "6日")), "--page", "1", "--new").out
    assert "改过了，没有写：停电.docx" in said


def test_another_table_is_another_story(paper: Terminal) -> None:
    imported(paper, table(paper, *ROWS))
    others = (("姓名", "班级"), ("沈微", "一班"), ("顾城西", "二班"))
    assert "已经有了" not in paper("import", table(paper, *others), "--page", "1").out


def two_in_one(paper: Terminal, *texts: str) -> str:
    pairs = zip(("春耕备耕有序推进", "防汛备汛有序推进"), texts, strict=True)
    stories = [(Typed("title", title), Typed("body", text)) for title, text in pairs]
    return str(manuscript(paper, "两篇.docx", *stories))


def test_stories_of_a_file_that_an_editor_made_one_are_held_against_it_together(
    paper: Terminal,
) -> None:
    file = two_in_one(paper, SPRING, FLOOD)
    imported(paper, file)
    first, second = (f"{FOLDER}/01-0{n}.md" for n in (1, 2))
    body = read(paper, second).partition("\n---\n")[2]
    write(paper.folder, first, f"{read(paper, first)}\n## 防汛备汛有序推进\n{body}")
    (paper.folder / second).unlink()
    assert "没有写的：一样的 2 篇，改过的 0 篇" in paper("import", file, "--new").out
    corrected = two_in_one(paper, SPRING, FLOOD.replace("沙袋", "沙包"))
    said = paper("import", corrected, "--new").out
    assert "改过的 2 篇" in said
    assert "“要求把沙袋、抽水机” → “要求把沙包、抽水机”" in said.replace("…", "")
