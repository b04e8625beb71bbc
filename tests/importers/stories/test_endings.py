"""What stands below a text: where it is from, and who signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.stories.test_cutting import LARGE, MIDDLE, RIGHT, TEXT
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TITLE = paragraph("春耕备耕有序推进", MIDDLE, LARGE)
DAY = paragraph("2022年3月1日", RIGHT)


def test_a_source_that_is_cited_in_brackets_is_one(tmp_path: Path) -> None:
    found = story(tmp_path, docx(TITLE + paragraph(TEXT) + paragraph("（据县水利局）")))
    assert (found.credited, body_of(found)) == ("县水利局", [TEXT])


ENDS = [
    ("（县供电公司 洪川）", "县供电公司 洪川", ""),
    ("> 县水利局 沈微 吴荻", "县水利局 沈微 吴荻", ""),
    ("（县委宣传部供稿）", "", "县委宣传部"),
    ("（县委宣传部 供稿）", "", "县委宣传部"),
    ("县水利局供稿", "", "县水利局"),
    ("供稿：县水利局", "", "县水利局"),
    ("（原载《山城日报》2026年11月27日，有删节）", "", "山城日报"),
    ("（据《山城日报》）", "", "山城日报"),
    ("（摘自《山城日报》11月27日）", "", "山城日报"),
    ("（原载11月27日《山城日报》，本报有删改）", "", "山城日报"),
    ("> 据《山城日报》", "", "山城日报"),
    ("摘自《山城日报》", "", "山城日报"),
]
BEHIND = ["\n", ""]  # a line of its own; or, in brackets, behind the last sentence


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("parted", "line", "byline", "source"),
    [(by, *end) for by in BEHIND for end in ENDS if by or end[0].startswith("（")],
)
def test_an_office_and_its_people_sign_and_what_sends_is_the_source(
    tmp_path: Path, way: str, parted: str, line: str, byline: str, source: str
) -> None:
    rows = f"# 春耕备耕有序推进\n{TEXT}\n{TEXT}{parted}{line}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.byline, found.credited, body_of(found)) == (byline, source, [TEXT, TEXT])
    assert ("byline" in found.guessed) == bool(byline)


def test_a_date_that_nobody_signs_stays_in_the_text(tmp_path: Path) -> None:
    found = story(tmp_path, docx(TITLE + paragraph(TEXT) + DAY))
    assert (found.signoff, body_of(found)) == ((), [TEXT, "2022年3月1日"])


def test_a_sentence_that_stands_right_signs_nothing(tmp_path: Path) -> None:
    said = "这是一句靠右的话，不是单位的名称。"
    rows = TITLE + paragraph(TEXT) + paragraph(said, RIGHT) + DAY + paragraph(TEXT)
    found = story(tmp_path, docx(rows))
    assert (found.signoff, body_of(found)) == ((), [TEXT, said, "2022年3月1日", TEXT])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("（摘自《山城日报》 作者：沈小满）", ""),
        ("（选自《山城日报》，作者：沈小满，有删节）", "有删节"),
        ("摘自《山城日报》 沈小满/文", ""),
        ("来源：山城日报　作者：沈小满　有删节", "有删节"),
        ("来源：山城日报　作者：沈小满　（本报有删改）", "本报有删改"),
    ],
)
def test_who_wrote_what_is_reprinted_is_kept_and_that_it_was_shortened(
    tmp_path: Path, way: str, line: str, note: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 春耕备耕有序推进\n{TEXT}\n{TEXT}\n{line}")
    assert (found.byline, found.credited, found.note) == ("沈小满", "山城日报", note)
    assert body_of(found) == [TEXT, TEXT]


@pytest.mark.parametrize("way", WAYS)
def test_an_author_who_differs_from_the_one_above_is_told(tmp_path: Path, way: str) -> None:
    line = "（摘自《山城日报》 作者：沈小满）"
    rows = f"# 春耕备耕有序推进\n本报记者 王大力\n{TEXT}\n{TEXT}\n{line}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert found.byline == "本报记者 王大力"
    assert line.strip("（）") in "".join(dict(one.gaps).get("text", "") for one in found.doubts)


@pytest.mark.parametrize("way", WAYS)
def test_a_sentence_that_cites_a_paper_stays_in_the_text(tmp_path: Path, way: str) -> None:
    said = "据《山城日报》报道，今年春耕比往年早了十天"
    (found,) = typed_rows(tmp_path, way, f"# 春耕备耕有序推进\n{TEXT}\n{said}")
    assert (found.credited, body_of(found)) == ("", [TEXT, said])


@pytest.mark.parametrize("way", WAYS)
def test_an_author_who_is_named_again_with_a_label_is_told(tmp_path: Path, way: str) -> None:
    rows = f"# 我的书法梦\n作者：沈微\n{TEXT}\n{TEXT}\n作者姓名：沈微\n地址：江城县建设街18号"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.byline, body_of(found)) == ("沈微", [TEXT, TEXT])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("line", ["（江城县消防救援大队）", "> （县委宣传部）"])
def test_an_office_alone_in_brackets_at_the_end_may_be_the_source(
    tmp_path: Path, way: str, line: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 春耕备耕\n{TEXT}\n{TEXT}\n{line}")
    assert (found.credited, "source" in found.guessed) == (line.strip("> （）"), True)
    assert body_of(found) == [TEXT, TEXT]


@pytest.mark.parametrize(
    "line", ["（本栏目由县重点办协办）", "（本报综合）", "（县水利局主办）", "（县文联、县作协）"]
)
def test_what_else_stands_in_brackets_at_the_end_is_no_source(tmp_path: Path, line: str) -> None:
    (found,) = typed_rows(tmp_path, "word", f"# 春耕备耕\n{TEXT}\n{TEXT}\n{line}")
    assert (found.credited, body_of(found)) == ("", [TEXT, TEXT, line])


CLOSES = [
    (("你的女儿：小满", "2022年6月1日"), ("你的女儿：小满",), "2022-06-01"),
    (("花桥村村委会", "2022年1月17日星期一"), ("花桥村村委会",), "2022-01-17"),
    (("花桥村村委会", "2022年1月17日（星期一）"), ("花桥村村委会",), "2022-01-17"),
    (("小满", "2022/6/1 儿童节"), ("小满", "2022/6/1 儿童节"), ""),
    (("小满@花桥", "2022.05"), ("小满@花桥", "2022.05"), ""),
]


@pytest.mark.parametrize(("lines", "by", "date"), CLOSES)
def test_who_signs_to_the_right_above_a_date_signs(
    tmp_path: Path, lines: tuple[str, ...], by: tuple[str, ...], date: str
) -> None:
    below = "".join(paragraph(line, RIGHT) for line in lines)
    found = story(tmp_path, docx(TITLE + paragraph(TEXT) + below))
    assert (found.signoff, found.signoff_date, body_of(found)) == (by, date, [TEXT])


def test_a_pupils_school_and_class_above_the_name_are_part_of_the_byline(tmp_path: Path) -> None:
    lines = ("花桥第一小学", "五年级三班", "沈微")
    below = "".join(paragraph(line, RIGHT) for line in lines)
    found = story(tmp_path, docx(TITLE + paragraph(TEXT) + paragraph(TEXT) + below))
    assert (found.byline, body_of(found)) == (" ".join(lines), [TEXT, TEXT])
    assert "byline" in found.guessed


def test_a_name_alone_below_an_empty_line_is_the_byline_to_be_looked_at(tmp_path: Path) -> None:
    found = story(tmp_path, docx(TITLE + paragraph(TEXT) * 2 + paragraph("") + paragraph("沈微")))
    assert (found.byline, body_of(found)) == ("沈微", [TEXT, TEXT])
    assert "byline" in found.guessed


def test_who_applies_signs_above_the_date(tmp_path: Path) -> None:
    lines = paragraph("申请人：花桥村村民 沈微") + paragraph("2022年3月1日星期二")
    found = story(tmp_path, docx(TITLE + paragraph(TEXT) * 2 + lines))
    assert (found.signoff, found.signoff_date) == (("申请人：花桥村村民 沈微",), "2022-03-01")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("by", ["县税务局 沈微", "沈微"])
def test_a_name_below_a_whole_paragraph_may_be_the_authors(
    tmp_path: Path, way: str, by: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 县里开展便民办税活动\n{TEXT}\n{TEXT}\n{by}")
    assert (found.byline, "byline" in found.guessed, body_of(found)) == (by, True, [TEXT, TEXT])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("look", ["", "> "])
def test_an_office_below_the_date_signs_as_one_above_it_does(
    tmp_path: Path, way: str, look: str
) -> None:
    rows = f"# 停水通知\n{TEXT}\n{TEXT}\n{look}2026年3月1日\n{look}江城县水务局"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.signoff, found.signoff_date) == (("江城县水务局",), "2026-03-01")
    assert body_of(found) == [TEXT, TEXT]
