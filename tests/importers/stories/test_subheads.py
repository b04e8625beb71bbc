"""Which lines of a text head what stands below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Text
from tests.importers.stories.test_cutting import LARGE, MIDDLE, TEXT
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import story
from tests.support.manuscripts.typed_rows import WAYS, typed_rows


@pytest.mark.parametrize("head", ["记者手记：", "相关链接:", "案情："])
def test_a_bold_word_with_a_colon_above_a_text_heads_it(tmp_path: Path, head: str) -> None:
    rows = paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph(TEXT)
    found = story(tmp_path, docx(rows + paragraph(head, "", "<w:b/>") + paragraph(TEXT)))
    assert [(one.paragraph.said, one.subhead) for one in found.body if isinstance(one, Text)] == [
        (TEXT, False), (head, True), (TEXT, False),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["问：", "沈微："])
def test_who_speaks_heads_no_part(tmp_path: Path, head: str) -> None:
    rows = paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph(TEXT)
    found = story(tmp_path, docx(rows + paragraph(head, "", "<w:b/>") + paragraph(TEXT)))
    assert not any(one.subhead for one in found.body if isinstance(one, Text))


POINTS = ("一、捐赠内容", "二、捐赠原则", "三、捐赠形式")


def test_points_with_text_below_each_are_subheads_whatever_they_look_like(tmp_path: Path) -> None:
    rows = "".join(f"{point}\n{TEXT}\n（一）接受个人捐赠；\n" for point in POINTS)
    (found,) = typed_rows(tmp_path, "word", f"# 文物征集倡议书\n{TEXT}\n{rows}")
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert heads == list(POINTS)


@pytest.mark.parametrize("points", [POINTS, POINTS[:1], (POINTS[0], POINTS[2])])
def test_points_that_are_a_list_or_that_do_not_count_are_none(
    tmp_path: Path, points: tuple[str, ...]
) -> None:
    below = f"\n{TEXT}\n" if len(points) < len(POINTS) else "\n"
    rows = "".join(f"{point}{below}" for point in points)
    (found,) = typed_rows(tmp_path, "word", f"# 文物征集倡议书\n{TEXT}\n{rows}{TEXT}")
    assert not any(isinstance(one, Text) and one.subhead for one in found.body)


def test_points_that_an_author_counted_wrongly_are_subheads_all_the_same(tmp_path: Path) -> None:
    points = ("一、召开时间", "二、活动对象", "四、会议主题", "三、活动内容", "四、注意事项")
    rows = "".join(f"{point}\n{TEXT}\n" for point in points)
    (found,) = typed_rows(tmp_path, "word", f"# 关于召开交流大会的通知\n{TEXT}\n{rows}")
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert heads == list(points)


ITEM = "霜打过的菠菜叶厚味甜，焯水以后凉拌，最是爽口。"


@pytest.mark.parametrize("way", ["text", "word without looks"])
def test_short_lines_above_short_texts_head_them_the_first_one_too(
    tmp_path: Path, way: str
) -> None:
    rows = f"冬至前后这几样菜别错过\n记者 沈微 整理\n萝卜\n{ITEM}\n菠菜\n{ITEM}\n芋头\n{ITEM}"
    (found,) = typed_rows(tmp_path, way, rows)
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert (found.title, heads) == ("冬至前后这几样菜别错过", ["萝卜", "菠菜", "芋头"])


def test_what_people_say_to_each_other_heads_nothing(tmp_path: Path) -> None:
    rows = f"修鞋\n沈微\n{ITEM}\n“能修吗？”\n“能。”\n“多少钱？”\n{ITEM}\n{ITEM}"
    (found,) = typed_rows(tmp_path, "text", rows)
    assert not any(one.subhead for one in found.body if isinstance(one, Text))


def test_in_a_plain_text_numbered_lines_above_prose_head_it(tmp_path: Path) -> None:
    text = ITEM * 3
    rows = f"一块地的来去\n记者 沈微\n{text}\n一、地是怎么荒的\n{text}\n二、地是怎么回来的\n{text}"
    (found,) = typed_rows(tmp_path, "text", rows)
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert heads == ["一、地是怎么荒的", "二、地是怎么回来的"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("first", ["", "一、大白菜种植\n"])
def test_points_in_brackets_with_text_below_each_are_subheads_too(
    tmp_path: Path, way: str, first: str
) -> None:
    rows = f"{first}（一）总体情况\n{TEXT}\n{TEXT}\n（二）利益联结\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, f"# 项目汇报\n{rows}")
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert heads == [*first.split(), "（一）总体情况", "（二）利益联结"]


@pytest.mark.parametrize("way", WAYS)
def test_points_in_brackets_begin_anew_below_each_of_the_others(tmp_path: Path, way: str) -> None:
    inner = f"（一）怎么看\n{TEXT}\n（二）怎么干\n{TEXT}\n"
    rows = f"# 项目汇报\n一、种菜\n{inner}二、养鸡\n{inner}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert sum(one.subhead for one in found.body if isinstance(one, Text)) == 6


@pytest.mark.parametrize("way", WAYS)
def test_steps_and_points_of_which_some_pause_are_subheads(tmp_path: Path, way: str) -> None:
    heads = ["第一步：报名", "第二步：看邮件", "第三步：上车，走了"]
    heads += ["一、前期筹备", "二、活动进行时：时候到了！"]
    rows = "".join(f"{head}\n{TEXT}\n" for head in heads[:3])
    (found,) = typed_rows(tmp_path, way, f"# 接站攻略\n{TEXT}\n{rows}")
    assert [p.paragraph.said for p in found.body if isinstance(p, Text) and p.subhead] == heads[:3]
    rows = "".join(f"{head}\n{TEXT}\n" for head in heads[3:])
    (found,) = typed_rows(tmp_path, way, f"# 返校记\n{TEXT}\n{rows}")
    assert [p.paragraph.said for p in found.body if isinstance(p, Text) and p.subhead] == heads[3:]


def test_points_that_all_name_something_and_say_it_are_none(tmp_path: Path) -> None:
    rows = f"一、人数：八人一组\n{TEXT}\n二、道具：报纸、胶带\n{TEXT}"
    (found,) = typed_rows(tmp_path, "word", f"# 无敌风火轮\n{TEXT}\n{rows}")
    assert not any(p.subhead for p in found.body if isinstance(p, Text))
