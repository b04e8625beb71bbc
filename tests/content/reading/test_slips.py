"""Slips of the pen that reading must name once, and only once."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content import reading
from banxin.model import Issue
from tests.support.content_folder import ARTICLE, FOLDER, ISSUE, ContentFolder, article


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def issue(content: ContentFolder, folder: str = FOLDER) -> Issue:
    found = content.issue(folder)
    if found is None:
        raise LookupError(content.shown())
    return found


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (ARTICLE, "---\ntitel: 标题\nsection: 要闻\n---\n正文。\n"),
        (ARTICLE, "---\n主提: 标题\n版块: 要闻\n---\n正文。\n"),
        (ARTICLE, article("byline: [{role: 记者, nmae: 林一}]\n")),
        (ARTICLE, article("photos: [{flie: road.jpg}]\n")),
        (ARTICLE, article("source: {nane: 鄞州新闻网}\n")),
        (ARTICLE, article("signoff: {bye: 甲}\n")),
        (ARTICLE, article("corrections: [{date: 2022-04-02, noet: 错}]\n")),
        (ISSUE, "---\npagess: [{name: 要闻}]\n---\n"),
        (ISSUE, "---\npages: [{nmae: 要闻}]\n---\n"),
    ],
)
def test_a_misspelt_key_is_not_said_to_be_missing_too(
    content: ContentFolder, file: str, text: str
) -> None:
    content.write(ARTICLE, "---\ntitle: 标题\n---\n正文。\n")
    content.write(file, text)
    content.issue()
    assert [p.code for p in content.problems] == ["misspelt-key"]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/paper.yml", "nmae: 今日衢江\n"),
        ("content/people.yml", "- {nmae: 王五}\n"),
    ],
)
def test_a_misspelt_name_is_not_said_to_be_missing_too(
    content: ContentFolder, file: str, text: str
) -> None:
    content.write(file, text)
    content.paper()
    assert [p.code for p in content.problems] == ["misspelt-key"]


def test_pages_of_the_wrong_kind_are_all_that_is_said(content: ContentFolder) -> None:
    content.write(ARTICLE, "---\ntitle: 标题\n---\n正文。\n")
    content.write(ISSUE, "---\npages: [[要闻]]\n---\n")
    content.issue()
    assert len(list(content.problems)) == 1


@pytest.mark.parametrize("title", ["'|'", "'||'", "' | '"])
def test_a_title_of_nothing_but_breaks_is_none(content: ContentFolder, title: str) -> None:
    content.write(ARTICLE, f"---\ntitle: {title}\nsection: 要闻\n---\n正文。\n")
    content.issue()
    assert [p.code for p in content.problems] == ["title-missing"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_year_without_newspapers_is_a_slip_of_the_pen(content: ContentFolder, day: str) -> None:
    folder = f"content/issues/{day[:4]}/{day}"
    content.write(f"{folder}/issue.md", "---\n---\n")
    assert content.issue(folder) is None
    assert [p.code for p in content.problems] == ["issue-folder-name"]


def test_the_address_of_a_long_name_is_one_that_a_disk_takes() -> None:
    assert len(reading.term_key("张" * 400)) < 100
    assert reading.term_key("张" * 400) != reading.term_key("张" * 401)


def test_a_standing_page_that_is_a_circle_of_links_is_unreadable(content: ContentFolder) -> None:
    (content.root / "content/about.md").symlink_to("about.md")
    assert content.standing("content/about.md") is None
    assert [p.code for p in content.problems] == ["file-unreadable"]


def test_a_page_called_by_a_letter_must_be_listed_if_the_list_could_be_read(
    content: ContentFolder,
) -> None:
    content.write(ARTICLE, article("page: B1\n"))
    content.write(ISSUE, "---\nnumber: 1\n---\n")
    issue(content)
    assert [p.code for p in content.problems] == ["page-unknown"]


def test_that_a_page_is_not_listed_is_no_mistake_where_the_list_could_not_be_read(
    content: ContentFolder,
) -> None:
    content.write(ARTICLE, article("page: B1\n"))
    content.write(ISSUE, "---\nnumber: [1\n---\n")
    issue(content)
    assert [p.code for p in content.problems] == ["unclosed-bracket"]
