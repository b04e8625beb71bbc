"""A form's cell that is as wide as the table holds a text, and no table's cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Image, Paragraph, Table
from banxin.importers.stories.story import Text
from tests.importers.word.test_tables import cell, table
from tests.support.manuscripts.by_hand import docx, drawing, image_relation, paragraph
from tests.support.manuscripts.reading import manuscript, story

PICTURE = image_relation("rId1", "media/a.png")
BOLD = '<w:b/><w:sz w:val="28"/>'
LONG = "会议听取了渡口修缮工程的进展，商定雨季之前把石阶铺完，经费由镇里和村里各出一半。"
HEAD = paragraph("会议纪要", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>')


def across(n: int, inside: str) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{n}"/></w:tcPr>{inside}</w:tc>'


TEXT = (
    paragraph("一、渡口修缮", "", BOLD)
    + paragraph(LONG)
    + drawing("rId1")
    + paragraph("二、夜校开班", "", BOLD)
    + paragraph(LONG)
)
ABOVE = cell("会议主题") + across(3, paragraph("青禾镇渡口修缮碰头会"))
ROW = cell("时间") + cell("3月2日") + cell("地点") + cell("镇文化站")


@pytest.mark.parametrize(
    ("rows", "label"),
    [
        ((across(4, paragraph("讨论情况")), across(4, TEXT)), "讨论情况"),
        ((cell("讨论情况") + across(3, TEXT),), "讨论情况"),
        ((across(4, TEXT),), ""),
    ],
    ids=["below its label", "beside it", "alone"],
)
def test_a_cell_of_paragraphs_is_a_text_between_two_tables(
    tmp_path: Path, rows: tuple[str, ...], label: str
) -> None:
    body = HEAD + table(ABOVE, ROW, *rows, ROW)
    data = docx(body, relations=PICTURE, files={"word/media/a.png": b"a"})
    _, *blocks = manuscript(tmp_path, data).blocks
    assert [len(b.rows) for b in blocks if isinstance(b, Table)] == [2, 1]
    assert isinstance(blocks[0], Table)
    assert isinstance(blocks[-1], Table)
    said = [b.said for b in blocks if isinstance(b, Paragraph)]
    assert said == [*filter(None, [label]), "一、渡口修缮", LONG, "二、夜校开班", LONG]
    assert sum(isinstance(b, Image) for b in blocks) == 1
    found = story(tmp_path, data)
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert heads == [*filter(None, [label]), "一、渡口修缮", "二、夜校开班"]


@pytest.mark.parametrize(
    "row",
    [
        across(4, paragraph("备注：" + "甲" * 20)),
        across(4, paragraph("河东村") + paragraph("河西村")),
        cell("事由") + across(2, TEXT) + cell("签字"),
    ],
    ids=["a remark", "two names", "not as wide"],
)
def test_another_cell_stays_in_its_table(tmp_path: Path, row: str) -> None:
    row = row.replace(drawing("rId1"), "")
    (_, found) = manuscript(tmp_path, docx(HEAD + table(ROW, row, ROW))).blocks
    assert isinstance(found, Table)
    assert len(found.rows) == 3


@pytest.mark.parametrize(
    ("number", "named"), [("青办〔纪〕3号", ABOVE), ("2031 QH/〔纪〕字003号", ABOVE), ("", ROW)]
)
def test_what_a_form_is_about_is_its_title_and_no_number_its_subtitle(
    tmp_path: Path, number: str, named: str
) -> None:
    below = paragraph(number, '<w:jc w:val="right"/>', '<w:sz w:val="32"/>') if number else ""
    body = HEAD + below + table(named, ROW, across(4, TEXT.replace(drawing("rId1"), "")))
    found = story(tmp_path, docx(body))
    if named is ROW:
        assert (found.title, found.kicker) == ("会议纪要", ())
        return
    assert (found.title, found.kicker) == ("青禾镇渡口修缮碰头会", ("会议纪要",))
    assert {"title", "kicker"} <= found.guessed
    assert found.subtitle == ()


def test_in_a_forms_cell_no_story_begins(tmp_path: Path) -> None:
    inside = "".join(
        paragraph(text) for n in "12" for text in (f"{n}.商量的办法", f"{n}）和船家先谈一次", LONG)
    )
    body = table(cell("类别") + across(3, paragraph("渡口")), cell("办法") + across(3, inside))
    found = story(tmp_path, docx(body))
    assert "title" in found.guessed
    assert [one.paragraph.said for one in found.body if isinstance(one, Text)].count(LONG) == 2
