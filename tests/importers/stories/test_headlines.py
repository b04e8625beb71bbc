"""Two lines that look the same: what they say tells which is the headline."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

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


WHO = ("周克勤强调：把水引到田头", "李小明主持", "周克勤 李小明出席", "大梁山塌方路段抢通纪实")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("below", WHO)
def test_who_took_part_and_how_it_is_told_are_subtitles(
    tmp_path: Path, way: str, below: str
) -> None:
    rows = f"= 全县农田水利建设现场会召开\n= {below}\n= 记者 沈微\n本报讯 {TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.title, found.subtitle) == ("全县农田水利建设现场会召开", (below,))
    assert "subtitle" in found.guessed


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("more", ["", "\n——守望之三"])
def test_a_line_with_a_dash_is_never_the_title(tmp_path: Path, way: str, more: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"守渡人\n——一条船，两个村，三十六年{more}\n沈微\n{TEXT}")
    below = ("——一条船，两个村，三十六年", *filter(None, [more.strip()]))
    assert (found.title, found.column, found.subtitle) == ("守渡人", "", below)


@pytest.mark.parametrize("by", ["□ 县中医院 沈微", "县中医院 沈微", "白 露", "□沈微"])
def test_who_wrote_is_no_second_line_of_a_headline_that_looks_the_same(
    tmp_path: Path, by: str
) -> None:
    (found,) = typed_rows(tmp_path, "word", f"= 老人冬天洗澡有讲究\n= {by}\n{TEXT}\n{TEXT}")
    assert (found.title, found.byline) == ("老人冬天洗澡有讲究", by.strip("□ "))


@pytest.mark.parametrize("way", ["text", "word without looks"])
def test_rows_of_a_list_are_no_headlines(tmp_path: Path, way: str) -> None:
    rows = "助人为乐：梁阿婆（望江街道居民）\n见义勇为：孟大海（双桥村村民）\n敬业奉献：杜长河"
    (found,) = typed_rows(tmp_path, way, f"第三季度好人名单\n{rows}\n县文明办\n2022年3月29日")
    assert (found.title, found.kicker, found.subtitle) == ("第三季度好人名单", (), ())
    assert body_of(found) == rows.split("\n")


def test_of_three_lines_that_look_the_same_the_second_is_taken_for_the_title(
    tmp_path: Path,
) -> None:
    lines = ("今冬第一场冷空气将至", "多部门联动护航菜篮子", "储备蔬菜一千二百吨")
    rows = "\n".join(f"= {line}" for line in lines) + f"\n本报讯（记者 沈微）{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (found.kicker, found.title, found.subtitle) == (lines[:1], lines[1], lines[2:])
    assert {"kicker", "title", "subtitle"} <= found.guessed


def test_a_line_to_the_right_below_a_headline_is_its_subtitle(tmp_path: Path) -> None:
    (found,) = typed_rows(tmp_path, "word", f"# 守渡人\n> 一条船，两个村，三十六年\n{TEXT}\n{TEXT}")
    assert (found.subtitle, body_of(found)) == (("一条船，两个村，三十六年",), [TEXT, TEXT])
    assert "subtitle" in found.guessed


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("below", ["江城县部署春季森林防火", "宣传车开进了十二个村"])
def test_two_halves_above_a_line_that_looks_the_same_are_its_kicker(
    tmp_path: Path, way: str, below: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 从严从紧　打赢攻坚战\n# {below}\n{TEXT}\n{TEXT}")
    assert (found.kicker, found.title) == (("从严从紧 打赢攻坚战",), below)
    assert {"kicker", "title"} <= found.guessed


@pytest.mark.parametrize("way", ["text", "word without looks"])
def test_what_an_office_did_below_a_line_that_names_none_is_the_title(
    tmp_path: Path, way: str
) -> None:
    rows = f"守护青山绿水\n江城县部署春季森林防火工作\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.kicker, found.title) == (("守护青山绿水",), "江城县部署春季森林防火工作")


def test_a_title_that_only_says_what_kind_of_text_it_is_leaves_its_kicker_in_doubt(
    tmp_path: Path,
) -> None:
    rows = f"= 云岭镇生态养殖项目\n# 实施方案\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert (found.kicker, found.title) == (("云岭镇生态养殖项目",), "实施方案")
    assert "kicker" in found.guessed
