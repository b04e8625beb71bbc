"""What editors paste and type on the evening before the paper appears."""

from __future__ import annotations

from html import escape

import pytest

from tests.content.markdown.fuzz import read


def html(source: str, *, joins: bool = False) -> str:
    return read(source, joins_lines=joins)[0].html.strip()


def told(source: str) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in read(source)[1]]


def lines(source: str) -> str:
    return "\n".join(f"<p>{line.strip()}</p>" for line in source.split("\n"))


@pytest.mark.parametrize(
    "source",
    [
        "获奖者：**磊、**芳",
        "获奖者：**磊、**芳、**强等",
        "尾号**1234 和 **5678",
        "**1234 和 **5678",
        "注：*P<0.05，**P<0.01，***P<0.001".replace("<", "＜"),
        "位于**小区**栋",
        "**县**镇",
        "**省**市**县",
        "***县***镇",
        "现住***省***市***区",
        "***公司与***公司",
        "某**某**某",
        "**王**先生",
        "*先生、**女士",
        "**先生、**女士、**同学",
        "**先生捐款100元，**女士捐款50元",
        "**明、**华获一等奖",
        "A**、B**",
        "原告李**，被告**公司",
        "王**与**芳",
        "★★★**",
        "含*的为必填，带**的为选填",
    ],
)
def test_asterisks_that_hide_something_are_printed_without_a_word(source: str) -> None:
    assert html(source) == lines(source)
    assert told(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "**第一，**抓春耕",
        "**一、**抓春耕",
        "**问，**形势",
        "落实**三件套**的要求",
        "**女士优先**政策",
    ],
)
def test_bold_beside_a_comma_or_a_title_is_still_bold(source: str) -> None:
    assert "<strong>" in html(source)
    assert told(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "\t甲。\n\t乙。",
        "　　\t甲\n　　\t乙",
        "\t\t甲\n\t\t乙\n\t丙",
        "（一）\t抓项目\n（二）\t抓招商",
        "①\t甲\n②\t乙",
        "•\t甲\n•\t乙",
        "一、\t甲\n二、\t乙",
        "第一条\t甲\n第二条\t乙",
        "问：\t甲\n答：\t乙",
        "\t一、\t甲\n\t二、\t乙",
        "1.1\t甲\n1.2\t乙",
        "1、\t甲\n2、\t乙\n\t丙",
    ],
)
def test_tabs_that_indent_or_follow_a_number_make_no_table(source: str) -> None:
    assert html(source) == lines(source)
    assert html(source, joins=True) == lines(source)
    assert told(source) == []


def test_tabs_at_the_end_of_lines_make_no_table() -> None:
    assert html("甲\t\n乙\t") == lines("甲\n乙")


def test_a_list_that_word_numbered_is_a_list() -> None:
    shown = "<li>抓项目</li>\n<li>抓招商</li>\n"
    assert html("1.\t抓项目\n2.\t抓招商") == f"<ol>\n{shown}</ol>"
    assert html("\t- 抓项目\n\t- 抓招商") == f"<ul>\n{shown}</ul>"


def test_a_table_may_be_indented_and_have_an_empty_corner() -> None:
    assert html("\t甲\t乙\n\t丙\t丁").count("<td>") == 2
    assert html("\t甲\t乙\n丙\t丁\t戊").count("<td>") == 3
    assert html("1\t张三\n2\t李四").count("<td>") == 2


@pytest.mark.parametrize(
    "source",
    [
        "____", "_ _ _", "* 为新纪录", "+ 甲", "*", "-", "+", "1) 甲\n2) 乙", "01. 甲\n02. 乙",
    ],
)  # fmt: skip
def test_a_sign_that_would_be_lost_is_printed(source: str) -> None:
    assert html(source) == lines(source)
    assert html(source, joins=True) == lines(source)
    assert told(source) == []


def test_several_stars_are_a_list() -> None:
    assert html("* 甲\n* 乙") == html("- 甲\n- 乙")
    assert html("* 甲\n\n* 乙").count("<li>") == 2


@pytest.mark.parametrize(
    "source",
    [
        "此致\n敬礼",
        "姓名：甲\n电话：乙",
        "记者：甲\n刘敏：乙",
        "第一条 甲\n第二条 乙",
        "图①：甲\n图②：乙",
        "——甲\n——乙",
    ],
)
def test_where_lines_are_joined_these_still_begin_a_paragraph(source: str) -> None:
    assert html(source, joins=True) == lines(source)


def test_where_lines_are_joined_a_sentence_may_break_before_a_dash_or_a_label() -> None:
    assert html("会议\n——春耕", joins=True) == "<p>会议——春耕</p>"
    assert html("会议\n指出：春耕", joins=True) == "<p>会议指出：春耕</p>"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("|甲|乙|\n|-|-|\n\n|1|2|", 4),
        ("｜甲｜乙｜\n｜---｜---｜\n｜1｜2｜", 1),
        ("| 甲 | 乙\n| 1 | 2", 1),
        ("一段。\n\n| 甲 | 乙 |", 3),
    ],
)
def test_bars_that_are_printed_are_reminded_of_once(source: str, line: int) -> None:
    assert told(source) == [f"{line}:0 table-without-rule"]


@pytest.mark.parametrize("source", ["甲|乙|丙", "|甲", "| 甲 |", "｜甲"])
def test_a_bar_of_the_text_is_no_table(source: str) -> None:
    assert html(source) == lines(source)
    assert told(source) == []


