"""Marks of bodies and of HTML in fields are text there, and said."""

from __future__ import annotations

import pytest

from banxin.content.frontmatter.nodes import parse
from banxin.problems import Problems


def told(line: str) -> list[str]:
    problems = Problems()
    parse("a.md", f"title: 标题\n{line}\n", problems)
    return [f"{p.place.line}:{p.place.column} {p.severity} {p.code}" for p in problems]


@pytest.mark.parametrize(
    "value",
    [
        *(
            "一<br>二",
            "一<br/>二",
            "江州&nbsp;春耕",
            "甲&ldquo;好&rdquo;",
            "<span class=x>甲</span>",
        ),
        *("<b>甲</b>", "见![图](ok.jpg)", "见![图]（ok.jpg）"),
    ],
)
def test_a_mark_in_a_field_is_reminded_of(value: str) -> None:
    assert [said.split()[-1] for said in told(f"kicker: {value}")] == ["marks-in-field"]


@pytest.mark.parametrize("comment", ["<!-- 勿发 -->", "<!——勿发——>", "<！-- 勿发 -->"])
def test_a_comment_in_a_field_is_an_error(comment: str) -> None:
    assert told(f"kicker: 春耕{comment}") == ["2:11 error comment-in-field"]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "kicker: 甲 < 乙",
            "kicker: AT&T；R&D",
            "kicker: <A>级",
            "# <br> 和 &nbsp;",
            "kicker: 3<5",
        ),
        *("url: https://a.cn/?a=1&b=2;c", "kicker: 《<论语>译注》"),
    ],
)
def test_what_only_looks_like_one_is_text(line: str) -> None:
    assert told(line) == []
