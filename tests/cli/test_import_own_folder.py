"""Manuscripts that lie in the issue's own folder: their numbers are those of their stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.importing_paper import FOLDER, importing_paper, manuscript
from tests.support.terminal import Terminal, write

ARTICLE = "---\ntitle: 旧\n---\n旧文。\n"


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


def articles(paper: Terminal) -> list[str]:
    found = sorted(file.name for file in (paper.folder / FOLDER).glob("*.md"))
    return [name for name in found if name != "issue.md"]


def lying(paper: Terminal, name: str) -> Path:
    return manuscript(paper, f"{paper.folder.name}/{FOLDER}/{name}")


@pytest.mark.parametrize("name", ["01-02 稿件.docx", "01-02-稿件.docx", "1-2.docx"])
def test_a_story_takes_its_manuscripts_number(paper: Terminal, name: str) -> None:
    paper("import", str(lying(paper, name)), "--yes")
    assert articles(paper) == ["01-02.md"]


def test_a_text_and_the_picture_beside_it_take_none_either(paper: Terminal) -> None:
    folder = paper.folder / FOLDER
    text = write(
        folder, "01-02.txt", f"题目在这里\n记者 沈微\n\n{'会议听取了各乡镇的汇报。' * 4}\n"
    )
    picture = folder / "01-02 现场.jpg"
    picture.write_bytes(b"")
    paper("import", str(text), str(picture), "--yes")
    assert articles(paper) == ["01-02.md"]


def test_another_manuscripts_number_is_left_to_it(paper: Terminal) -> None:
    lying(paper, "01-01.docx")
    paper("import", str(manuscript(paper, "会议.docx")), "--page", "1", "--yes")
    assert articles(paper) == ["01-02.md"]
    lying(paper, "01-09.docx")
    paper("import", str(lying(paper, "01-03.docx")), "--yes")
    assert articles(paper) == ["01-02.md", "01-03.md"]


def test_the_whole_folder_at_once_keeps_all_numbers(paper: Terminal) -> None:
    for name in ("01-01.docx", "01-02.docx", "02-01.docx", "会议.docx"):
        lying(paper, name)
    paper("import", str(paper.folder / FOLDER), "--yes")
    assert articles(paper) == ["01-01.md", "01-02.md", "01-03.md", "02-01.md"]


@pytest.mark.parametrize("old", ["01-02-old.md", "01-03-old.md", "1-2 old.md"])
def test_an_articles_number_is_never_given_again(paper: Terminal, old: str) -> None:
    write(paper.folder, f"{FOLDER}/{old}", ARTICLE)
    paper("import", str(lying(paper, "01-02.docx")), "--yes")
    number = 4 if old.startswith("01-03") else 3
    assert articles(paper) == sorted([f"01-0{number}.md", old])


def test_nor_is_that_of_a_picture_whose_article_is_gone(paper: Terminal) -> None:
    (paper.folder / FOLDER / "01-02-1.jpg").write_bytes(b"")
    paper("import", str(lying(paper, "01-02.docx")), "--yes")
    assert articles(paper) == ["01-03.md"]
