"""Guesses of an import are reminded of until somebody has looked at them."""

from __future__ import annotations

import pytest

from banxin.content.frontmatter.unchecked import printed, unchecked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: 桥  # 请核对\npage: 1\n", [(2, "title: 桥")]),
        ("title: 桥\n# 请核对：正文“深人”是不是“深入”？\n", [(3, "正文“深人”是不是“深入”？")]),
        ("photos:  #请核对\n  - file: a.jpg\t# 请核对: 图说\n", [(2, "photos:"), (3, "图说")]),
        ("＃　请核对\n", []),
        ("＃ 请核对\n#请核对\n", [(2, "请核对"), (3, "请核对")]),
        ("title: 请核对 # 请核对\nnote: 已请核对\n# 已经请核对过\n", []),
        ("title: 请核对  # 请核对\n", [(2, "title: 请核对")]),
        ("", []),
    ],
)
def test_a_mark_is_told_by_its_line(text: str, found: list[tuple[int, str]]) -> None:
    assert list(unchecked(text, 2)) == found


def test_a_long_remark_is_cut() -> None:
    ((_, said),) = unchecked(f"# 请核对：{'长' * 100}", 1)
    assert said == "长" * 39 + "…"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: 桥 请核对", [(1, 9, "请核对")]),
        ("title: 桥 #请核对", [(1, 10, "#请核对")]),
        ("title: 桥# 请核对：再看", [(1, 9, "# 请核对")]),
        ("title: 桥  # 请核对\n# 请核对：日期\nnote: 桥\t#请核对", []),
        ("title: 高考成绩公布，请核对\nnote: 请核对后再来", []),
    ],
)
def test_what_is_left_of_a_mark_is_told(text: str, found: list[tuple[int, int, str]]) -> None:
    assert list(printed(text, 1)) == found
