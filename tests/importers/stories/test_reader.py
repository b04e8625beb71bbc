"""What a story's paragraphs are: by their looks, by styles, by what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories import patterns
from banxin.importers.stories.days import day_of
from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Text
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import SPACES, docx, paragraph
from tests.support.manuscripts.reading import body_of, manuscript, story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

LARGE = '<w:b/><w:sz w:val="44"/>'
MIDDLE = '<w:jc w:val="center"/>'
TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"


def body(*rows: str) -> str:
    return "".join(rows) + paragraph(TEXT) * 3


@pytest.mark.parametrize(
    ("text", "dateline", "byline"),
    [
        ("本报讯（记者 沈微）3月1日，", "本报讯", "记者 沈微"),
        (
            "　　【本报讯】 (记者 沈微 通讯员 吴荻 文/图) 3月1日，",
            "本报讯",
            "记者 沈微 通讯员 吴荻 文/图",
        ),
        ("本报讯 记者沈微报道：3月1日，", "本报讯", "记者沈微"),
        ("新华社北京3月1日电（记者 沈微）3月1日，", "新华社北京3月1日电", "记者 沈微"),
        ("本报云岭3月2日电 3月1日，", "本报云岭3月2日电", ""),
        ("江城讯（吴荻 摄影报道）3月1日，", "江城讯", "吴荻 摄影报道"),
        ("本报讯（截至3月1日）3月1日，", "本报讯", ""),
        ("本报记者 沈微 通讯员 吴荻", "", ""),
        ("本报通讯员队伍日益壮大。", "", ""),
        ("这里没有电，也没有消息。", "", ""),
    ],
)
def test_a_dateline_is_cut_off_with_the_byline_behind_it(
    text: str, dateline: str, byline: str
) -> None:
    found = patterns.lead(text)
    assert (found.dateline if found else "", found.byline if found else "") == (dateline, byline)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2026年3月29日", "2026-03-29"),
        ("二〇二六年三月二十九日", "2026-03-29"),
        ("二○二六年十二月十日", "2026-12-10"),
        ("２０２６年３月２９日", "2026-03-29"),
        ("2026 年 3 月 29 日", "2026-03-29"),
        ("（2026.3.29）", "2026-03-29"),
        ("3月29日", "3月29日"),
        ("2026年2月30日", ""),
        ("3月29日下午", ""),
    ],
)
def test_a_date_is_read_however_it_is_written(line: str, day: str) -> None:
    assert day_of(line) == day


@pytest.mark.parametrize(
    ("line", "page", "name"),
    [("第二版：经济", "2", "经济"), ("A3版", "A3", ""), ("【四版】", "4", ""), ("12版", "12", "")],
)
def test_a_line_may_name_the_page_of_what_follows(line: str, page: str, name: str) -> None:
    found = stories(read_text("a.txt", f"{line}\n春耕备耕有序推进\n本报讯 3月1日，开会。\n"))
    assert [(one.page, one.page_name, one.title) for one in found] == [
        (page, name, "春耕备耕有序推进")
    ]


def test_a_headline_over_two_lines_is_one_and_is_to_be_looked_at(tmp_path: Path) -> None:
    rows = (paragraph("区十六届人大", MIDDLE, LARGE), paragraph("第一次会议召开", MIDDLE, LARGE))
    found = story(tmp_path, docx(body(*rows)))
    assert found.title == "区十六届人大|第一次会议召开"
    assert "title" in found.guessed


def test_a_bar_within_a_headline_is_no_line_break(tmp_path: Path) -> None:
    found = story(tmp_path, docx(body(paragraph("春耕 | 备耕", MIDDLE, LARGE))))
    assert found.title == "春耕 丨 备耕"


def test_words_own_headings_are_headlines_and_subheads(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/></w:style>'
        for n in (1, 2)
    )
    rows = (
        paragraph("早谋划 快行动"),
        paragraph("春耕备耕有序推进", '<w:pStyle w:val="h1"/>'),
        paragraph("——云岭镇见闻"),
        paragraph("记者 沈微"),
        paragraph(TEXT),
        paragraph("把路修到家门口", '<w:pStyle w:val="h2"/>'),
    )
    part = {"styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>"}
    found = story(tmp_path, docx(body(*rows), parts=part))
    assert found.kicker == ("早谋划 快行动",)
    assert found.title == "春耕备耕有序推进"
    assert found.subtitle == ("——云岭镇见闻",)
    assert found.byline == "记者 沈微"
    assert [one.subhead for one in found.body if hasattr(one, "subhead")][1] is True


def test_a_manuscript_without_a_headline_gets_its_first_words_and_says_so() -> None:
    (found,) = stories(read_text("a.txt", f"3月1日，县里召开现场会。{TEXT}\n"))
    assert found.title == "县里召开现场会"
    assert [doubt.key for doubt in found.doubts] == ["title-missing"]


def test_an_editors_word_before_the_dateline_is_no_story(tmp_path: Path) -> None:
    rows = (paragraph("春耕备耕有序推进", MIDDLE, LARGE), paragraph(f"编者按：{TEXT}"))
    found = story(tmp_path, docx("".join(rows) + paragraph(f"本报讯 {TEXT}")))
    assert len(found.body) == 2


def test_a_caption_that_no_picture_stands_near_stays_text(tmp_path: Path) -> None:
    rows = (paragraph("春耕备耕有序推进", MIDDLE, LARGE), paragraph("图为春耕现场。沈微/摄"))
    found = story(tmp_path, docx(body(*rows)))
    assert "图为春耕现场。沈微/摄" in body_of(found)


def test_what_stands_at_the_end_is_a_sign_off_only_with_a_date_or_at_the_right(
    tmp_path: Path,
) -> None:
    title = paragraph("关于交通管制的通告", MIDDLE, LARGE)
    signed = title + paragraph(TEXT) + paragraph("县公安局") + paragraph("2026年3月29日")
    assert story(tmp_path, docx(signed)).signoff == ("县公安局",)
    plain = title + paragraph(TEXT) + paragraph("谢谢县公安局")
    assert story(tmp_path, docx(plain)).signoff == ()


def test_pasted_line_breaks_part_paragraphs_and_those_of_a_poem_do_not(tmp_path: Path) -> None:
    rows = f"<w:p><w:r><w:t>{TEXT}</w:t><w:br/><w:t>{TEXT}</w:t></w:r></w:p>"
    verse = "<w:p><w:r><w:t>把船还给岸</w:t><w:br/><w:t>把岸还给草</w:t></w:r></w:p>"
    found = manuscript(tmp_path, docx(rows + verse))
    (made,) = stories(found)
    assert body_of(made)[-3:] == [TEXT, TEXT, "把船还给岸 把岸还给草"]


def test_the_lines_of_a_centred_poem_are_its_text(tmp_path: Path) -> None:
    rows = [paragraph("渡口", MIDDLE, LARGE), paragraph("柯一诺", MIDDLE)]
    verses = ["把船还给岸", "把岸还给草", "两个人隔着水", "站了一百年"]
    found = story(tmp_path, docx("".join([*rows, *(paragraph(v, MIDDLE) for v in verses)])))
    assert (found.title, found.subtitle, found.byline) == ("渡口", (), "柯一诺")
    assert [(one.paragraph.said, one.subhead) for one in found.body if isinstance(one, Text)] == [
        (verse, False) for verse in verses
    ]


def test_labels_say_what_a_line_is_and_a_contributors_telephone_is_left_out() -> None:
    head = "标题：图书漂流受到欢迎\n作者：沈微\n单位：云岭镇文化站\n联系电话：13800000000\n正文：\n"
    (found,) = stories(read_text("a.txt", f"{head}{TEXT}\n{TEXT}\n邮箱：a@example.org\n"))
    assert (found.title, found.byline) == ("图书漂流受到欢迎", "沈微")
    assert body_of(found) == [TEXT, TEXT]
    told = [dict(doubt.gaps)["label"] for doubt in found.doubts if doubt.key == "contact"]
    assert told == ["电话", "邮箱"]  # these are private: nothing but the label is told
    assert "单位：云岭镇文化站" in [dict(one.gaps).get("text") for one in found.doubts]


def test_the_number_of_a_manuscript_among_others_is_no_part_of_its_headline(
    tmp_path: Path,
) -> None:
    rows = (
        row
        for n, title in enumerate(("春耕备耕有序推进", "图书漂流受到欢迎"), 1)
        for row in (paragraph(f"{n}.{title}", "", LARGE), paragraph(f"本报讯 {TEXT}"))
    )
    found = stories(manuscript(tmp_path, docx("".join(rows))))
    assert [one.title for one in found] == ["春耕备耕有序推进", "图书漂流受到欢迎"]


def test_who_edited_the_page_is_nobodys_byline(tmp_path: Path) -> None:
    rows = (paragraph("春耕备耕有序推进", MIDDLE, LARGE), paragraph(TEXT))
    found = story(tmp_path, docx("".join(rows) + paragraph("责任编辑：吴荻")))
    assert found.byline == ""
    assert body_of(found) == [TEXT]
    assert [doubt.key for doubt in found.doubts] == ["staff"]


def test_a_papers_commentator_is_a_byline(tmp_path: Path) -> None:
    rows = (paragraph("本报评论员", MIDDLE), paragraph("把实事办好", MIDDLE, LARGE))
    found = story(tmp_path, docx(body(*rows)))
    assert (found.title, found.kicker, found.byline) == ("把实事办好", (), "本报评论员")


PLAIN = "县里今年新改建农村公路一百一十二公里，新增公交线路四条，六个乡镇村村通了公交。"


@pytest.mark.parametrize("way", WAYS)
def test_below_an_editors_word_the_dateline_is_one_too(tmp_path: Path, way: str) -> None:
    note = "编者按：岁末将至，本报推出年终盘点栏目，用数字记录一年的变化。"
    rows = f"# 数说这一年\n{note}\n本报讯（记者 沈微）{PLAIN}\n{PLAIN}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.dateline, found.byline) == ("本报讯", "记者 沈微")
    assert body_of(found) == [note, PLAIN, PLAIN]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("by", ["县人社局窗口工作人员 沈微", "□ 县图书馆干部 沈微"])
def test_whose_post_stands_before_the_name_is_the_author(tmp_path: Path, way: str, by: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 我在窗口学翻译\n{by}\n{PLAIN}\n{PLAIN}")
    assert (found.byline, found.subtitle) == (by.strip("□ "), ())


def test_a_name_below_one_centred_line_may_be_the_authors(tmp_path: Path) -> None:
    (found,) = typed_rows(tmp_path, "word", f"= 渡口人家\n= 沈一苇\n{PLAIN}\n{PLAIN}")
    assert (found.title, found.byline) == ("渡口人家", "沈一苇")
    assert "byline" in found.guessed
