"""A line between a headline and who wrote is its 副题, whatever it looks like."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

MIDDLE = '<w:jc w:val="center"/>'
TEXT = "傍晚六点，云岭镇书屋的灯亮了，放学的孩子三三两两走进来，各自找到昨天没有看完的那本书。"


@pytest.mark.parametrize("head", ["#", "*", "%"])
@pytest.mark.parametrize("line", ["借书从此不用出村", "——云岭镇书屋见闻"])
@pytest.mark.parametrize("by", ["本报记者 沈小满", "沈小满 文/图"])
def test_a_plain_line_above_the_byline_is_a_subtitle(
    tmp_path: Path, head: str, line: str, by: str
) -> None:
    rows = f"{head} 山里孩子有了读书的地方\n{line}\n{by}\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (found.title, found.subtitle, found.byline) == ("山里孩子有了读书的地方", (line,), by)
    assert body_of(found) == [TEXT, TEXT]
    assert ("subtitle" in found.guessed) == (not line.startswith("——"))


@pytest.mark.parametrize("head", ["#", "*"])
def test_a_plain_line_above_a_text_is_none(tmp_path: Path, head: str) -> None:
    rows = f"{head} 山里孩子有了读书的地方\n灯亮了\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert found.subtitle == ()


@pytest.mark.parametrize(("size", "guessed"), [(24, True), (28, False), (32, False)])
def test_a_line_smaller_than_the_text_may_be_something_else(
    tmp_path: Path, size: int, *, guessed: bool
) -> None:
    rows = paragraph("山里孩子有了读书的地方", MIDDLE, '<w:b/><w:sz w:val="44"/>')
    rows += paragraph("借书从此不用出村", MIDDLE, f'<w:sz w:val="{size}"/>')
    found = story(tmp_path, docx(rows + paragraph(TEXT, "", '<w:sz w:val="28"/>') * 2))
    assert (found.subtitle, "subtitle" in found.guessed) == (("借书从此不用出村",), guessed)


@pytest.mark.parametrize("way", WAYS)
def test_several_offices_alone_below_the_headline_wrote_it(tmp_path: Path, way: str) -> None:
    rows = f"# 一周农事与天气\n= 县气象局　县农业农村局\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.subtitle, found.byline) == ((), "县气象局 县农业农村局")
    assert body_of(found) == [TEXT, TEXT]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", ["（2022）浙0803民初12号", "江政发〔2022〕3号"])
@pytest.mark.parametrize("head", ["江城县人民法院\n公　告", "江城县人民法院公告"])
def test_a_files_number_belongs_to_the_text(
    tmp_path: Path, way: str, number: str, head: str
) -> None:
    rows = "".join(f"# {line}\n" for line in head.split("\n"))
    (found,) = typed_rows(tmp_path, way, f"{rows}= {number}\n{TEXT}\n{TEXT}")
    assert found.title.replace("|", "").replace(" ", "") == "江城县人民法院公告"
    assert (found.subtitle, found.kind, body_of(found)[0]) == ((), "notice", number)


@pytest.mark.parametrize("head", ["#", "*", "%"])
def test_a_plain_line_right_above_the_text_is_a_subtitle_and_a_guess(
    tmp_path: Path, head: str
) -> None:
    line = "云岭镇公共文化服务见成效"
    (found,) = typed_rows(tmp_path, "word", f"{head} 灯下\n{line}\n{TEXT}\n{TEXT}")
    assert (found.title, found.subtitle, body_of(found)) == ("灯下", (line,), [TEXT, TEXT])
    assert "subtitle" in found.guessed


@pytest.mark.parametrize(
    "line",
    [
        "一、把书送到村里去",
        "各村民小组",
        "“书是甜的”",
        "活动时间：三月一日",
        "春天里",
        "> 云岭镇人民政府",
    ],
)
def test_but_no_point_label_quotation_or_office(tmp_path: Path, line: str) -> None:
    (found,) = typed_rows(tmp_path, "word", f"# 灯下\n{line}\n{TEXT}\n{TEXT}")
    assert found.subtitle == ()


def test_nor_one_of_several_such_lines(tmp_path: Path) -> None:
    rows = f"# 灯下\n书送到了村里\n{TEXT}\n孩子们来了\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (found.subtitle, body_of(found)[0]) == ((), "书送到了村里")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("line", ["主办：云岭镇团委", "编制时间：今年八月", "活动地点：云岭镇书屋"])
def test_what_an_event_is_and_where_belongs_to_the_text(
    tmp_path: Path, way: str, line: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 山里孩子读书会\n= {line}\n{TEXT}\n{TEXT}")
    assert (found.title, found.subtitle, body_of(found)[0]) == ("山里孩子读书会", (), line)


@pytest.mark.parametrize("title", ["江城县探索治理新方式：网格员上门", "抢时间：三天修通一座桥"])
def test_a_headline_may_name_a_way_or_a_time(tmp_path: Path, title: str) -> None:
    (found,) = typed_rows(tmp_path, "word", f"# {title}\n{TEXT}\n{TEXT}")
    assert (found.title, found.guessed) == (title, frozenset())
