"""A guess is marked, and what is certain isn't: marks that are always right teach to skip them."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Doubt
from banxin.importers.stories.reader import stories
from banxin.importers.text.reader import read_text
from tests.support.importing_paper import FOLDER, importing_paper, read
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import story
from tests.support.terminal import Terminal

TEXT = "3月1日，全县召开现场会，各乡镇负责人参加了会议，会议要求抓好落实。"
LARGE = '<w:sz w:val="44"/><w:b/>'
MIDDLE = '<w:jc w:val="center"/>'
TITLE = paragraph("春耕备耕有序推进", MIDDLE, LARGE)


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return importing_paper(tmp_path, capsys)


@pytest.mark.parametrize(
    "body",
    [
        paragraph("沈微", MIDDLE) + paragraph(TEXT) * 2,  # a name below the headline, set apart
        paragraph("□ 沈微 吴荻") + paragraph(TEXT) * 2,
        paragraph(f"本报讯（记者 沈微）{TEXT}") + paragraph(TEXT),
        paragraph(f"本报讯 {TEXT}") + paragraph(f"{TEXT}（沈微）"),
        paragraph(TEXT) + paragraph("（沈微）", '<w:jc w:val="right"/>'),
        paragraph("作者：沈微") + paragraph(TEXT) * 2,
    ],
)
def test_who_is_named_where_authors_are_is_no_guess(tmp_path: Path, body: str) -> None:
    found = story(tmp_path, docx(TITLE + body))
    assert "沈微" in found.byline
    assert (found.guessed, found.doubts) == (frozenset(), ())


def test_a_name_on_a_line_like_any_other_is_one() -> None:
    (found,) = stories(read_text("a.txt", f"江边的夜\n沈微\n{TEXT}\n{TEXT}\n"))
    assert (found.byline, found.guessed) == ("沈微", frozenset({"byline"}))


def test_whose_a_story_is_hangs_on_where_it_begins(tmp_path: Path) -> None:
    """Where the headline is a guess, the name below the text is one, too."""
    found = story(tmp_path, docx(paragraph(TEXT) + paragraph(f"{TEXT}（沈微）")))
    assert found.guessed == {"title", "byline"}


def test_what_stands_first_above_a_heading_is_its_kicker(tmp_path: Path) -> None:
    head = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    head += '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'
    title = paragraph("春耕备耕有序推进", '<w:pStyle w:val="h"/>')
    body = paragraph("抓早抓实 不误农时") + title + paragraph("——江城县备耕见闻") + paragraph(TEXT)
    found = story(tmp_path, docx(body, parts={"styles.xml": head + "</w:styles>"}))
    assert (found.kicker, found.subtitle) == (("抓早抓实 不误农时",), ("——江城县备耕见闻",))
    assert found.guessed == frozenset()


def test_what_was_left_out_is_noted_and_nobody_is_reminded_of_it(paper: Terminal) -> None:
    file = paper.folder.parent / "01-01.txt"
    file.write_text(f"春耕备耕有序推进\n本报讯 {TEXT}\n{TEXT}\nEND\n往期推荐\n", encoding="gb18030")
    said = paper("import", str(file), "--page", "1", "--yes")
    assert "· 不像稿件里的话，没有导入：“END”" in said.out
    assert "0 处要核对" in said.out
    text = read(paper, f"{FOLDER}/01-01.md")
    assert "# 导入时：不像稿件里的话，没有导入：“END”\n" in text
    assert "请核对" not in text
    checked = paper("check", "--strict")
    assert (checked.code, checked.err) == (0, "")


def test_only_where_there_are_several_pages_it_is_asked_on_which(paper: Terminal) -> None:
    issue = paper.folder / FOLDER / "issue.md"
    issue.write_text("---\nnumber: 1\npages: [{name: 要闻}]\n---\n", encoding="utf-8")
    file = paper.folder.parent / "春耕.txt"
    file.write_text(f"春耕备耕有序推进\n本报讯 {TEXT}\n{TEXT}\n", encoding="utf-8")
    assert "第几版" not in paper("import", str(file)).out


def test_a_doubt_asks_unless_it_only_tells() -> None:
    assert Doubt("cut").asks
    assert not Doubt("aside").asks
