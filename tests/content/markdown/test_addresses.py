"""Bare addresses among Chinese characters: what of them is linked, and where that is doubtful."""

from __future__ import annotations

import pytest

from tests.content.markdown.fuzz import read


def told(source: str) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in read(source)[1]]


@pytest.mark.parametrize(
    "source",
    [
        "词条见https://example.org/item/江州县。",
        "结果见https://example.org/?q=江州&p=2，",
        "结果见www.example.org/s?wd=江州",
        "全文见http://example.org/中文路径/文章.html。",
        "（https://example.org/a/?甲=1）",
        "[网站] https://example.org/a/b/江州",
    ],
)
def test_an_address_that_may_go_on_in_chinese_is_reminded_of(source: str) -> None:
    column = max(source.find("http"), source.find("www")) + 1
    assert told(f"正文。\n{source}") == [f"{first_line() + 1}:{column} address-cut"]


@pytest.mark.parametrize(
    "source",
    [
        "登录https://example.org/查询成绩。",
        "登录www.example.org查询",
        "见https://example.org/a/b.html下载",
        "见https://example.org/?id=3第二条",
        "见https://example.org/a/，报名",
        "见https://example.org/item/ 江州县",
        "[词条](https://example.org/item/江州县)、[词条]（https://example.org/?q=江州&p=2）",
        "<https://example.org/item/>江州县",
        "邮箱a@example.org江州",
    ],
)
def test_one_that_ends_before_the_next_word_is_not(source: str) -> None:
    assert told(source) == []


def test_in_brackets_all_of_it_is_the_address() -> None:
    html = read("[词条](https://example.org/item/江州县?q=江州&p=2)")[0].html
    assert (
        'href="https://example.org/item/%E6%B1%9F%E5%B7%9E%E5%8E%BF?q=%E6%B1%9F%E5%B7%9E&amp;p=2"'
        in html
    )


def first_line() -> int:
    """Of a body that ``read`` reads."""
    return read("甲\u200b")[1][0].place.line
