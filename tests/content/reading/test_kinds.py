"""A kind of article is typed in English or Chinese, as a kind or as a rank; it says how to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.model.kinds import KINDS, ArticleKind
from tests.support.content_folder import ContentFolder


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("头题", "头条"), ("倒头题", "倒头条"), ("二题", "二条"), ("头版头条", "头条")],
)
def test_a_place_that_other_papers_call_otherwise_is_understood_and_named(
    content: ContentFolder, typed: str, meant: str
) -> None:
    content.article(f"rank: {typed}\n")
    assert f"最接近的写法：{meant}\n" in content.shown()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_kind_is_known_by_every_name_and_gives_its_weight(
    kind: ArticleKind, content: ContentFolder
) -> None:
    for word in (kind.key, kind.name, *kind.aliases):
        article = content.article(f"kind: {word}\n")
        assert (article.kind, article.rank, content.shown()) == (kind.key, kind.rank, "")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_kind_may_be_typed_as_the_rank(kind: ArticleKind, content: ContentFolder) -> None:
    article = content.article(f"位置: {kind.name}\n")
    assert (article.kind, article.rank, content.shown()) == (kind.key, kind.rank, "")


def test_names_of_kinds_stand_for_one_kind_only() -> None:
    words = [word for kind in KINDS for word in (kind.key, kind.name, *kind.aliases)]
    assert len(words) == len(set(words))


def test_a_typed_weight_counts(content: ContentFolder) -> None:
    article = content.article("kind: 讣告\nrank: 头条\n")
    assert (article.kind, article.rank) == ("obituary", "lead")
    assert content.article("kind: 来信\nrank: 公告\n").rank == "notice"


def test_news_is_of_no_kind(content: ContentFolder) -> None:
    assert content.article().kind == ""


def test_an_unknown_kind_lists_those_there_are(content: ContentFolder) -> None:
    content.article("kind: 讣文\n")
    assert "wants-choice" in content.shown()
    assert "obituary/讣告" in content.shown()


def test_two_kinds_of_one_article_are_an_error(content: ContentFolder) -> None:
    content.article("kind: 诗\nrank: 讣告\n")
    assert "kinds-differ" in content.shown()


def test_lines_and_stanzas_of_a_poem_are_kept(content: ContentFolder) -> None:
    body = "一、桥上\n从雾里开出来\n——少年\n\n收进怀里\n**灯**"
    poem = content.article("kind: 诗\n", body).body
    assert poem.html == (
        "<p>一、桥上<br>\n从雾里开出来<br>\n——少年</p>\n<p>收进怀里<br>\n<strong>灯</strong></p>\n"
    )
    assert poem.text == "一、桥上\n从雾里开出来\n——少年\n收进怀里\n灯"
    assert content.shown() == ""


@pytest.mark.parametrize("kind", ["来信", "名单", "问答"])
def test_lines_of_a_letter_aren_t_joined_in_a_paper_that_joins_lines(
    kind: str, content: ContentFolder
) -> None:
    content.write("content/paper.yml", "name: 今日衢江\nsections: {y: 要闻}\nline_breaks: join\n")
    assert content.article(f"kind: {kind}\n", "王慧\n李强").body.text == "王慧\n李强"
