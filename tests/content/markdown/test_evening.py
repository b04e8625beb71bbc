"""What editors paste and type on the evening before the paper appears."""

from __future__ import annotations

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
        "某**某**某",
        "**王**先生",
        "*先生、**女士",
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
