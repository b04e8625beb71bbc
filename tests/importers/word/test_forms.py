"""A contributor's form, and the page that a document's own head names."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript, story

TEXT = "村里为二百一十户换装智能水表，村民用手机就能查水量、交水费。"


def row(*cells: str) -> str:
    made = (cell if cell.startswith("<w:p>") else paragraph(cell) for cell in cells)
    return "<w:tr>" + "".join(f"<w:tc>{one}</w:tc>" for one in made) + "</w:tr>"


def test_a_form_gives_the_story_and_sets_the_rest_aside(tmp_path: Path) -> None:
    table = "<w:tbl>" + "".join(
        (
            row("投稿单位", "县水利局", "作者", "沈微"),
            row("标题", "石门村装上了智能水表"),
            row("正　文", paragraph(TEXT) + paragraph(TEXT)),
            row("审稿人意见", "同意　吴荻", "联系电话", "13800000000"),
        )
    )
    form = paragraph("投稿登记表", '<w:jc w:val="center"/>', "<w:b/>") + table + "</w:tbl>"
    found = story(tmp_path, docx(form))
    assert (found.title, found.byline, body_of(found)) == (
        "石门村装上了智能水表", "沈微", [TEXT, TEXT],
    )  # fmt: skip
    told = "".join(value for d in found.doubts for value in dict(d.gaps).values())
    for said in ("投稿登记表", "投稿单位：县水利局", "审稿人意见：同意 吴荻", "联系电话"):
        assert said in told


def test_a_table_with_a_column_of_titles_stays_a_table(tmp_path: Path) -> None:
    table = "<w:tbl>" + row("标题", "作者", "得票") + row("老渡口", "沈微", "12") + "</w:tbl>"
    title = paragraph("好稿评选结果", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>')
    found = story(tmp_path, docx(title + paragraph(TEXT) + table))
    assert (found.title, len(found.body)) == ("好稿评选结果", 2)


def test_the_page_is_read_in_the_head_that_stands_on_every_page(tmp_path: Path) -> None:
    head = f"<w:hdr {SPACES}>{paragraph('江城报　2026年3月1日　第3版')}</w:hdr>"
    body = paragraph("春耕备耕有序推进", '<w:jc w:val="center"/>', "<w:b/>") + paragraph(TEXT)
    data = docx(body, parts={"header1.xml": head})
    found = stories(manuscript(tmp_path, data))
    assert [(s.page, s.title, body_of(s)) for s in found] == [("3", "春耕备耕有序推进", [TEXT])]


def test_heads_that_name_several_pages_name_none(tmp_path: Path) -> None:
    parts = {f"header{n}.xml": f"<w:hdr {SPACES}>{paragraph(f'第{n}版')}</w:hdr>" for n in (1, 2)}
    found = stories(manuscript(tmp_path, docx(paragraph(TEXT), parts=parts)))
    assert [s.page for s in found] == [""]


def test_a_table_alone_is_a_story_with_its_first_row_as_headline(tmp_path: Path) -> None:
    span = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    wide = f"<w:tr><w:tc>{span}{paragraph('春季长跑赛成绩表')}</w:tc></w:tr>"
    table = f"<w:tbl>{wide}{row('男子组', '沈微')}{row('女子组', '吴荻')}</w:tbl>"
    found = story(tmp_path, docx(table))
    assert found.title == "春季长跑赛成绩表"
    assert [one.rows for one in found.body] == [(("男子组", "沈微"), ("女子组", "吴荻"))]  # type: ignore[union-attr]


def test_a_table_without_a_headline_is_imported(tmp_path: Path) -> None:
    found = story(tmp_path, docx(f"<w:tbl>{row('男子组', '沈微')}</w:tbl>"))
    assert len(found.body) == 1
    assert "title" in found.guessed


def test_a_text_below_its_label_is_the_story_and_an_empty_entry_says_nothing(
    tmp_path: Path,
) -> None:
    rows = row("标题", "石门村装上了智能水表") + row("", "") + row("正文") + row(paragraph(TEXT))
    found = story(tmp_path, docx(f"<w:tbl>{rows}</w:tbl>"))
    assert (found.title, body_of(found), found.doubts) == ("石门村装上了智能水表", [TEXT], ())


@pytest.mark.parametrize(
    "name", ["云溪县公安局信息发布审批表", "宣传信息报送审核表", "新闻稿件审签单", "稿件送审表"]
)
def test_the_name_of_a_form_is_no_line_of_the_story(tmp_path: Path, name: str) -> None:
    table = row("标题", "石门村装上了智能水表") + row("正文", paragraph(TEXT) + paragraph(TEXT))
    title = paragraph(name, '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="36"/>')
    found = story(tmp_path, docx(f"{title}<w:tbl>{table}</w:tbl>"))
    assert (found.title, found.kicker, body_of(found)) == ("石门村装上了智能水表", (), [TEXT] * 2)
