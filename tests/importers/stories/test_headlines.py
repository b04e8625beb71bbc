"""Two lines that look the same: what they say tells which is the headline."""

from __future__ import annotations

import pytest

from banxin.importers.stories.reader import stories
from banxin.importers.text.reader import read_text

TEXT = "会议听取了各乡镇的汇报，研究了下一步的工作，要求把种子、化肥备足备好，确保不误农时。"


@pytest.mark.parametrize(
    ("lines", "kicker", "title", "subtitle"),
    [
        ("车程缩短25分钟\n云溪至青禾快速路今日试通车", 0, 1, None),
        ("从严从紧抓好防汛\n全县防汛工作会议召开", 0, 1, None),
        ("一扇门 一个窗 一次办\n县政务服务中心推行一窗通办见闻", None, 0, 1),
        ("把路修到家门口\n石桥镇修路纪实", None, 0, 1),
        ("春风拂面来 喜事一桩桩\n江城迎来八方客", 0, 1, None),
        ("全县防汛工作会议召开\n要求各乡镇备足沙袋", None, 0, 1),
    ],
)
def test_of_two_lines_the_words_tell(
    lines: str, kicker: int | None, title: int, subtitle: int | None
) -> None:
    (found,) = stories(read_text("a.txt", f"{lines}\n本报讯（记者 沈微）{TEXT}\n{TEXT}\n"))
    said = lines.split("\n")
    assert found.title == said[title]
    assert found.kicker == (() if kicker is None else (said[kicker],))
    assert found.subtitle == (() if subtitle is None else (said[subtitle],))
    assert "title" in found.guessed


def test_below_a_column_what_is_a_guess_is_marked_all_the_same() -> None:
    lines = "网络问政\n城东菜市场占道经营、文昌路路灯不亮\n部门这样回复\n记者 沈微 整理"
    (found,) = stories(read_text("a.txt", f"{lines}\n\n{TEXT}\n{TEXT}\n"))
    assert (found.column, found.subtitle) == ("网络问政", ("部门这样回复",))
    assert {"title", "column", "subtitle"} <= found.guessed
