"""The line below a headline that says from where, by whom and when."""

from __future__ import annotations

import pytest

from tests.importers.stories.test_furniture import STORY, TEXT, TITLE, body, of


@pytest.mark.parametrize(
    ("line", "source", "byline"),
    [
        ("2026年12月6日 09:12 来源：花桥发布 作者：江一帆 编辑：柏小雨", "花桥发布", "江一帆"),
        ("2026-12-06 09:12:15　来源：花桥日报　记者：江一帆", "花桥日报", "记者：江一帆"),
        ("12月6日 来源：花桥日报 作者：江一帆", "花桥日报", "江一帆"),
        ("来源: 花桥发布  作者: 江一帆  浏览次数: 12", "花桥发布", "江一帆"),
        ("发布时间：2026-12-06　浏览次数：123", "", ""),
        ("2026/12/6 9:12　来源：　作者：江一帆　【字号：大 中 小】【打印】【关闭】", "", "江一帆"),
        ("文章来源：县教育局    责任编辑：柏小雨    发布时间：2026-12-06", "县教育局", ""),
        ("来源：花桥日报   2026-12-06 10:20", "花桥日报", ""),
        ("2026-12-06 10:20 花桥县融媒体中心", "花桥县融媒体中心", ""),
        ("花桥日报 2026-12-06 10:20", "花桥日报", ""),
        ("2026-12-06 09:00 花桥融媒 阅读量 1.2万", "花桥融媒", ""),
        ("发布日期：2026-12-06信息来源：县文旅局浏览量：356字号：大 中 小打印", "县文旅局", ""),
        (
            "【来源：县教育局】 【发布时间：2026-12-06】【字号 大 中】【打印】",
            "县教育局",
            "",
        ),
        ("以下文章来源于花桥文旅 ，作者江一帆", "花桥文旅", "江一帆"),
        ("花桥融媒\n2026-12-06\n作者：江一帆", "花桥融媒", "江一帆"),
    ],
)
def test_the_line_below_a_headline_is_taken_apart(line: str, source: str, byline: str) -> None:
    found = of(STORY.replace("\n", f"\n{line}\n", 1))
    assert (found.title, found.subtitle) == (TITLE, ())
    assert (found.credited, found.byline, body(found)) == (source, byline, [TEXT, TEXT])


def test_when_something_takes_place_is_text() -> None:
    lines = ["时间：12月6日下午3时", "地点：镇文化站", "联系人：江女士"]
    found = of(f"{TITLE}公告\n\n{TEXT}\n" + "\n".join(lines))
    assert body(found)[1:3] == lines[:2]


@pytest.mark.parametrize(
    "line", ["撰稿：江一帆    一审：柏小雨    二审：孟一川", "撰稿：江一帆 三审：孟一川"]
)
def test_above_a_headline_too(line: str) -> None:
    found = of(f"{line}\n{STORY}")
    assert (found.title, found.kicker, found.byline) == (TITLE, (), "撰稿：江一帆")
    assert body(found) == [TEXT, TEXT]
