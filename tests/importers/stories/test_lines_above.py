"""A line above a headline that looks like the text: its column or its 引题, never the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TEXT = "老街是在雨里醒来的，天刚蒙蒙亮，卖豆腐的梆子声就从巷口传来，一声长一声短。"
NEWS = f"# 春耕备耕有序推进\n本报讯（记者 沈微）{TEXT}\n{TEXT}（完）"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "line",
    [
        *("溪畔", "读者来信", "云溪访谈", "= 溪畔", "% 镜头", "> 溪畔副刊", "云溪时评"),
        *("= 代表委员之声", "云溪往事", "法治课堂", "校园天地", "% 曝光台", "云溪记忆"),
    ],
)
def test_a_few_letters_are_the_column(tmp_path: Path, way: str, line: str) -> None:
    (found,) = typed_rows(
        tmp_path, way, f"{line}\n# 雨中的老街与卖豆腐的人\n= 沈小满\n{TEXT}\n{TEXT}"
    )
    assert (found.column, "column" in found.guessed) == (line.lstrip("=>% "), True)
    assert (found.title, body_of(found)) == ("雨中的老街与卖豆腐的人", [TEXT, TEXT])


def test_more_letters_are_the_kicker_and_marked(tmp_path: Path) -> None:
    rows = f"全县上下齐抢农时\n# 春耕备耕有序推进\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (found.kicker, "kicker" in found.guessed) == (("全县上下齐抢农时",), True)
    assert body_of(found) == [TEXT, TEXT]


def test_a_few_letters_in_the_middle_are_the_kicker(tmp_path: Path) -> None:
    (found,) = typed_rows(tmp_path, "word", f"= 天气转凉\n# 这些用电隐患要当心\n{TEXT}\n{TEXT}")
    assert (found.kicker, found.column) == (("天气转凉",), "")
    assert "kicker" in found.guessed  # it may be one


@pytest.mark.parametrize(
    ("line", "guessed"), [("众人划桨开大船", True), ("抢抓农时 压实责任", False)]
)
def test_where_a_kicker_may_be_a_column_it_is_marked(
    tmp_path: Path, line: str, *, guessed: bool
) -> None:
    (found,) = typed_rows(tmp_path, "word", f"= {line}\n# 这些用电隐患要当心\n{TEXT}\n{TEXT}")
    assert (found.kicker, "kicker" in found.guessed) == ((line,), guessed)


def test_above_a_second_story_too(tmp_path: Path) -> None:
    first, second = typed_rows(tmp_path, "word", f"{NEWS}\n云溪时评\n# 雨中的老街\n{TEXT}\n{TEXT}")
    assert body_of(first)[-1].endswith("（完）")
    assert (second.column, second.title) == ("云溪时评", "雨中的老街")


def test_below_a_page_too(tmp_path: Path) -> None:
    (found,) = typed_rows(tmp_path, "word", f"第三版 副刊\n溪畔\n# 雨中的老街\n{TEXT}\n{TEXT}")
    assert (found.page, found.column, found.title) == ("3", "溪畔", "雨中的老街")


def test_who_signed_the_story_before_heads_none(tmp_path: Path) -> None:
    rows = f"{NEWS.replace('（完）', '')}\n县水利局\n# 雨中的老街\n{TEXT}\n{TEXT}"
    first, second = typed_rows(tmp_path, "word", rows)
    assert body_of(first)[-1] == "县水利局"
    assert (second.column, second.kicker) == ("", ())


@pytest.mark.parametrize("line", ["* 编辑部的话", "县水利局"])
def test_an_offices_name_above_the_first_headline_is_no_part_of_the_text(
    tmp_path: Path, line: str
) -> None:
    (found,) = typed_rows(tmp_path, "word", f"{line}\n# 种树更要护树\n{TEXT}\n{TEXT}")
    assert (found.title, body_of(found)) == ("种树更要护树", [TEXT, TEXT])
    assert line.removeprefix("* ") in (found.column, *found.kicker)
    assert found.guessed & {"kicker", "column"}


SMALL = '<w:sz w:val="20"/>'
USUAL = '<w:sz w:val="24"/>'
HEAD = ("", '<w:b/><w:sz w:val="44"/>')


@pytest.mark.parametrize("run", [SMALL, USUAL])
def test_the_first_line_of_all_above_a_headline_is_its_kicker_however_long(
    tmp_path: Path, run: str
) -> None:
    kicker = "县十七届人大常委会第二十一次会议举行"
    rows = paragraph(kicker, "", run) + paragraph("表决人事任免事项", *HEAD)
    text = paragraph(f"本报讯 {TEXT}", "", USUAL) + paragraph(TEXT, "", USUAL) * 2
    found = story(tmp_path, docx(rows + text))
    assert (found.kicker, found.title, found.dateline) == ((kicker,), "表决人事任免事项", "本报讯")


def test_between_stories_one_that_is_smaller_than_the_text_is_too(tmp_path: Path) -> None:
    kicker = "县十七届人大常委会第二十一次会议举行"
    text = paragraph(TEXT, "", USUAL) * 3
    rows = paragraph("春耕备耕有序推进", *HEAD) + text + paragraph(kicker, "", SMALL)
    one, other = stories(
        manuscript(tmp_path, docx(rows + paragraph("表决人事任免事项", *HEAD) + text))
    )
    assert (body_of(one), other.kicker) == ([TEXT] * 3, (kicker,))


@pytest.mark.parametrize("space", ["", paragraph("")])
@pytest.mark.parametrize("column", ["", "匠人故事"])
def test_between_stories_column_and_kicker_are_no_text(
    tmp_path: Path, column: str, space: str
) -> None:
    kicker = "一把锉刀，三十年不离手"
    text = paragraph(TEXT, "", USUAL) * 3
    rows = paragraph("春耕备耕有序推进", *HEAD) + text + space
    rows += paragraph(column, "", SMALL) if column else ""
    rows += paragraph(kicker, "", USUAL if space and not column else SMALL)
    rows += paragraph("修表匠的慢时光", *HEAD) + text
    one, other = stories(manuscript(tmp_path, docx(rows)))
    assert (body_of(one), other.column, other.kicker) == ([TEXT] * 3, column, (kicker,))
