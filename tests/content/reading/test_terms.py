"""Sections, columns and people by their names, and the keys that stand in addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content import reading
from banxin.model import Term
from tests.support.content_folder import ARTICLE, ISSUE, ContentFolder
from tests.support.present import present


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


def test_a_section_is_known_by_name_or_key_and_guessed_when_it_is_not(
    content: ContentFolder,
) -> None:
    assert content.article("栏目: zhengxie\n").column == Term("zhengxie", "衢江政协")
    assert content.first().section == Term("yaowen", "要闻")
    content.write(ARTICLE, "---\ntitle: 一\nsection: 要文\n---\n正文。\n")
    content.issue()
    assert content.codes() == ["section-unknown"]
    assert "最接近的是：要闻" in content.shown()


def test_without_a_list_of_sections_any_name_is_one(content: ContentFolder) -> None:
    content.write("content/paper.yml", "name: 报\n")
    content.write(ARTICLE, "---\ntitle: 一\nsection: 社会广角\ncolumn: 灯下\n---\n正文。\n")
    found = content.first()
    assert found.section == Term(reading.term_key("社会广角"), "社会广角")
    assert found.column == Term(reading.term_key("灯下"), "灯下")
    assert content.codes() == []


def test_a_page_name_that_is_no_listed_section_is_still_one(content: ContentFolder) -> None:
    content.write(ISSUE, "---\npages: [{name: 副刊}]\n---\n")
    content.write(ARTICLE, "---\ntitle: 一\n---\n正文。\n")
    assert content.first().section == Term(reading.term_key("副刊"), "副刊")
    assert content.codes() == []


@pytest.mark.parametrize(
    ("name", "start"),
    [("要闻", "yaowen-"), ("记者 洪纲", "jizhehonggang-"), ("A股 2022", "agu-2022-"), ("☆", "")],
)
def test_a_key_is_made_of_the_name_alone(name: str, start: str) -> None:
    key = reading.term_key(name)
    assert key.replace("-", "").isascii()
    assert len(key.rpartition("-")[2]) == 4
    assert key == reading.term_key(name)


def test_a_byline_has_the_key_that_people_yml_gives_or_its_name_s_own(
    content: ContentFolder,
) -> None:
    content.write("content/people.yml", "- name: 林一\n  key: linyi\n- name: 赵二\n")
    content.article("byline: 记者 林一 赵二 通讯员 钱三\n")
    own = [(name, reading.term_key(name)) for name in ("赵二", "钱三")]
    assert present(content.issue()).person_keys == (("林一", "linyi"), *own)


def test_names_that_sound_alike_have_keys_of_their_own() -> None:
    assert reading.term_key("要闻") != reading.term_key("药闻")
