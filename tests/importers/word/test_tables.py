"""A table's cells stand where they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Image, Table
from tests.support.manuscripts.by_hand import (
    SPACES,
    docx,
    drawing,
    image_relation,
    paragraph,
    run_of,
)
from tests.support.manuscripts.reading import manuscript, texts

PICTURE = image_relation("rId1", "media/a.png")


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_a_cell_that_reaches_down_the_last_column_leaves_it_empty_below(tmp_path: Path) -> None:
    body = table(
        cell("车辆") + cell("每日", '<w:vMerge w:val="restart"/>'),
        cell("行人") + cell("", "<w:vMerge/>"),
    )
    (found,) = manuscript(tmp_path, docx(body)).blocks
    assert found == Table((("车辆", "每日"), ("行人", "")), merged=True)


def test_a_table_without_words_is_left_out(tmp_path: Path) -> None:
    assert texts(tmp_path, table(cell("") + cell(""), cell("") + cell(""))) == []
    assert manuscript(tmp_path, docx(table(cell("") + cell("")))).blocks == ()


@pytest.mark.parametrize(("checked", "sign"), [("1", "☑"), ("0", "☐")])
def test_a_box_to_tick_is_read_as_it_is_printed(tmp_path: Path, checked: str, sign: str) -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    box = (
        f'<w:sdt {space}><w:sdtPr><w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>'
        f"</w:sdtPr><w:sdtContent>{run_of('☒')}</w:sdtContent></w:sdt>"
    )
    assert texts(tmp_path, f"<w:p>{box}{run_of('同意')}</w:p>") == [f"{sign}同意"]


def test_an_older_box_to_tick_is_read_too(tmp_path: Path) -> None:
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(tmp_path, f"<w:p>{box}{run_of('同意')}</w:p>") == ["☑同意"]


def test_a_row_that_stands_in_no_table_is_read(tmp_path: Path) -> None:
    assert texts(tmp_path, f"<w:tr>{cell('甲')}{cell('乙')}</w:tr>") == ["甲", "乙"]


LINK = (
    '<Relationship Id="rId5" TargetMode="External" Target="https://example.org/a" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
)


def test_a_links_words_and_address_are_read(tmp_path: Path) -> None:
    link = f'<w:p>{run_of("见")}<w:hyperlink r:id="rId5">{run_of("全文")}</w:hyperlink></w:p>'
    (found,) = manuscript(tmp_path, docx(link, relations=LINK)).blocks
    spans = [(s.text, s.link) for s in getattr(found, "spans", ())]
    assert spans == [("见", ""), ("全文", "https://example.org/a")]


def test_references_to_notes_and_remarks_that_are_not_there_are_passed_over(tmp_path: Path) -> None:
    lost = '<w:r><w:footnoteReference w:id="9"/></w:r><w:r><w:commentReference w:id="9"/></w:r>'
    notes = f"<w:footnotes {SPACES}/>"
    found = manuscript(
        tmp_path, docx(f"<w:p>{run_of('文')}{lost}</w:p>", parts={"footnotes.xml": notes})
    )
    assert (len(found.blocks), found.notes, found.comments) == (1, (), ())


def test_a_raised_sign_stays_raised_and_a_text_of_no_size_is_read(tmp_path: Path) -> None:
    raised = run_of("2", '<w:vertAlign w:val="superscript"/>')
    body = f"<w:p>{run_of('平方米')}{raised}</w:p>"
    (found,) = manuscript(tmp_path, docx(body)).blocks
    assert [(s.text, s.script) for s in getattr(found, "spans", ())] == [
        ("平方米", ""),
        ("2", "super"),
    ]
    assert texts(tmp_path, paragraph("字", "", '<w:sz w:val="0"/>')) == ["字"]


def on_a_form(*pairs: tuple[str, str], photograph: str = "") -> str:
    """Rows of labels and what was filled in, a picture in a cell at the end of the first."""
    rows = [cell(a) + cell(b) + cell("电话") + cell("") for a, b in pairs]
    return table(rows[0] + f"<w:tc>{photograph}</w:tc>", *rows[1:])


def test_a_form_with_somebodys_photograph_stays_a_table(tmp_path: Path) -> None:
    pairs = (("姓名", "沈微"), ("性别", "女"), ("单位", "县水利局"), ("特长", "摄影"))
    body = paragraph("通讯员登记表") + on_a_form(*pairs, photograph=drawing("rId1"))
    _, form, photograph = manuscript(tmp_path, docx(body, relations=PICTURE)).blocks
    assert isinstance(form, Table)
    assert [row[:2] for row in form.rows] == list(pairs)
    assert isinstance(photograph, Image)


def test_pictures_and_the_words_below_them_are_no_table(tmp_path: Path) -> None:
    pictures = f"<w:tc>{drawing('rId1')}</w:tc>" * 2
    rows = [pictures, cell("图为现场。") + cell("图为会场。")] * 2
    found = manuscript(tmp_path, docx(table(*rows), relations=PICTURE)).blocks
    assert not any(isinstance(one, Table) for one in found)
    assert sum(isinstance(one, Image) for one in found) == 4
