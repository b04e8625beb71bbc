"""Fields of one paper's own: described in paper.yml, typed in articles, complained of by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.model import ExtraValue
from tests.support.content_folder import ContentFolder

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
def content(tmp_path: Path) -> ContentFolder:
    content = ContentFolder(tmp_path)
    content.write("content/paper.yml", PAPER)
    return content


def said(content: ContentFolder, fields: str) -> list[object]:
    return [value.value for value in content.article(fields).extra]


@pytest.mark.parametrize("name", ["fangtan", "访谈对象", "受访人"])
def test_a_field_is_known_by_its_key_its_name_and_its_aliases(
    content: ContentFolder, name: str
) -> None:
    article = content.article(f"{name}: 张三\n")
    assert article.extra == (ExtraValue("fangtan", "访谈对象", "text", "张三"),)
    assert content.codes() == []


def test_values_are_typed_and_stand_in_the_order_of_the_paper(content: ContentFolder) -> None:
    fields = "图谱: [甲, 乙]\n开场: 2022年4月1日\n人数: 120\n级别: 市级\n受访人: 张三\n"
    assert said(content, fields) == ["张三", "市级", 120, "2022-04-01", ("甲", "乙")]
    assert content.codes() == []


def test_a_field_needs_no_more_than_a_name(content: ContentFolder) -> None:
    assert said(content, "备考: 一\n") == ["一"]


@pytest.mark.parametrize("fields", ["", "级别:\n", "tupu: []\n"])
def test_what_was_left_empty_is_not_there(content: ContentFolder, fields: str) -> None:
    assert said(content, fields) == []
    assert content.codes() == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ("级别: 县级\n", "wants-choice 01-01-meeting.md:4:5"),
        ("人数: 三左右\n", "wants-number 01-01-meeting.md:4:5"),
        ("开场: 2022-02-30\n", "wants-date 01-01-meeting.md:4:5"),
        ("fangtan: [张三]\n", "wants-text 01-01-meeting.md:4:10"),
        ("访谈对像: 张三\n", "misspelt-key 01-01-meeting.md:4:1"),
        ("fangtan: 张三\n访谈对象: 李四\n", "repeated-alias 01-01-meeting.md:5:1"),
    ],
)
def test_a_mistake_is_reported_at_its_place(
    content: ContentFolder, fields: str, problem: str
) -> None:
    assert said(content, fields) in ([], ["张三"])
    assert content.places() == [problem]


def test_a_choice_that_sounds_the_same_is_guessed(content: ContentFolder) -> None:
    content.article("级别: 升级\n")
    assert "最接近的写法：省级" in content.shown()
    assert "从这些里选一个：省级、市级" in content.shown()


def test_a_choice_that_means_another_is_not_guessed(content: ContentFolder) -> None:
    content.article("级别: 县级\n")
    assert "最接近的写法" not in content.shown()
    assert "从这些里选一个：省级、市级" in content.shown()


def test_an_unknown_field_lists_the_papers_own_among_the_known(content: ContentFolder) -> None:
    content.article("xyzzy: 1\n")
    assert "fangtan（访谈对象/受访人）" in content.shown()
    assert "title（主题/标题）" in content.shown()


def test_another_papers_articles_do_not_know_them(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    content.article("fangtan: 张三\n")
    assert content.codes() == ["unknown-key"]


@pytest.mark.parametrize(
    "description",
    [
        "{name: 级别, type: choice}",
        "{type: choice, choices: {省级: 1}}",
        "{type: text, choices: [省级]}",
        "{type: chioce}",
        "[省级]",
        "{nmae: 级别}",
    ],
)
def test_a_field_described_wrongly_is_complained_of_in_the_paper_alone(
    content: ContentFolder, description: str
) -> None:
    content.write("content/paper.yml", f"name: 今日衢江\nextra:\n  level: {description}\n")
    content.write("content/issues/2022/2022-04-01/issue.md", "---\npages: [{name: 要闻}]\n---\n")
    content.article("level: 省级\n")
    assert content.codes() == []
    content.paper()
    assert [place.partition(" ")[2].rpartition(":")[0] for place in content.places()] == [
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
def test_a_word_that_means_something_already_is_refused(
    content: ContentFolder, field: str, named: str
) -> None:
    content.write("content/paper.yml", f"name: 今日衢江\nextra:\n  jibie: 级别\n  {field}\n")
    content.paper()
    assert content.places() == ["extra-taken paper.yml:4:3"]
    assert f"“{named}”" in content.shown()
