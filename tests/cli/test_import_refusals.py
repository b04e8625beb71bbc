"""``banxin import``: what stands in the way is said, and nothing is written half."""

from __future__ import annotations

import re
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.content_folder import picture
from tests.support.importing_paper import FOLDER, NEWS, importing_paper, manuscript, read
from tests.support.manuscripts import by_hand
from tests.support.terminal import Terminal, tree, write


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


class Meanwhile:
    """Somebody who says yes, after something happened."""

    def __init__(self, happens: Callable[[], object]) -> None:
        self.happens = happens

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        self.happens()
        return "y\n"


def test_a_file_that_came_while_it_asked_stays_and_nothing_else_is_written(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    manuscript(paper, "稿/01-01.docx")
    manuscript(paper, "稿/01-02.docx")
    before = tree(paper.folder)

    def other() -> None:
        write(paper.folder, f"{FOLDER}/01-02.md", "别人的稿")

    monkeypatch.setattr(sys, "stdin", Meanwhile(other))
    said = paper("import", str(paper.folder.parent / "稿"))
    assert said.code == 1
    assert f"{FOLDER}/01-02.md" in said.err
    assert read(paper, f"{FOLDER}/01-02.md") == "别人的稿"
    assert tree(paper.folder).keys() - before.keys() == {f"{FOLDER}/01-02.md"}


def test_a_page_whose_last_number_is_given_takes_no_more(paper: Terminal) -> None:
    write(paper.folder, f"{FOLDER}/01-999.md", "---\ntitle: 末\n---\n文。\n")
    before = tree(paper.folder)
    said = paper("import", str(manuscript(paper)), "--page", "1", "--yes")
    assert said.code == 2
    assert "999" in said.err
    assert tree(paper.folder) == before


def test_a_paper_without_an_issue_asks_for_one(paper: Terminal) -> None:
    (paper.folder / FOLDER / "issue.md").unlink()
    (paper.folder / FOLDER).rmdir()
    said = paper("import", str(manuscript(paper)))
    assert said.code == 2
    assert "请写明导入哪一期：--issue" in said.err


def test_pictures_alone_are_no_stories(paper: Terminal) -> None:
    file = paper.folder.parent / "合影.jpg"
    file.write_bytes(picture())
    said = paper("import", str(file), "--yes")
    assert said.code == 1
    assert "合影.jpg：这是图片" in said.err


def test_a_file_among_others_that_holds_no_text_is_told(paper: Terminal) -> None:
    folder = pictured(paper)
    relation = by_hand.image_relation("rId1", "media/a.png")
    only = by_hand.docx(
        by_hand.drawing("rId1"), relations=relation, files={"word/media/a.png": picture("PNG")}
    )
    (folder / "照片.docx").write_bytes(only)
    said = paper("import", str(folder), "--yes")
    assert said.code == 1
    assert "照片.docx：里面没有稿件的文字" in said.err
    assert (paper.folder / FOLDER / "01-01.md").exists()


def test_a_title_alone_says_that_it_has_no_text(paper: Terminal) -> None:
    file = paper.folder.parent / "01-01.docx"
    file.write_bytes(by_hand.docx(by_hand.paragraph("停水通知", "", '<w:sz w:val="44"/>')))
    said = paper("import", str(file))
    assert "正文  没有" in said.out


@pytest.mark.parametrize("whole", [True, False])
def test_a_folder_that_is_a_document_of_pages_is_one(paper: Terminal, whole: bool) -> None:
    bundle = write(paper.folder.parent, "稿/会议.pages/Index.zip", "x").parent
    said = paper("import", str(bundle.parent if whole else bundle))
    assert said.err.count("会议.pages：这是苹果 Pages 的文件。请在 Pages 里选") == 1
    assert "Index.zip" not in said.err


def test_what_lies_too_deep_or_leads_nowhere_is_left_out(paper: Terminal) -> None:
    folder = paper.folder.parent / "稿"
    manuscript(paper, "稿/01-01.docx")
    manuscript(paper, "稿/一/二/三/四/01-02.docx")
    (folder / "去处.docx").symlink_to(folder / "没有.docx")
    said = paper("import", str(folder), "--yes")
    assert (said.code, said.err) == (0, "")
    assert [file.name for file in (paper.folder / FOLDER).glob("0*")] == ["01-01.md"]


def pictured(paper: Terminal) -> Path:
    """A folder with a manuscript that holds a picture, and another that lies beside it."""
    title = by_hand.paragraph("标题", "", '<w:sz w:val="44"/>')
    body = title + by_hand.paragraph("正文。" * 20) + by_hand.drawing("rId1")
    folder = paper.folder.parent / "稿"
    folder.mkdir()
    relation = by_hand.image_relation("rId1", "media/a.png")
    files = {"word/media/a.png": picture("PNG")}
    (folder / "01-01.docx").write_bytes(by_hand.docx(body, relations=relation, files=files))
    (folder / "01-01.jpg").write_bytes(picture())
    return folder


def test_pictures_within_and_beside_a_manuscript_both_come_along(paper: Terminal) -> None:
    assert paper("import", str(pictured(paper)), "--yes").code == 0
    names = sorted(file.name for file in (paper.folder / FOLDER).glob("01-01-*"))
    assert names == ["01-01-1.png", "01-01-2.jpg"]


def test_a_picture_beside_a_manuscript_that_is_larger_than_any_is_told(paper: Terminal) -> None:
    folder = pictured(paper)
    with (folder / "01-01.jpg").open("r+b") as file:
        file.truncate(60_000_000)
    assert "图片 01-01.jpg 用不了" in paper("import", str(folder), "--yes").out


def test_a_picture_that_went_while_it_asked_is_missed_by_check(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pictured(paper)
    monkeypatch.setattr(sys, "stdin", Meanwhile((folder / "01-01.jpg").unlink))
    paper("import", str(folder))
    assert "01-01-2.jpg" in paper("check").err


def test_the_page_to_look_at_says_what_is_doubted(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []

    def look() -> None:
        said = paper.capture.readouterr().out
        address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", said)
        assert address
        with urllib.request.urlopen(address[0]) as page:
            pages.append(page.read().decode())

    monkeypatch.setattr("webbrowser.open", lambda _: None)
    monkeypatch.setattr(sys, "stdin", Meanwhile(look))
    paper("import", str(manuscript(paper)), "--open")
    assert '<p class="doubt">？ 1 篇没有说登在第几版，先放在第 1 版' in pages[0]


def test_what_was_copied_and_is_no_text_is_refused(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.cli.imports.clipboard.copied", lambda: bytes(range(128, 256)) * 9)
    said = paper("import", "--paste", "--yes")
    assert said.code == 1
    assert "--paste：" in said.err
    assert not list((paper.folder / FOLDER).glob("0*"))


def test_a_page_behind_a_double_page_is_made_with_the_pages_between(paper: Terminal) -> None:
    for name in ("02-03版/会议.docx", "05-01.docx"):
        manuscript(paper, f"2022年4月3日/{name}", NEWS)
    assert paper("import", str(paper.folder.parent / "2022年4月3日"), "--yes").code == 0
    assert paper("check").code == 0


@pytest.mark.parametrize(
    ("lock", "document"),
    [
        ("~$x.docx", "x.docx"),
        ("~$会议稿件.docx", "三月会议稿件.docx"),
        ("~$没有了.docx", "没有了.docx"),
    ],
)
def test_a_lock_of_word_is_told_with_the_document_that_is_open(
    paper: Terminal, lock: str, document: str
) -> None:
    folder = paper.folder.parent
    for name in ("x.docx", "三月会议稿件.docx"):
        write(folder, name, "")
    file = write(folder, lock, "\x05user")
    said = paper("import", str(file))
    assert said.code == 1
    assert "Word 还开着那个文件" in said.err
    assert f"再导入 {document}。" in said.err


def test_ctrl_c_at_the_question_says_that_nothing_was_written(
    paper: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = manuscript(paper)
    before = tree(paper.folder)

    def stops() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Meanwhile(stops))
    said = paper("import", str(file))
    assert (said.code, said.err.strip()) == (130, "已停下，什么也没有写。")
    assert tree(paper.folder) == before
