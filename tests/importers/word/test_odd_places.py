"""Words in odd places of a document: read, or told."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.manuscript import Manuscript
from banxin.importers.stories.reader import stories
from tests.importers.word.test_tables import cell, table
from tests.support.manuscripts.by_hand import (
    SPACES,
    docx,
    drawing,
    image_relation,
    paragraph,
    run_of,
)
from tests.support.manuscripts.reading import body_of, manuscript

TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"
LARGE = '<w:b/><w:sz w:val="44"/>'
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
REMARK = '<w:r><w:commentReference w:id="0"/></w:r>'
FOOTNOTES = (
    f'<w:footnotes {SPACES}><w:footnote w:id="2">{paragraph("据县志。")}</w:footnote></w:footnotes>'
)
COMMENTS = (
    f'<w:comments {SPACES}><w:comment w:id="0" w:author="主任">{paragraph("再核一下")}</w:comment>'
    "</w:comments>"
)


def of(folder: Path, body: str, **parts: str) -> Manuscript:
    return manuscript(folder, docx(body, parts={f"{name}.xml": t for name, t in parts.items()}))


def noted(text: str, look: str = "", mark: str = NOTE) -> str:
    return f"<w:p>{run_of(text, look)}{mark}</w:p>"


@pytest.mark.parametrize(
    "body",
    [
        noted("春耕备耕有序推进", LARGE) + paragraph(TEXT),
        paragraph("春耕备耕有序推进", "", LARGE)
        + table(cell("项目") + cell("数量"), f"<w:tc>{noted('种子')}</w:tc>" + cell("1"))
        + paragraph(TEXT),
    ],
)
def test_a_note_whose_number_has_no_place_is_told(tmp_path: Path, body: str) -> None:
    (found,) = stories(of(tmp_path, body, footnotes=FOOTNOTES))
    assert found.notes == ()
    assert [dict(d.gaps)["text"] for d in found.doubts if d.key == "note-loose"] == ["据县志。"]


def test_a_note_of_a_text_box_stands_below_the_story_that_has_its_words(tmp_path: Path) -> None:
    box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{noted('方框里的字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    body = paragraph("春耕备耕有序推进", "", LARGE) + paragraph(TEXT) + box
    (found,) = stories(of(tmp_path, body, footnotes=FOOTNOTES))
    assert found.notes == (("1", "据县志。"),)
    assert body_of(found)[-1] == "方框里的字"


@pytest.mark.parametrize(
    "around", ["{}", "<w:del w:id='1'>{}</w:del>", "<w:moveFrom w:id='1'>{}</w:moveFrom>"]
)
def test_a_remark_at_words_that_are_gone_is_kept(tmp_path: Path, around: str) -> None:
    mark = around.format(REMARK)
    (found,) = stories(of(tmp_path, paragraph(TEXT) + noted(TEXT, mark=mark), comments=COMMENTS))
    assert [(one.author, one.text) for one in found.comments] == [("主任", "再核一下")]


def test_words_within_a_formula_are_read(tmp_path: Path) -> None:
    formula = f"<m:oMath><m:func><m:e>{run_of('亩产')}</m:e></m:func></m:oMath>"
    (found,) = stories(of(tmp_path, f"<w:p>{run_of(TEXT)}{formula}</w:p>"))
    assert body_of(found) == [f"{TEXT}亩产"]


def test_a_drawing_of_words_that_word_keeps_elsewhere_is_told(tmp_path: Path) -> None:
    graphic = '<a:graphic><a:graphicData><dgm:relIds xmlns:dgm="x" r:dm="rId9"/></a:graphicData>'
    drawing = f"<w:drawing><wp:inline>{graphic}</a:graphic></wp:inline></w:drawing>"
    found = of(tmp_path, f"<w:p>{run_of(TEXT)}<w:r>{drawing}</w:r></w:p>")
    assert [one.key for one in found.doubts] == ["chart"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("投稿：县水利局 沈微", ["投稿：县水利局 沈微"]),
        ("第 1 页 共 3 页", []),
        ("第3版", []),
        ("- 2 -", []),
        ("", []),
    ],
)
@pytest.mark.parametrize("kind", ["header", "footer"])
def test_what_stands_on_every_sheet_is_told_but_for_its_number(
    tmp_path: Path, kind: str, text: str, told: list[str]
) -> None:
    edge = f"<w:hdr {SPACES}>{paragraph(text)}</w:hdr>"
    found = of(tmp_path, paragraph(TEXT), **{f"{kind}1": edge})
    assert [dict(d.gaps)["text"] for d in found.doubts if d.key == "sheet"] == told
    assert not any(one.asks for one in found.doubts)


def test_of_several_bodies_all_is_read(tmp_path: Path) -> None:
    data = docx(paragraph("春耕") + "</w:body><w:body>" + paragraph(TEXT))
    assert [one.text for one in manuscript(tmp_path, data).blocks] == ["春耕", TEXT]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("before", "name", "near"),
    [
        ("水的密度是", "a.wmf", ["水的密度是"]),
        ("他写下“水满则溢”，还算出了水的密度是", "a.wmf", ["还算出了水的密度是"]),
        ("他写下“水满则溢”，即", "a.wmf", ["他写下“水满则溢”，即"]),
        ("会议结束。", "a.wmf", []),
        ("水的密度是", "a.png", []),
        ("", "a.wmf", []),
    ],
)
def test_a_formula_that_is_a_drawing_leaves_a_gap_that_is_told(
    tmp_path: Path, before: str, name: str, near: list[str]
) -> None:
    picture = drawing("rId1").removeprefix("<w:p>").removesuffix("</w:p>")
    body = f"<w:p>{run_of(before)}{picture}{run_of('，冰的小一些。')}</w:p>"
    relation = image_relation("rId1", f"media/{name}")
    data = docx(paragraph(TEXT) + body, relations=relation, files={f"word/media/{name}": b"x"})
    (found,) = stories(manuscript(tmp_path, data))
    assert [dict(d.gaps)["near"] for d in found.doubts if d.key == "picture-gap"] == near
    said = [f"{before}，冰的小一些。"] if near else [*filter(None, [before]), "，冰的小一些。"]
    assert body_of(found)[1:] == said or found.pictures[0].caption
