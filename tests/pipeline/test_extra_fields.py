"""A paper's own fields on its pages, and what a change of them redraws."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.problems import BuildFailed
from banxin.rendering.theme import bundled_themes
from tests.support.paper import Paper

FIELDS = "\nextra:\n  who: {name: 访谈对象, type: list}\n  opened: {name: 开场, type: date}\n"
ARTICLE = "2024-01-01/01/01/index.html"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue("2024-01-01", "一。", "二。")
    paper.article("2024-01-01", 1, "一。", who="[张三, 李四]", 开场="2023-12-30")
    return paper


def describe(paper: Paper, fields: str = FIELDS, theme: str = "plain") -> None:
    file = paper.root / "content/paper.yml"
    text = file.read_text("utf-8").partition("\nextra:")[0].rstrip()
    file.write_text(text.replace("theme: plain", f"theme: {theme}") + fields, "utf-8")


def shown(paper: Paper) -> str:
    return (paper.root / "output" / ARTICLE).read_text("utf-8")


@pytest.mark.parametrize("theme", bundled_themes())
def test_a_bundled_theme_shows_them_below_the_article(paper: Paper, theme: str) -> None:
    describe(paper, theme=theme)
    paper.build()
    html = "".join(shown(paper).split("\n"))
    assert "<dt>访谈对象</dt><dd>张三、李四</dd>" in html
    assert "<dt>开场</dt><dd>2023年12月30日</dd>" in html


def test_a_template_may_ask_for_one_of_them(paper: Paper) -> None:
    describe(paper)
    template = paper.theme / "article.html"
    asked = '{% set who = page.item.own("who") %}<i>{{ who.lines|join("+") if who }}</i>'
    begin, end, rest = template.read_text("utf-8").rpartition("{% endblock %}")
    template.write_text(begin + asked + end + rest, "utf-8")
    paper.build()
    assert "<i>张三+李四</i>" in shown(paper)
    other = paper.root / "output/2024-01-01/01/02/index.html"
    assert "<i></i>" in other.read_text("utf-8")


def test_a_withdrawn_article_loses_them(paper: Paper) -> None:
    describe(paper, theme="broadsheet")
    paper.article("2024-01-01", 1, "一。", who="[张三, 李四]", status="withdrawn")
    paper.build()
    assert not any("张三" in data.decode("utf-8", "ignore") for data in paper.tree().values())


def test_a_new_description_is_read_into_articles_that_did_not_change(paper: Paper) -> None:
    describe(paper, theme="broadsheet")
    paper.build()
    describe(paper, FIELDS.replace("访谈对象", "受访人"), theme="broadsheet")
    paper.build()
    assert "受访人" in shown(paper)
    assert "访谈对象" not in shown(paper)
    paper.build("clean")
    assert paper.tree() == paper.tree("clean")


def test_a_field_that_is_described_no_more_is_unknown(paper: Paper) -> None:
    describe(paper)
    paper.build()
    describe(paper, "\n")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert [p.code for p in failed.value.problems] == ["unknown-key", "unknown-key"]
