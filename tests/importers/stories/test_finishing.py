"""What a title names, what a file is called, and what stands at a head that is none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.planning import Wanted, plan
from banxin.importers.stories.headless import headline_of
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Text
from banxin.importers.text.reader import read_text
from tests.importers.test_planning import TARGET
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph, run_of
from tests.support.manuscripts.reading import body_of, manuscript, story
from tests.support.manuscripts.typed_rows import typed_rows

TEXT = "渡口修好以后，过河的人多了起来，岸边的小店也热闹了，傍晚常有人坐着看船来船往。"
LARGE = '<w:sz w:val="32"/>'


@pytest.mark.parametrize(
    ("line", "column", "title"),
    [
        ("渡口专栏｜船来船往又一年", "渡口专栏", "船来船往又一年"),
        ("活动预告丨周末到渡口看船", "活动预告", "周末到渡口看船"),
        ("船来船往又一年丨渡口", "", "船来船往又一年丨渡口"),
    ],
)
def test_what_stands_before_a_bar_is_the_column(
    tmp_path: Path, line: str, column: str, title: str
) -> None:
    (found,) = typed_rows(tmp_path, "word", f"# {line}\n{TEXT}\n{TEXT}")
    assert (found.column, found.title) == (column, title)
    assert ("column" in found.guessed) == bool(column)


def test_a_column_of_the_papers_is_sure() -> None:
    text = read_text("a.txt", f"渡口专栏｜船来船往又一年\n\n{TEXT}\n{TEXT}")
    (found,) = stories(text, frozenset({"渡口专栏"}))
    assert found.column == "渡口专栏"
    assert "column" not in found.guessed


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("江城县青禾镇柳巷三十二号", True),
        ("江城县柳溪小区", True),
        ("江城县渡口两百岁", False),
    ],
)
def test_where_a_pupil_lives_is_set_aside(tmp_path: Path, line: str, aside: bool) -> None:
    rows = f"# 我家门前的渡口\n> 青禾小学 五年级三班 沈小满\n> {line}\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (line not in body_of(found)) == aside
    assert [dict(d.gaps)["label"] for d in found.doubts if d.key == "contact"] == ["地址"] * aside


def test_a_number_that_word_set_before_a_title_is_told_and_no_part_of_it(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1部分"/>'
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = f"<w:p><w:pPr>{listed}</w:pPr>{run_of('渡口的来历')}</w:p>" + paragraph(TEXT) * 3
    found = story(tmp_path, docx(body, parts={"numbering.xml": numbering}))
    assert found.title == "渡口的来历"
    assert "title" in found.guessed
    assert [dict(d.gaps)["text"] for d in found.doubts if d.key == "aside"] == ["第一部分"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("青禾镇渡口修缮一新.docx", "青禾镇渡口修缮一新"),
        ("青禾镇渡口修缮一新 - 副本(2).docx", "青禾镇渡口修缮一新"),
        ("青禾镇渡口修缮一新2031.05.06.docx", "青禾镇渡口修缮一新"),
        ("通知.docx", ""),
        ("新建 Microsoft Word 文档.docx", ""),
        ("渡口修缮新闻稿最终版.docx", ""),
        ("关于渡口的几点学习心得体会.docx", ""),
        ("20310506.docx", ""),
        ("01-02渡口修缮一新啦.docx", ""),
        ("沈小满.docx", ""),
        ("江城县水利局办公室.docx", ""),
    ],
)
def test_a_files_name_is_the_title_of_a_text_without_one_where_it_is_a_headline(
    tmp_path: Path, name: str, title: str
) -> None:
    assert headline_of(name) == title
    (found,) = stories(manuscript(tmp_path, docx(paragraph(TEXT) * 3), name))
    assert (found.title == title) == bool(title)
    assert "title" in found.guessed
    assert found.kind == ("notice" if name == "通知.docx" else "")
    (planned,) = plan([Wanted(found, page="1")], TARGET, lambda _: 1, ())
    assert "title-missing" in {one.key for one in planned.doubts}


HEADING = '<w:pStyle w:val="1"/>'
STYLES = (
    f'<w:styles {SPACES}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:rPr><w:sz w:val="44"/></w:rPr></w:style></w:styles>'
)


@pytest.mark.parametrize(("look", "wins"), [('<w:sz w:val="21"/>', True), ("", False)])
def test_a_larger_first_line_outdoes_a_heading_that_looks_as_the_text_does(
    tmp_path: Path, look: str, wins: bool
) -> None:
    text = paragraph(TEXT, "", '<w:sz w:val="21"/>')
    body = paragraph("渡口边的几点体会", "", LARGE) + text
    body += paragraph("早起的人看得清。慢的船走得远，请各位自己斟酌", HEADING, look) + text * 2
    found = stories(manuscript(tmp_path, docx(body, parts={"styles.xml": STYLES})))
    assert ([one.title for one in found] == ["渡口边的几点体会"]) == wins
    if wins:
        assert "title" in found[0].guessed
        assert not any(one.subhead for one in found[0].body if isinstance(one, Text))
