"""Bold lines that only stress what they say, or call out to readers, are no 小标题."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Text
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TEXT = "傍晚的稻田里支起了几盏灯，孩子们坐在田埂上，听老人讲从前的事，风一阵一阵地吹过来。"


def _subheads(folder: Path, way: str, rows: str) -> list[str]:
    (found,) = typed_rows(folder, way, f"# 这个村的稻田会唱歌\n{TEXT}\n{rows}")
    return [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "line",
    ["快来看看吧！", "你心动了吗？", "一起为他们点赞！", "一小时！一小时！！", "春天，等你来！"],
)
def test_a_call_to_readers_heads_nothing(tmp_path: Path, way: str, line: str) -> None:
    rows = f"* {line}\n{TEXT}\n* 稻田里的音乐会\n{TEXT}"
    assert _subheads(tmp_path, way, rows) == ["稻田里的音乐会"]


@pytest.mark.parametrize("run", ["他说，今年最好\n* 她说，明年更好", "灯亮了\n* 人来了\n* 歌起了"])
def test_bold_lines_below_each_other_head_nothing(tmp_path: Path, run: str) -> None:
    rows = f"* {run}\n{TEXT}\n* 稻田里的音乐会\n{TEXT}"
    assert _subheads(tmp_path, "word", rows) == ["稻田里的音乐会"]


def test_what_cries_out_where_others_do_not_heads_nothing(tmp_path: Path) -> None:
    rows = f"* 稻田里的音乐会\n{TEXT}\n* 多好的秋天！\n{TEXT}\n* 田埂上的课堂\n{TEXT}"
    assert _subheads(tmp_path, "word", rows) == ["稻田里的音乐会", "田埂上的课堂"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "heads",
    [
        ("守护蓝天，人人有责！", "爱护河流，从我做起！"),
        ("钱从哪里来？", "怎么花才值"),
        ("跟着节气去种田", "山里人家等你来"),
        ("好政策村民点赞", "不信谣不转发"),
    ],
)
def test_cries_and_questions_that_all_parts_have_stay(
    tmp_path: Path, way: str, heads: tuple[str, ...]
) -> None:
    assert _subheads(tmp_path, way, "\n".join(f"* {head}\n{TEXT}" for head in heads)) == [*heads]


def test_two_rows_in_the_middle_and_numbered_lines_stay(tmp_path: Path) -> None:
    heads = ["一、怎么种", "（一）春天的秧"]
    rows = f"* {heads[0]}\n* {heads[1]}\n{TEXT}\n% 一粒米，走过四季\n% 一座村，记住乡愁\n{TEXT}"
    found = _subheads(tmp_path, "word", rows)
    assert found == [*heads, "一粒米，走过四季", "一座村，记住乡愁"]
