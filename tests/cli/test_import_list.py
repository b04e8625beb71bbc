"""What the list before writing says, and says once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.importing_paper import FOLDER, importing_paper, manuscript, read
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.laid_out import Typed
from tests.support.terminal import Terminal, write

TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


def sent(paper: Terminal, name: str, text: str) -> str:
    return str(write(paper.folder.parent, name, text))


def test_stories_without_a_page_are_counted_once_and_marked_in_their_files(
    paper: Terminal,
) -> None:
    files = [sent(paper, f"稿{n}.txt", f"第{n}件好事\n本报讯 {n}{TEXT}\n") for n in (1, 2)]
    said = paper("import", *files, "--yes").out
    assert said.count("没有说登在第几版") == 1
    assert "2 篇没有说登在第几版，先放在第一版" in said
    assert "# 请核对：没有说登在第几版，先放在第一版" in read(paper, f"{FOLDER}/01-02.md")


def test_a_problem_is_told_in_its_words_and_not_by_its_code(paper: Terminal) -> None:
    text = f"春天读书\n\n{TEXT}\n请点击蓝字 关注我们的读书会，一起来。\n{TEXT}\n"
    file = sent(paper, "读书.txt", text)
    said = paper("import", file, "--page", "1", "--yes").out
    assert "wechat-words" not in said
    assert "这里像是微信页面上的字，会照原样登出来：" in said


def test_of_a_picture_the_credit_is_whole_and_a_missing_caption_is_said(paper: Terminal) -> None:
    caption = "图为" + "漂流现场的孩子们围着书箱挑选图书" * 4
    rows = (Typed("title", "图书漂流"), Typed("body", TEXT), Typed("picture"))
    more = (*rows, Typed("caption", f"{caption}。 顾城西/摄"), Typed("body", TEXT))
    assert "… 顾城西/摄" in paper("import", str(manuscript(paper, "01-01.docx", more))).out
    assert "01-02-1.png （没有图说）" in (
        paper("import", str(manuscript(paper, "01-02.docx", (*rows, Typed("body", TEXT))))).out
    )


def test_a_cut_at_a_quotation_has_quotes_within_quotes(paper: Terminal) -> None:
    text = f"春耕忙\n本报讯 {TEXT}（完）\n\n“一窗通办”进乡镇\n本报讯 {TEXT}\n"
    said = paper("import", sent(paper, "a.txt", text), "--page", "1").out
    assert "从“‘一窗通办’进乡镇……”处切开" in said


def table(rows: int, columns: int) -> str:
    row = f"<w:tc>{paragraph('云岭镇')}</w:tc>" * columns
    return f"<w:tbl>{f'<w:tr>{row}</w:tr>' * rows}</w:tbl>"


@pytest.mark.parametrize("text", ["", TEXT])
def test_a_texts_tables_are_counted(paper: Terminal, text: str) -> None:
    file = paper.folder.parent / "01-01.docx"
    body = paragraph("全县春耕进度", "", '<w:sz w:val="44"/>') + (paragraph(text) if text else "")
    file.write_bytes(docx(body + table(3, 2)))
    said = paper("import", str(file)).out
    assert "表格 1 个 3 行\n" in said
    assert ("1 段 " in said) == bool(text)
    assert "正文  没有" not in said


def test_what_would_keep_it_from_building_is_told_with_what_to_do(paper: Terminal) -> None:
    file = paper.folder.parent / "01-01.docx"
    file.write_bytes(docx(paragraph(TEXT) + table(900, 12)))
    assert "超过了 50000。把它拆成几篇，或者做成附件。" in paper("import", str(file)).out
