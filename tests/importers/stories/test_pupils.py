"""How pupils sign: their class glued to a name, several names, a list of particulars."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.stories.test_cutting import LARGE, MIDDLE, RIGHT, TEXT
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story

TITLE = paragraph("有你在，我们不怕", MIDDLE, LARGE)
TEXTS = paragraph(TEXT) * 2


@pytest.mark.parametrize("properties", ["", MIDDLE])
def test_a_class_with_the_name_behind_it_is_the_byline(tmp_path: Path, properties: str) -> None:
    found = story(tmp_path, docx(TITLE + paragraph("花桥中学2105班沈微", properties) + TEXTS))
    assert (found.byline, found.subtitle) == ("花桥中学2105班 沈微", ())
    assert (body_of(found), "byline" in found.guessed) == ([TEXT, TEXT], True)


@pytest.mark.parametrize("line", ["全班同学都来了", "花桥中学2105班", "两个班级合并"])
def test_a_class_without_a_name_is_none(tmp_path: Path, line: str) -> None:
    assert story(tmp_path, docx(TITLE + paragraph(line) + TEXTS)).byline == ""


def test_more_names_than_a_line_of_a_byline_has_are_one(tmp_path: Path) -> None:
    names = "沈微、吴荻、江一帆、柏小满、顾城西"
    found = story(tmp_path, docx(TITLE + paragraph(names, MIDDLE) + TEXTS))
    assert (found.byline, body_of(found)) == (names, [TEXT, TEXT])


LIST = ("学校:花桥第一小学", "班级：五年级3班", "姓名：沈微", "邮箱：a@example.org")
MORE = ("辅导老师：吴荻", "联系电话：13800000000", "邮寄地址：花桥镇桥头街1号")


def test_a_list_of_particulars_below_the_text_says_who_wrote(tmp_path: Path) -> None:
    below = "".join(map(paragraph, (*LIST, *MORE)))
    found = story(tmp_path, docx(TITLE + TEXTS + below))
    assert found.byline == "花桥第一小学 五年级3班 沈微 辅导老师 吴荻"
    assert (body_of(found), "byline" in found.guessed) == ([TEXT, TEXT], True)
    told = [dict(d.gaps)["label"] for d in found.doubts if d.key == "contact"]
    assert told == ["邮箱", "电话", "地址"]


def test_a_list_without_a_name_stays_in_the_text(tmp_path: Path) -> None:
    lines = list(LIST[:2])
    found = story(tmp_path, docx(TITLE + TEXTS + "".join(map(paragraph, lines))))
    assert body_of(found) == [TEXT, TEXT, *lines]


def test_beside_a_byline_the_list_is_told(tmp_path: Path) -> None:
    by = paragraph("沈微", MIDDLE)
    found = story(tmp_path, docx(TITLE + by + TEXTS + "".join(map(paragraph, LIST))))
    assert (found.byline, body_of(found)) == ("沈微", [TEXT, TEXT])
    assert "花桥第一小学 五年级3班 沈微" in [dict(d.gaps).get("text") for d in found.doubts]


def test_how_to_reach_an_author_to_the_right_below_the_headline_is_set_aside(
    tmp_path: Path,
) -> None:
    lines = ("花桥小学五（3）班 沈微", "花桥镇桥头街", "联系方式：13800000000")
    head = "".join(paragraph(line, RIGHT) for line in lines)
    found = story(tmp_path, docx(TITLE + head + TEXTS))
    assert not any("13800000000" in line for line in body_of(found))
    assert [dict(d.gaps)["label"] for d in found.doubts if d.key == "contact"] == ["联系方式"]
