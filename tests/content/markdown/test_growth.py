"""Twice the text takes at most about twice the time, whatever the text."""

from __future__ import annotations

import time

import pytest

from banxin.content.markdown.reader import LONGEST
from tests.content.markdown.fuzz import read

UNITS = (
    "防汛演练\n", "防汛&演练\n", "[甲](a.md)", "[甲](a.md)\n", "[甲](no.pdf)", "[甲](", "[甲](b",
    "[甲](<b", "[甲](b 'c", "[甲]（", "[", "![", "![[甲", "[^", "[^1]", "[^1]: 甲\n", "> 甲\n", ">",
    "> > > > > > 甲\n", "- 甲\n", "- ", "1. 甲\n", "*", "*甲 ", "**甲", "安**全**", "***甲 ", "`",
    "`甲``乙", "<", "<!--", "甲<!--乙-->", "<p>", "&", "&amp;", "\\", "甲\t乙\n", "|",
    "甲\t乙\n甲\t乙\t丙\n", "| 甲 | 乙 |\n", "http://a.cn ", "http://a.cn/))))", "www.", "甲@b",
    "a@b.c", "#", "## 甲\n",
    "\t甲\n", "1.\t甲\n", "* 甲\n", "|甲|\n", "｜甲｜\n", "**磊、", "*\n\n",
    '"甲\n', '"甲\n\t', "![甲] (", "！[甲](a.jpg", "a.jpg\n", "　　甲\n乙\n", "[](http://a.cn)",
    "```\n", "甲  \n", "甲\\\n", "_甲", "\ue000\n", "<<<<<<< 甲\n", "（", "\u3000", "\n\u3000甲",
    "**", "**甲**", "****", "王**", "**甲，**", "*甲*、", "号**34、", "`甲`", "`a`甲``b``", "\\[甲",
    "1. 5\n", "图：a.jpg", "图：", "[图片]", "！［", "<b>", "&copy;", "3. 1\n  - 甲\n", "# 甲\n",
    "甲乙\\\n",
)  # fmt: skip


def took(unit: str, length: int, *, joins_lines: bool) -> float:
    source = unit * (length // len(unit))
    started = time.process_time()
    read(source, joins_lines=joins_lines)
    return time.process_time() - started


@pytest.mark.parametrize(
    ("unit", "joins_lines"),
    [*((unit, False) for unit in UNITS), *((unit, True) for unit in UNITS if "\n" in unit)],
)
def test_time_grows_as_the_text_does(unit: str, joins_lines: bool) -> None:
    for _ in range(5):  # another program may be at work at the same time
        short = took(unit, 3_000, joins_lines=joins_lines)
        if took(unit, 6_000, joins_lines=joins_lines) < 3 * short + 0.01:
            return
    pytest.fail("quadratic")


def test_a_table_of_any_size_is_read_or_refused() -> None:
    rows = "|甲" * 1000 + "|\n"
    problems = read(rows + "|-" * 1000 + "|\n" + rows * 1000)[1]
    assert [p.code for p in problems] == ["body-too-long"]
    small = "|甲" * 31 + "|\n"
    assert [p.code for p in read(small + "|-" * 31 + "|\n" + small)[1]] == ["table-too-large"]


def test_what_is_too_long_to_be_parsed_is_printed_as_it_is() -> None:
    source = "[甲]<b>\n" * (LONGEST // 7 + 1)
    body, problems = read(source)
    assert [p.code for p in problems] == ["body-too-long"]
    assert body.html.startswith("<p>[甲]&lt;b&gt;</p>\n")
    assert body.html.count("<p>") == source.count("\n")


def test_plain_paragraphs_may_be_of_any_length() -> None:
    assert read("防汛**演练**。\n" * LONGEST)[1] == []


def test_nests_deeper_than_any_article_are_printed_and_reported() -> None:
    for mark in ("> ", "- ", "1. "):
        body, problems = read(f"{mark * 30}甲")
        assert [p.code for p in problems] == ["body-too-deep"]
        assert body.html.count("甲") == 1
