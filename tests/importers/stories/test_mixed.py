"""One story of a file says what its headline is; the others only look like stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

LABELLED = (
    "引题：云岭镇建起九处书屋\n主题：山里孩子有了读书的地方\n副题：全年开放\n作者：本报记者 沈小满"
)
TEXT = "傍晚六点，云岭镇书屋的灯亮了，放学的孩子三三两两走进来，各自找到昨天没有看完的那本书。"
SORRY = "本报12月1日三版《江边的灯》一文中，“沈薇”应为“沈微”，特此更正，并向当事人致歉。"
FIRST = f"{LABELLED}\n{TEXT}\n{TEXT}"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("column", ["", "【行走江城】\n"])
def test_a_headline_with_its_author_begins_a_story_below_labels(
    tmp_path: Path, way: str, column: str
) -> None:
    rows = f"{FIRST}\n\n{column}* 夜里的渡口\n本报见习记者 王大力 文/图\n{TEXT}\n{TEXT}"
    one, two = typed_rows(tmp_path, way, rows)
    assert (one.title, one.byline, body_of(one)) == (
        "山里孩子有了读书的地方", "本报记者 沈小满", [TEXT, TEXT],
    )  # fmt: skip
    assert (two.title, two.byline, two.column) == (
        "夜里的渡口", "本报见习记者 王大力 文/图", column.strip("【】\n"),
    )  # fmt: skip
    assert body_of(two) == [TEXT, TEXT]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("title", ["更正", "启事", "公告", "征稿启事"])
@pytest.mark.parametrize(
    "first", [FIRST, f"# 山里孩子有了读书的地方\n本报记者 沈小满\n{TEXT}\n{TEXT}"]
)
def test_a_correction_or_a_notice_between_stories_is_one_itself(
    tmp_path: Path, way: str, title: str, first: str
) -> None:
    one, two = typed_rows(tmp_path, way, f"{first}\n\n* {title}\n{SORRY}\n> 本报编辑部")
    assert body_of(one) == [TEXT, TEXT]
    assert (two.title, two.signoff, body_of(two)) == (title, ("本报编辑部",), [SORRY])


@pytest.mark.parametrize("way", WAYS)
def test_a_story_above_one_with_labels_keeps_its_headline(tmp_path: Path, way: str) -> None:
    one, two = typed_rows(
        tmp_path, way, f"# 夜里的渡口\n本报记者 王大力\n{TEXT}\n{TEXT}\n\n{FIRST}"
    )
    assert (one.title, one.byline) == ("夜里的渡口", "本报记者 王大力")
    assert (two.title, two.kicker) == ("山里孩子有了读书的地方", ("云岭镇建起九处书屋",))


@pytest.mark.parametrize("way", WAYS)
def test_subheads_below_labels_cut_nothing(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"{FIRST}\n* 有书读\n{TEXT}\n\n* 读好书\n{TEXT}")
    assert len(found.body) == 6


def test_a_headline_that_only_looks_like_one_is_marked(tmp_path: Path) -> None:
    rows = f"{FIRST}\n\n# 江城的春天从一条河开始\n{TEXT}\n{TEXT}"
    _, two = typed_rows(tmp_path, "word", rows)
    assert two.title == "江城的春天从一条河开始"
    assert "cut" in {one.key for one in two.doubts}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", ["（{}）{}", "【{}】{}", "[{}] {}", "【{}】：{}"])
def test_labels_may_stand_in_brackets(tmp_path: Path, way: str, form: str) -> None:
    rows = [
        form.format(*one)
        for one in (("引题", "五谷丰登"), ("主题", "丰收节开幕"), ("副题", "表彰能手"))
    ]
    (found,) = typed_rows(tmp_path, way, "\n".join([*rows, f"本报讯（记者 沈微）{TEXT}", TEXT]))
    assert (found.kicker, found.title, found.subtitle) == (
        ("五谷丰登",),
        "丰收节开幕",
        ("表彰能手",),
    )
    assert (found.byline, body_of(found)) == ("记者 沈微", [TEXT, TEXT])
