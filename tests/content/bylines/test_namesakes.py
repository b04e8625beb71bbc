"""王芳#石室: which of several is meant is read, and never printed."""

from __future__ import annotations

import pytest

from banxin.content.bylines import credits, parted
from banxin.model.credits import line


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("记者 王芳#石室 李四 摄", [("王芳", "石室"), ("李四", "")]),
        ("王芳#石室 王芳#城关 摄影报道", [("王芳", "石室"), ("王芳", "城关")]),
        ("王芳 王芳#城关 摄影报道", [("王芳", ""), ("王芳", "城关")]),
        ("文/图：王芳＃2", [("王芳", "2")]),
        ("记者 阿不都·卡里木#要闻部", [("阿不都·卡里木", "要闻部")]),
    ],
)
def test_the_word_behind_a_name_tells_who_it_is(text: str, found: list[tuple[str, str]]) -> None:
    read = credits(text)
    assert [(one.name, one.ident) for one in read] == found
    assert {one.kind for one in read} == {"person"}
    assert "#" not in line(read)


@pytest.mark.parametrize("text", ["1#楼 记者 王芳", "县教育局#2", "记者 王芳# 李四", "据新华社#1"])
def test_what_stands_behind_nobodys_name_is_printed_as_typed(text: str) -> None:
    read = credits(text)
    assert [one.ident for one in read if one.ident] == []
    assert "#" in line(read)


def test_an_entry_of_a_list_says_it_in_the_same_way() -> None:
    assert parted("王芳＃石室") == ("王芳", "石室")
    assert parted("王芳") == ("王芳", "")
    assert parted("#石室") == ("#石室", "")
