"""First lines that are the text's and no headline, and headlines that another line outdoes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.stories.test_cutting import BOLD, LARGE, MIDDLE, TEXT
from tests.importers.word.test_tables import cell, table
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph
from tests.support.manuscripts.reading import body_of, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

LISTS = [("1.", "2.", "3."), ("一、", "二、", "三、"), ("（1）", "（2）", "（3）"), ("①", "②", "③")]


@pytest.mark.parametrize("numbers", LISTS)
def test_the_first_point_of_a_list_is_no_headline(tmp_path: Path, numbers: tuple[str, ...]) -> None:
    points = [f"{number}每天下班前核对账目" for number in numbers]
    found = story(tmp_path, docx("".join(map(paragraph, [*points, TEXT]))))
    assert body_of(found)[: len(points)] == points
    assert "title" in found.guessed


def test_a_numbered_line_that_is_set_off_may_be_the_headline(tmp_path: Path) -> None:
    rows = paragraph("一、春耕备耕有序推进", MIDDLE, LARGE) + paragraph(TEXT)
    found = story(tmp_path, docx(rows + paragraph("二、防汛备汛", "", BOLD) + paragraph(TEXT)))
    assert found.title == "一、春耕备耕有序推进"


def test_a_line_of_several_sentences_is_no_headline(tmp_path: Path) -> None:
    first = "非常荣幸您能在百忙中接受我们的采访！在此，先给您拜个早年！"
    found = story(tmp_path, docx(paragraph(first) + paragraph(TEXT) + paragraph(TEXT)))
    assert (body_of(found)[0], "title" in found.guessed) == (first, True)


def test_two_short_cries_may_be_a_headline(tmp_path: Path) -> None:
    found = story(tmp_path, docx(paragraph("下雪了！快来看！") + paragraph(TEXT) + paragraph(TEXT)))
    assert found.title == "下雪了！快来看！"


HEADING = (
    f"<w:styles {SPACES}>"
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style></w:styles>'
)


@pytest.mark.parametrize(("size", "sure"), [(44, False), (22, True)])
def test_a_heading_below_a_larger_line_is_a_guess(tmp_path: Path, size: int, *, sure: bool) -> None:
    rows = (
        paragraph("春耕备耕有序推进", "", f'<w:sz w:val="{size}"/>')
        + paragraph("作者：微光", "", '<w:sz w:val="22"/>')
        + paragraph("阅读之前请先看这一句", '<w:pStyle w:val="a"/>', '<w:sz w:val="22"/>')
        + paragraph(TEXT, "", '<w:sz w:val="22"/>')
    )
    found = story(tmp_path, docx(rows, parts={"styles.xml": HEADING}))
    assert ("title" not in found.guessed) == sure


def test_a_table_alone_gets_a_headline_from_its_first_words(tmp_path: Path) -> None:
    found = story(
        tmp_path, docx(table(cell("") + cell("各乡镇完成进度"), cell("花桥镇") + cell("3")))
    )
    assert (found.title, found.guessed) == ("各乡镇完成进度", frozenset({"title"}))


def test_a_headline_of_first_words_has_no_space_around_it(tmp_path: Path) -> None:
    text = f"情悠悠，\u3000几代悲欢几代愁。{TEXT}"
    found = story(tmp_path, docx(paragraph(text) + paragraph(TEXT)))
    assert found.title == "几代悲欢几代愁"


def test_the_first_of_several_subheads_that_count_is_no_headline(tmp_path: Path) -> None:
    heads = ("一、采购环节", "二、仓储环节")
    rows = "".join(paragraph(head, "", BOLD) + paragraph(TEXT) * 2 for head in heads)
    found = story(tmp_path, docx(rows))
    assert [one.paragraph.said for one in found.body if one.subhead] == list(heads)  # type: ignore[union-attr]
    assert "title" in found.guessed


def test_a_headline_below_what_was_taken_for_the_text_is_a_guess(tmp_path: Path) -> None:
    rows = f"读书会成员介绍：\n书屋管理员：沈小满（满哥）\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, "text", rows)
    assert "title" in found.guessed


@pytest.mark.parametrize("way", WAYS)
def test_the_first_of_several_steps_is_none(tmp_path: Path, way: str) -> None:
    rows = f"第一步：报名，加好友\n{TEXT}\n第二步：看邮件\n{TEXT}\n第三步：上车\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert "title" in found.guessed
    assert not found.title.startswith("第一步")
