"""Where one story ends and the next begins, by what its lines look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import docx, drawing, image_relation, paragraph
from tests.support.manuscripts.reading import body_of, manuscript
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

BOLD, LARGE = "<w:b/>", '<w:b/><w:sz w:val="44"/>'
MIDDLE, RIGHT = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"
FIRST, SECOND = "春耕备耕有序推进", "防汛备汛有序推进"
PICTURE = image_relation("rId1", "media/a.png")


def heads(folder: Path, *rows: str) -> list[tuple[tuple[str, ...], str, int]]:
    """Each story's 引题, headline, and how many paragraphs it has."""
    data = docx("".join(rows), relations=PICTURE, files={"word/media/a.png": b"a"})
    found = stories(manuscript(folder, data))
    return [(one.kicker, one.title, len(body_of(one))) for one in found]


def large(text: str, more: str = "") -> str:
    return paragraph(text, MIDDLE + more, LARGE)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("sign", ["（郑田 摄影报道）", "(郑田 摄影报道)", "(记者 沈微)"])
def test_below_who_signed_another_story_begins(tmp_path: Path, way: str, sign: str) -> None:
    rows = f"# {FIRST}\n{TEXT}\n{TEXT}{sign}\n\n# 一把旧伞\n江南\n{TEXT}\n{TEXT}"
    assert [s.title for s in typed_rows(tmp_path, way, rows)] == [FIRST, "一把旧伞"]


def test_a_notice_among_headlines_that_look_as_it_does_is_a_story(tmp_path: Path) -> None:
    notice = "关于水质监测期间交通管制的通告"
    rows = f"% 江边的夜\n= 江小舟\n{TEXT}\n{TEXT}\n% {notice}\n{TEXT}\n> 县水利局\n> 2026.7.24"
    assert [s.title for s in typed_rows(tmp_path, "word", rows)] == ["江边的夜", notice]


def test_pictures_alone_are_no_story(tmp_path: Path) -> None:
    assert heads(tmp_path, drawing("rId1"), drawing("rId1")) == []


def test_who_signed_a_story_is_no_part_of_the_next_ones_head(tmp_path: Path) -> None:
    rows = large(FIRST), paragraph(TEXT), paragraph("县水利局", RIGHT)
    found = heads(tmp_path, *rows, large(SECOND), paragraph(TEXT))
    assert found == [((), FIRST, 1), ((), SECOND, 1)]
    by = paragraph("沈微")
    found = heads(tmp_path, *rows[:2], by, large(SECOND), paragraph(TEXT))
    assert found[1] == ((), SECOND, 1)


def test_among_headlines_that_only_bold_sets_off_a_kicker_follows_a_whole_text(
    tmp_path: Path,
) -> None:
    def rows(ending: str) -> list[str]:
        first = paragraph(FIRST, "", BOLD) + paragraph(TEXT) + paragraph(TEXT + ending)
        return [first, paragraph("全县上下抢农时"), paragraph(SECOND, "", BOLD), paragraph(TEXT)]

    assert heads(tmp_path, *rows(""))[1] == (("全县上下抢农时",), SECOND, 1)
    assert all(kicker == () for kicker, _, _ in heads(tmp_path, *rows("而且")))


def test_a_headline_on_a_new_page_begins_another_story(tmp_path: Path) -> None:
    found = heads(tmp_path, large(FIRST), large(SECOND, "<w:pageBreakBefore/>"), paragraph(TEXT))
    assert found == [((), FIRST, 0), ((), SECOND, 1)]


def test_headlines_at_the_end_of_a_recognised_page_lead_to_other_pages() -> None:
    text = TEXT.replace("，", ",").replace("听取", "听 取").replace("工作", "工 作")
    page = f"{FIRST}\n\n本报讯（记者 沈微）{text * 3}\n\n{SECOND}\n\n渡轮复航在即"
    found = stories(read_text("a.txt", page))
    assert [(one.title, len(one.body)) for one in found] == [
        (FIRST, 1),
        (SECOND, 0),
        ("渡轮复航在即", 0),
    ]


def test_a_mark_below_a_picture_is_no_caption(tmp_path: Path) -> None:
    rows = large(FIRST), paragraph(TEXT), drawing("rId1"), paragraph("＊＊＊"), paragraph(TEXT)
    data = docx("".join(rows), relations=PICTURE, files={"word/media/a.png": b"a"})
    (found,) = stories(manuscript(tmp_path, data))
    assert [one.caption for one in found.pictures] == [""]


def test_an_empty_line_within_a_headlines_paragraph_is_none_of_its_lines(tmp_path: Path) -> None:
    both = large(FIRST).replace(
        "</w:t>", "</w:t><w:br/><w:br/><w:t>——江城县见闻</w:t><w:br/><w:br/>"
    )
    (found,) = stories(manuscript(tmp_path, docx(both + paragraph(TEXT))))
    assert (found.title, found.subtitle) == (FIRST, ("——江城县见闻",))


def test_a_place_before_a_long_line_is_a_part_of_it(tmp_path: Path) -> None:
    line = "头条：" + "春耕备耕有序推进，" * 9
    found = stories(manuscript(tmp_path, docx(large(FIRST) + paragraph(line) + paragraph(TEXT))))
    assert (found[0].rank, line in body_of(found[0])) == ("", True)


def test_a_line_of_particulars_that_is_a_sentence_stays_whole(tmp_path: Path) -> None:
    line = "来源：县志　作者：所见未必可靠，请查。　责编：沈微"
    (found,) = stories(manuscript(tmp_path, docx(large(FIRST) + paragraph(line) + paragraph(TEXT))))
    assert "请查。" in body_of(found)[0]
    assert found.credited == ""


def test_below_a_table_or_a_picture_no_kicker_stands_where_only_bold_sets_off(
    tmp_path: Path,
) -> None:
    first = paragraph(FIRST, "", BOLD) + paragraph(TEXT) + paragraph(TEXT)
    rows = first, drawing("rId1"), paragraph("全县上下抢农时"), paragraph(SECOND, "", BOLD)
    found = heads(tmp_path, *rows, paragraph(TEXT), paragraph(TEXT))
    assert all(kicker == () for kicker, _, _ in found)


def test_a_name_above_a_bold_headline_signs_the_story_before(tmp_path: Path) -> None:
    first = paragraph(FIRST, "", BOLD) + paragraph(TEXT) + paragraph(TEXT)
    second = paragraph(SECOND, "", BOLD) + paragraph(TEXT) + paragraph(TEXT)
    found = heads(tmp_path, first, paragraph("县水利局", RIGHT), second)
    assert [(kicker, title) for kicker, title, _ in found] == [((), FIRST), ((), SECOND)]


@pytest.mark.parametrize("way", ["text", "word without looks"])
@pytest.mark.parametrize(
    "line", ["（云溪县消防救援队的提示）", "（作者系云溪县作协会员）", "作者简介：沈微，县作协会员"]
)
def test_a_last_line_with_nothing_below_heads_no_story(tmp_path: Path, way: str, line: str) -> None:
    rows = f"{FIRST}\n\n{TEXT}\n\n{TEXT}\n\n{line}\n电话：13800000000"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.title, body_of(found)) == (FIRST, [TEXT, TEXT, line])


def test_hundreds_of_lines_that_look_like_headlines_are_one_text(tmp_path: Path) -> None:
    lines = [paragraph(f"沈微{n}", "", BOLD) for n in range(600)]
    ((_, title, count),) = heads(tmp_path, *lines)
    assert title.startswith("沈微0")
    assert count > 500
