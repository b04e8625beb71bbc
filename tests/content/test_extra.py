"""Fields of one paper's own: described in paper.yml, typed in articles, complained of by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.model import ExtraValue
from tests.support.content_folder import Desk

PAPER = """name: 今日衢江
sections: {yaowen: 要闻, zonghe: 综合}
自定字段:
  fangtan: {name: 访谈对象, aliases: [受访人]}
  jibie: {name: 级别, choices: [省级, 市级]}
  renshu: {name: 人数, type: 数字}
  kaichang: {name: 开场, type: date}
  tupu: {name: 图谱, type: list}
  beizhu: 备考
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.write("content/paper.yml", PAPER)
    return desk


def said(desk: Desk, fields: str) -> list[object]:
    return [value.value for value in desk.article(fields).extra]


@pytest.mark.parametrize("name", ["fangtan", "访谈对象", "受访人"])
def test_a_field_is_known_by_its_key_its_name_and_its_aliases(desk: Desk, name: str) -> None:
    article = desk.article(f"{name}: 张三\n")
    assert article.extra == (ExtraValue("fangtan", "访谈对象", "text", "张三"),)
    assert desk.codes() == []


def test_values_are_typed_and_stand_in_the_order_of_the_paper(desk: Desk) -> None:
    fields = "图谱: [甲, 乙]\n开场: 2022年4月1日\n人数: 120\n级别: 市级\n受访人: 张三\n"
    assert said(desk, fields) == ["张三", "市级", 120, "2022-04-01", ("甲", "乙")]
    assert desk.codes() == []


def test_a_field_needs_no_more_than_a_name(desk: Desk) -> None:
    assert said(desk, "备考: 一\n") == ["一"]


@pytest.mark.parametrize("fields", ["", "级别:\n", "tupu: []\n"])
def test_what_was_left_empty_is_not_there(desk: Desk, fields: str) -> None:
    assert said(desk, fields) == []
    assert desk.codes() == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("级别: 县级\n", "wants-choice 01-01-meeting.md:4:5"),
        ("人数: 三\n", "wants-number 01-01-meeting.md:4:5"),
        ("开场: 2022-02-30\n", "wants-date 01-01-meeting.md:4:5"),
        ("fangtan: [张三]\n", "wants-text 01-01-meeting.md:4:10"),
        ("访谈对像: 张三\n", "misspelt-key 01-01-meeting.md:4:1"),
        ("fangtan: 张三\n访谈对象: 李四\n", "repeated-alias 01-01-meeting.md:5:1"),
    ],
)
def test_a_mistake_is_reported_at_its_place(desk: Desk, fields: str, problem: str) -> None:
    assert said(desk, fields) in ([], ["张三"])
    assert desk.places() == [problem]


def test_a_choice_that_is_nearly_right_is_guessed(desk: Desk) -> None:
    desk.article("级别: 县级\n")
    assert "最接近的写法：省级" in desk.shown() or "最接近的写法：市级" in desk.shown()
    assert "从这些里选一个：省级、市级" in desk.shown()


def test_an_unknown_field_lists_the_papers_own_among_the_known(desk: Desk) -> None:
    desk.article("xyzzy: 1\n")
    assert "fangtan（访谈对象/受访人）" in desk.shown()
    assert "title（主题/标题）" in desk.shown()


def test_another_papers_articles_do_not_know_them(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.article("fangtan: 张三\n")
    assert desk.codes() == ["unknown-key"]


@pytest.mark.parametrize(
    "description", ["{name: 级别, type: choice}", "{type: chioce}", "[省级]", "{nmae: 级别}"]
)
def test_a_field_described_wrongly_is_complained_of_in_the_paper_alone(
    desk: Desk, description: str
) -> None:
    desk.write("content/paper.yml", f"name: 今日衢江\nextra:\n  level: {description}\n")
    desk.write("content/issues/2022/2022-04-01/issue.md", "---\npages: [{name: 要闻}]\n---\n")
    desk.article("level: 省级\n")
    assert desk.codes() == []
    desk.paper()
    assert [place.partition(" ")[2].rpartition(":")[0] for place in desk.places()] == [
        "paper.yml:3"
    ]


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("title: 题", "title"),
        ("tt: 标题", "标题"),
        ("tt: {name: 题, aliases: [版次]}", "版次"),
        ("tt: 级别", "级别"),
    ],
)
def test_a_word_that_means_something_already_is_refused(desk: Desk, field: str, named: str) -> None:
    desk.write("content/paper.yml", f"name: 今日衢江\nextra:\n  jibie: 级别\n  {field}\n")
    desk.paper()
    assert desk.places() == ["extra-taken paper.yml:4:3"]
    assert f"“{named}”" in desk.shown()
