"""Texts: encodings told apart, scans put right where that is sure, all else told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from banxin.importers.manuscript import Manuscript, Paragraph
from banxin.importers.stories.reader import stories
from banxin.importers.text.cleaning import cleaned, confusions
from banxin.importers.text.reader import read_text, read_text_file

TEXT = "江城县春耕备耕有序推进\n本报讯（记者 沈微）3月31日，县里召开现场会。\n"


def said(found: Manuscript) -> list[str]:
    return [block.said for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("gb18030", "GB18030"),
        ("gbk", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_the_encoding_is_found_and_told(tmp_path: Path, encoding: str, name: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    found = read_text_file(file)
    assert said(found) == TEXT.strip().split("\n")
    assert [dict(one.gaps)["encoding"] for one in found.doubts] == ([name] if name else [])


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("会议强调,要全 面落实,抓好 春耕", "会议强调，要全面落实，抓好春耕"),
        ('落实"三到位",做到"应修尽修"。', "落实“三到位”，做到“应修尽修”。"),
        ("共 46 户, 1200 余人", "共46户，1200余人"),
        ("增长8.5%,投资3,000万元", "增长8.5%，投资3,000万元"),
        ("安全生产(森林防灭火)会议", "安全生产（森林防灭火）会议"),
        ("(记者 沈微 吴荻) 3 月 31 日,县里", "（记者 沈微 吴荻）3月31日，县里"),
        ("(记者 沈微 **吴荻)** 3月31日,县里", "（记者 沈微 吴荻）3月31日，县里"),
        ("柳树发芽 河水上涨", "柳树发芽 河水上涨"),  # a headline: its space is its own
        ('他说:"好。', '他说："好。'),  # a quote without a partner stays
        ("卞荻 顾城西/摄", "卞荻 顾城西/摄"),
    ],
)
def test_what_a_scan_does_to_a_text_is_undone(read: str, printed: str) -> None:
    assert cleaned(read, Counter()) == printed


def test_signs_that_are_taken_for_one_another_are_told_and_left() -> None:
    text = "全县要深人推进，外防输人，干部要深入一线，无人区里己经有人入场。"
    assert [(word, meant) for word, meant, _ in confusions(text)] == [
        ("深人", "深入"),
        ("输人", "输入"),
        ("己经", "已经"),
    ]
    assert said(read_text("a.txt", text)) == [text]


SCAN = """\
山清水秀 人和业兴 城乡同美

中共江城县委主办 江城传媒集团承办

2026年4月1日 星期三 农历丙午年二月十四 JIANG CHENG 今日 4版 总第 3547 期

江城县水利建设(春季岁修)现场会召开 本报讯 (记者 沈微 吴荻) 3月31日,全

县水利建设(春季岁修)现场会召开。会议强调,要全面落 实岁修责任,坚决做到 "应修尽修"。县领导卞舟参加。

会议指出,当前汛期将近,全县上下要深 人排查隐患,优化 调度方案, 确保工程安全度汛。

修

堤

早谋划 快行动 守住一江清水

江城县防汛工作领导小组会议召开

落实"三到位" 做到"早准备" 从严从细做好各项工作

本报讯 (记者 何田)3 月29日晚,县防汛工作领导小组 会议召开。会议听取了各乡镇 的汇报,研究了调度方

案,明确了责任分工。

江边新景

全民动手植新绿 江岸添得一片春

为了让江岸绿起来,渡口街道组 织志愿者在堤上植树,三天共种下 苗木1200株, 参加的 群众有三百多人。

顾城西 温如玉/摄

关于渡口街道"清明期间"交通管制的通告

为保障群众出行安全,现就清明期间交通管制 有关事项通告如下:

一、绕行路线

1.请过往车辆从云岭路绕行,听从现场 民警指挥。

江城县公安局 渡口街道办事处 2026年3月29日

本报讯 (记者 沈微) 3 月 30 日下午,县里召开植树 造林推进会,部署春季绿化 工作,要求各地按时完成任务。
"""


def test_a_scanned_page_is_taken_apart_into_its_stories() -> None:
    found = stories(read_text("一版.txt", SCAN))
    assert [story.title for story in found] == [
        "江城县水利建设（春季岁修）现场会召开",
        "江城县防汛工作领导小组会议召开",
        "全民动手植新绿 江岸添得一片春",
        "关于渡口街道“清明期间”交通管制的通告",
        "县里召开植树造林推进会",  # its headline was set vertically: to be looked at
    ]
    assert [story.byline for story in found] == [
        "记者 沈微 吴荻",
        "记者 何田",
        "顾城西 温如玉/摄",
        "",
        "记者 沈微",
    ]
    assert [story.dateline for story in found] == ["本报讯", "本报讯", "", "", "本报讯"]
    assert found[1].kicker == ("早谋划 快行动 守住一江清水",)
    assert found[2].column == "江边新景"
    assert found[3].signoff == ("江城县公安局 渡口街道办事处",)
    assert found[3].signoff_date == "2026-03-29"
    assert "title" in found[4].guessed


def test_of_a_scanned_page_all_that_is_doubtful_is_told_once() -> None:
    found = stories(read_text("一版.txt", SCAN))
    told = [doubt.key for story in found for doubt in story.doubts]
    for key in ("scanned", "masthead", "vertical", "confused", "joined"):
        assert told.count(key) == 1, told
    body = "".join(p.paragraph.said for p in found[0].body if hasattr(p, "paragraph"))
    assert "要深人排查隐患" in body
    assert "3月31日，全县水利建设（春季岁修）现场会召开。" in body


def test_of_what_was_typed_no_sign_is_taken_for_a_misread_one() -> None:
    text = "柿子红了\n\n车程四十分钟。周末来摘柿子的人，己经排到村口。\n"
    assert read_text("a.txt", text).doubts == ()


def test_lines_that_were_typed_stay_as_they_are() -> None:
    text = "春耕\n\n第一段, with English, and (brackets).\n\n    第二段 有空格。\n"
    found = read_text("a.md", text)
    assert said(found) == ["春耕", "第一段, with English, and (brackets).", "第二段 有空格。"]
    assert found.doubts == ()


@pytest.mark.parametrize("sign", ["_", "&", "-", "*"])
def test_a_backslash_within_an_address_is_none_of_it(sign: str) -> None:
    text = f"报名网址 https://jc.example/a\\{sign}b，用户名 a\\{sign}b。"
    (row,) = read_text("a.md", text).blocks
    assert isinstance(row, Paragraph)
    assert row.text == f"报名网址 https://jc.example/a{sign}b，用户名 a\\{sign}b。"
