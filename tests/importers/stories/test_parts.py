"""【案情回顾】 below a headline heads a part of a story; above it, or alone, it is a column."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Text
from tests.importers.stories.test_cutting import TEXT
from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

TITLE = "# 邻里争地起冲突 一时冲动触刑律"
BY = "= 通讯员 沈微"
PARTS = f"* 【案情回顾】\n{TEXT}\n* 【法院审理】\n{TEXT}\n* 【法官说法】\n{TEXT}"
HEADS = ["【案情回顾】", "【法院审理】", "【法官说法】"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("above", "column"), [("* 【以案说法】\n", "以案说法"), ("", "")])
def test_several_in_brackets_head_parts(tmp_path: Path, way: str, above: str, column: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"{above}{TITLE}\n{BY}\n{PARTS}")
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert (found.column, found.byline, heads) == (column, "通讯员 沈微", HEADS)
    assert len(body_of(found)) == 6


@pytest.mark.parametrize("way", WAYS)
def test_one_below_a_column_heads_the_first_part(tmp_path: Path, way: str) -> None:
    rows = f"* 【以案说法】\n{TITLE}\n{BY}\n* 【案情回顾】\n{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.column, body_of(found)) == ("以案说法", ["【案情回顾】", TEXT, TEXT])


@pytest.mark.parametrize("way", WAYS)
def test_one_alone_below_the_headline_is_the_column(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"{TITLE}\n* 【以案说法】\n{BY}\n{TEXT}\n{TEXT}")
    assert (found.column, body_of(found)) == ("以案说法", [TEXT, TEXT])


@pytest.mark.parametrize("way", WAYS)
def test_two_names_of_a_column_are_both_told(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"* 【一线见闻】\n* 【走村记】\n{TITLE}\n{TEXT}\n{TEXT}")
    told = [text for d in found.doubts for text in dict(d.gaps).values()]
    assert (found.column, told, body_of(found)) == ("一线见闻", ["走村记"], [TEXT, TEXT])


def test_a_bold_line_like_those_below_heads_the_first_part(tmp_path: Path) -> None:
    rows = f"# 便民信息\n* 公交线路调整\n{TEXT}\n{TEXT}\n* 供水计划\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert (found.title, found.subtitle) == ("便民信息", ())
    assert heads == ["公交线路调整", "供水计划"]


def test_a_bold_line_with_no_other_like_it_stays_a_subtitle(tmp_path: Path) -> None:
    rows = f"# 春耕备耕有序推进\n* 全县备足种子化肥\n{TEXT}\n{TEXT}\n= 农资到村\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert found.subtitle == ("全县备足种子化肥",)


@pytest.mark.parametrize("mark", ["·", "●", "■"])
def test_below_a_name_the_first_of_several_marked_lines_is_none_of_the_head(
    tmp_path: Path, mark: str
) -> None:
    names = [f"{mark}机器人大赛获佳绩", f"{mark}专业认证接受考查", f"{mark}共建项目签约"]
    items = "".join(f"* {name}\n{TEXT}\n{TEXT}\n{TEXT}\n" for name in names)
    (found,) = typed_rows(tmp_path, "word", f"* 计算机系大事\n{items}")
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert (found.title, heads, found.guessed) == ("计算机系大事", names, frozenset())


def test_the_first_bold_line_below_who_wrote_heads_a_part(tmp_path: Path) -> None:
    item = "霜打过的菠菜叶厚味甜，焯水以后凉拌，最是爽口，家家户户都爱吃。"
    rows = f"# 冬至前后这几样菜别错过\n记者 沈微\n* 萝卜\n{item}\n* 菠菜\n{item}\n* 芋头\n{item}"
    (found,) = typed_rows(tmp_path, "word", rows)
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert (found.subtitle, heads) == ((), ["萝卜", "菠菜", "芋头"])