@pytest.mark.parametrize("character", "\u00ad\u200b\u202e\u2066\ufeff\ufffc")
def test_what_cannot_be_seen_is_named_by_its_number(character: str) -> None:
    (problem,) = read(f"春耕{character}备耕{character}")[1]
    assert (problem.code, problem.place.column) == ("invisible-in-body", 3)
    assert dict(problem.details) == {"character": f"U+{ord(character):04X}"}


@pytest.mark.parametrize("text", ["\ufffd\ufffd", "锟斤拷锟斤拷"])
def test_garbled_text_is_reminded_of_once(text: str) -> None:
    assert told(f"春{text}耕\n备{text}耕") == ["1:2 garbled-text"]


def test_the_mark_of_a_chinese_keyboard_makes_a_picture_at_a_lines_beginning() -> None:
    assert told("！[甲](a.jpg)") == ["1:6 picture-missing"]
    assert html("！[甲](a.jpg)") == html("![甲](a.jpg)")
    assert html("快报名！[甲](b.pdf)").startswith("<p>快报名！<a")


@pytest.mark.parametrize(
    "source",
    [
        "![甲] (a.jpg)",
        "![甲](a.jpg",
        "![甲]a.jpg",
        "[图片：a.jpg]",
        "【图：a.jpg】",
        "b.pdf.png\na.png",
    ],
)
def test_what_looks_like_a_picture_and_is_text_is_reminded_of(source: str) -> None:
    expected = [] if "pdf" in source else ["1:1 picture-as-text"]  # no such file beside it
    assert told(source) == expected
    assert html(source) == lines(source)


def test_a_cell_that_excel_broke_is_reminded_of() -> None:
    assert told('品名\t价\n"五花肉\n(带皮)"\t18\n鸡蛋\t9') == ["2:0 table-cell-broken"]
    assert told('品名\t价\n"五花肉"\t18\n"鸡蛋"\t9') == []


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("江政发[2026](3)号", "1:11 link-not-meant"),
        ("[记者](笑)：甲", "1:6 link-not-meant"),
        ("[甲](http：//a.com)", "1:5 link-character"),
        ("[甲](https:／／a.com)", "1:5 link-character"),
        ("[甲](<http://a.com/b c>)", "1:6 link-character"),
        ("[](http://a.com)", "1:4 link-without-text"),
        ("[ ](http://a.com)", "1:5 link-without-text"),
    ],
)
def test_a_link_that_cannot_be_meant_is_told_why(source: str, code: str) -> None:
    assert told(source) == [code]


def test_a_hash_in_a_pictures_name_belongs_to_it() -> None:
    (problem,) = read("![甲](s#1.jpg)")[1]
    assert dict(problem.details)["file"].endswith("/s#1.jpg")


WRAPPED = "　　四月一日上午，全区春耕备耕工作会议\n在区行政中心召开。\n"


def test_paragraphs_of_two_lines_below_an_indent_are_reminded_of_once() -> None:
    assert told(WRAPPED * 3) == ["1:0 lines-wrapped"]
    assert told(f"甲。\n{WRAPPED}\n乙。\n{WRAPPED}") == ["2:0 lines-wrapped"]
    assert told(WRAPPED) == []


def test_paragraphs_of_two_lines_between_empty_ones_are_reminded_of_once() -> None:
    plain = WRAPPED.lstrip("　")
    assert told("\n".join([plain] * 3)) == ["1:0 lines-wrapped"]
    assert told("\n".join([plain] * 2)) == []
    assert told("\n\n".join(f"{'春耕' * n}，\n备耕。" for n in (8, 8, 8))) == []


def test_code_that_ends_in_the_middle_of_a_line_is_unclosed() -> None:
    assert told("```\n甲\n```乙") == ["1:0 code-unclosed"]


@pytest.mark.parametrize(
    "source",
    [
        "把船还给岸把岸还给草原的夜晚啊\n两个人隔着水站了一百年的那个下午\n风从河面上吹过来又吹到河对岸",
        "张三丰　李四光　王五一　赵六合\n孙七星　周八方　吴九州　郑十全\n钱一鸣　冯二喜　陈三元",
        "春回大地千山秀日照神州万木荣昌\n福满人间百业兴旺家家户户庆丰年\n国泰民安四海升平五谷丰登喜洋洋",
    ],
)
def test_verse_and_names_of_one_width_are_not_wrapped(source: str) -> None:
    assert told(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "- 0.5",
        "- 12",
        "- 10万",
        "- 12.5亿元",
        "- 0.3（亿元）",
        "- 2.3个百分点",
        "- 3～5℃",
        "- ５℃",
        "- 0.5\n+ 1.2",
        "一月\n- 3.2\n二月\n- 4.1",
        "- END -",
        "- 12 -",
        ">>>",
        ">>>延伸阅读",
        ">",
    ],
)
def test_a_minus_before_a_number_and_marks_of_layout_are_printed(source: str) -> None:
    assert html(source) == lines(escape(source))
    assert told(source) == []


@pytest.mark.parametrize("item", ["2022年开工", "5名干部", "3个方面", "甲 - 乙", "甲-乙-丙"])
def test_what_only_begins_with_a_number_is_an_item(item: str) -> None:
    assert "<li>" in html(f"- {item}")
