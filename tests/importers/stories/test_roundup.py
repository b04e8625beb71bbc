"""Short items under one name: each its own story where it has a headline, else all of them one."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Story
from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

ITEMS = (
    ("云岭镇清理河道", "云岭镇近日组织志愿者清理河道垃圾三吨，受到群众好评。"),
    ("图书馆延长开放", "县图书馆12月2日起延长开放时间至晚上九点。"),
    ("一中学生夺三金", "江城一中学生在全市运动会上夺得三枚金牌。"),
)
BARE = ("沈小满", "王大力", "沈小满 李某某")
WITH_ROLES = ("记者 沈小满", "通讯员 王大力", "记者 沈小满 通讯员 李某某")
MARKS = ("{n}、", "{n}.", "{h}、", "（{h}）", "{c}", "●", "◆", "")


def mark_of(mark: str, n: int) -> str:
    return mark.format(n=n + 1, h="一二三"[n], c="①②③"[n])


def check(found: tuple[Story, ...], names: tuple[str, ...], column: str) -> None:
    assert [(s.title, s.byline, s.column) for s in found] == [
        (title, by, column) for (title, _), by in zip(ITEMS, names, strict=True)
    ]
    assert [body_of(s) for s in found] == [[text] for _, text in ITEMS]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("names", [BARE, WITH_ROLES], ids=("names", "roles"))
@pytest.mark.parametrize("mark", MARKS)
def test_items_with_headlines_are_stories(
    tmp_path: Path, way: str, names: tuple[str, ...], mark: str
) -> None:
    rows = "# 简讯\n" + "\n".join(
        f"* {mark_of(mark, n)}{title}\n{text}（{names[n]}）"
        for n, (title, text) in enumerate(ITEMS)
    )
    found = typed_rows(tmp_path, way, rows)
    check(found, names, "简讯")
    assert all(("byline" in s.guessed) == (names is BARE) for s in found)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("names", [BARE, WITH_ROLES], ids=("names", "roles"))
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("name", ["简讯", "一句话新闻", "短波"])
def test_items_of_a_sentence_are_one_story_in_which_each_keeps_its_name(
    tmp_path: Path, way: str, names: tuple[str, ...], mark: str, name: str
) -> None:
    items = [f"{mark_of(mark, n)}{text}（{names[n]}）" for n, (_, text) in enumerate(ITEMS)]
    (found,) = typed_rows(tmp_path, way, "\n".join((f"# {name}", *items)))
    assert (found.title, found.byline, body_of(found)) == (name, "", items)


@pytest.mark.parametrize("way", WAYS)
def test_items_of_a_sentence_without_a_name_over_them_are_called_briefs(
    tmp_path: Path, way: str
) -> None:
    items = [f"●{text}（{BARE[n]}）" for n, (_, text) in enumerate(ITEMS)]
    (found,) = typed_rows(tmp_path, way, "\n".join(items))
    assert (found.title, "title" in found.guessed, body_of(found)) == ("简讯", True, items)


@pytest.mark.parametrize("way", WAYS)
def test_subheads_of_one_reporters_story_cut_nothing(tmp_path: Path, way: str) -> None:
    long = ITEMS[0][1] * 2
    rows = f"# 乡镇动态观察\n* 把河道清干净\n{long}\n* 把书送到家\n{long}\n{long}（沈小满）"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.title, found.byline) == ("乡镇动态观察", "沈小满")


ODDLY = (("云岭镇 沈小满", "记者 王大力", ""), ("沈小满", "", "通讯员 王大力"), ("", "", ""))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("names", ODDLY)
@pytest.mark.parametrize("mark", [mark for mark in MARKS if mark])
def test_items_with_one_mark_are_stories_however_they_are_signed(
    tmp_path: Path, way: str, names: tuple[str, ...], mark: str
) -> None:
    check(typed_rows(tmp_path, way, group(mark, names)), names, "乡镇快讯")


@pytest.mark.parametrize("way", WAYS)
def test_items_under_their_name_need_no_mark_where_most_are_signed(
    tmp_path: Path, way: str
) -> None:
    check(typed_rows(tmp_path, way, group("", ODDLY[0])), ODDLY[0], "乡镇快讯")


@pytest.mark.parametrize("way", WAYS)
def test_a_group_between_other_stories_is_one_too(tmp_path: Path, way: str) -> None:
    other = f"本报记者 李小明\n{ITEMS[0][1] * 2}\n{ITEMS[0][1]}"
    rows = f"# 书屋亮灯\n{other}\n\n{group('◆', ODDLY[0])}\n\n# 江边的春天\n{other}"
    one, *items, last = typed_rows(tmp_path, way, rows)
    check(tuple(items), ODDLY[0], "乡镇快讯")
    assert [(s.title, s.byline, s.column) for s in (one, last)] == [
        ("书屋亮灯", "本报记者 李小明", ""),
        ("江边的春天", "本报记者 李小明", ""),
    ]


@pytest.mark.parametrize("way", WAYS)
def test_marked_subheads_of_one_story_cut_nothing(tmp_path: Path, way: str) -> None:
    long = ITEMS[0][1] * 2
    rows = f"# 江城治水记\n* ◆把河道清干净\n{long}\n* ◆把水送到家\n{long}（沈小满）"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.title, found.byline) == ("江城治水记", "沈小满")


def group(mark: str, names: tuple[str, ...]) -> str:
    rows = ["* 乡镇快讯"]
    for n, (title, text) in enumerate(ITEMS):
        rows += [f"* {mark_of(mark, n)}{title}", f"{text}（{names[n]}）" if names[n] else text]
    return "\n".join(rows)


@pytest.mark.parametrize("way", WAYS)
def test_items_that_nobody_signs_are_stories_with_a_doubtful_column(
    tmp_path: Path, way: str
) -> None:
    found = typed_rows(tmp_path, way, group("", ODDLY[2]))
    check(found, ODDLY[2], "乡镇快讯")
    assert all("column" in one.guessed for one in found)


@pytest.mark.parametrize("way", WAYS)
def test_below_a_rounds_name_subheads_of_long_texts_are_no_items(tmp_path: Path, way: str) -> None:
    text = ITEMS[0][1]
    rows = f"# 乡镇快讯\n* 把河道清干净\n{text}\n{text}\n* 把书送到家\n{text}\n{text}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert "乡镇快讯" in found.title


LARGE_STORY = "# 县税务局开展便民办税活动\n" + f"{ITEMS[0][1] * 2}\n" * 5 + "县税务局 沈小满"
MEETING = (
    "县里召开防火工作会议\n——周克勤强调：看好山护好林\n——李小明主持\n□ 记者 王大力\n"
    f"本报讯 {ITEMS[0][1]}\n{ITEMS[1][1]}"
)


@pytest.mark.parametrize("way", WAYS)
def test_a_story_below_the_last_item_is_none_of_them(tmp_path: Path, way: str) -> None:
    *items, last = typed_rows(tmp_path, way, f"{group('', ODDLY[0])}\n\n# {MEETING}")
    check(tuple(items), ODDLY[0], "乡镇快讯")
    assert (last.title, last.column, last.byline) == ("县里召开防火工作会议", "", "记者 王大力")
    assert last.subtitle == ("——周克勤强调：看好山护好林", "——李小明主持")


def test_a_larger_headline_is_no_items(tmp_path: Path) -> None:
    *items, last = typed_rows(tmp_path, "word", f"{group('', ODDLY[0])}\n\n{LARGE_STORY}")
    check(tuple(items), ODDLY[0], "乡镇快讯")
    assert (last.title, last.column) == ("县税务局开展便民办税活动", "")


@pytest.mark.parametrize("title", ["老城改造，改什么？怎么改？", "稻草也能卖钱了！"])
def test_a_centred_question_or_cry_below_the_last_item_is_another_headline(
    tmp_path: Path, title: str
) -> None:
    text = f"{ITEMS[0][1]}\n" * 5
    rows = f"{group('', ODDLY[0])}\n% {title}\n= 记者 王大力\n{text}"
    *items, last = typed_rows(tmp_path, "word", rows)
    check(tuple(items), ODDLY[0], "乡镇快讯")
    assert (last.title, last.column) == (title, "")
