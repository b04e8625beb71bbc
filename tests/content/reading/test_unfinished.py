"""What is left of the form, and articles without a text: published, an error; drafts may."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.scaffold.article import article_text
from tests.support.content_folder import ARTICLE, FOLDER, ContentFolder, article, picture


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


FORM = article_text(title="", page="1", section="要闻", example_day="2022-03-31")


def test_the_form_as_it_is_written_is_a_draft_and_passes_without_a_word(
    content: ContentFolder,
) -> None:
    content.write(ARTICLE, FORM)
    assert content.first().status == "draft"
    assert content.codes() == []


def test_the_form_published_is_an_error_for_each_thing_left(content: ContentFolder) -> None:
    lines = [line for line in FORM.split("\n") if not line.startswith("status")]
    lines = [line.removeprefix("# ") if "kicker" in line else line for line in lines]
    content.write(ARTICLE, "\n".join(lines))
    content.issue()
    assert content.places() == [
        "placeholder 01-01-meeting.md:2:8",
        "placeholder 01-01-meeting.md:5:9",
        "placeholder 01-01-meeting.md:17:1",
    ]


@pytest.mark.parametrize(
    "fields",
    ["rank: teaser\n", "rank: 报眼\n", "photos: [road.jpg]\n", "status: draft\n", "status: 撤稿\n"],
)
def test_some_articles_are_whole_without_a_text(content: ContentFolder, fields: str) -> None:
    content.article(fields, body="")
    assert content.codes() == []


@pytest.mark.parametrize("body", ["", "\n\n", "　\n"])
def test_others_without_a_text_are_errors(content: ContentFolder, body: str) -> None:
    content.write(ARTICLE, article("rank: photo\n", body))
    content.issue()
    assert content.places() == ["body-empty 01-01-meeting.md:6"]


def test_words_of_the_form_inside_a_text_are_words(content: ContentFolder) -> None:
    content.article("kicker: 引题怎样写\n", body="培训班上讲了引题、副题一和图片说明。")
    assert content.codes() == []


@pytest.mark.parametrize(
    "line",
    [
        "（下转第3版）",
        "下转A2版",
        "(上接第一版)",
        "（紧接第1版）",
        "（转二版《春耕》）",
        "　（下转6—7版）",
    ],
)
def test_a_turn_typed_into_the_text_leads_nowhere(content: ContentFolder, line: str) -> None:
    content.article(body=f"正文。\n\n{line}\n")
    assert content.codes() == ["jump-typed"]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("（下转第2版）", "2022-04-01/02/01"),
        ("（转二版《春耕》）", "2022-04-01/02/01"),
        ("下转A2版", "2022-04-01/a2/01"),
        ("(上接第一版)", "2022-04-01/01/01"),  # what is to be led to is the story itself
    ],
)
def test_a_typed_turn_is_told_the_address_of_its_own_issue(
    content: ContentFolder, line: str, target: str
) -> None:
    content.article(body=f"正文。\n\n{line}\n")
    assert f"jump: {{to: {target}}}" in content.shown()


@pytest.mark.parametrize(
    "line", ["稿件下转第3版后，读者来电。", "第3版", "他转第三版到广州展出了。"]
)
def test_a_sentence_about_a_turn_is_none(content: ContentFolder, line: str) -> None:
    content.article(body=f"正文。\n\n{line}\n")
    assert content.codes() == []


def test_a_photo_story_wants_a_photo(content: ContentFolder) -> None:
    content.article("rank: photo\n")
    assert content.codes() == ["photo-story-bare"]


@pytest.mark.parametrize("body", ["![春耕](road.jpg)\n", "图：![](road.jpg)"])
def test_a_photo_in_its_text_is_one(content: ContentFolder, body: str) -> None:
    content.write(f"{FOLDER}/road.jpg", picture())
    content.article("rank: photo\n", body=body)
    assert "photo-story-bare" not in content.codes()


@pytest.mark.parametrize(
    ("dateline", "body"),
    [
        ("本报讯（记者 张三）", "本报讯（记者　张三）春耕开始了。"),
        ("本报讯", "\n　　**本报讯**（记者 张三）春耕开始了。"),
        ("本报讯（记者 张三）", "【本报讯】春耕开始了。"),
        ("新华社北京4月1日电", "新华社北京4月1日电 春耕开始了。"),
    ],
)
def test_a_dateline_that_the_text_begins_with_again_is_told(
    content: ContentFolder, dateline: str, body: str
) -> None:
    content.article(f"dateline: {dateline}\n", body=body)
    assert content.codes() == ["dateline-twice"]


@pytest.mark.parametrize(
    ("dateline", "body"),
    [
        ("本报讯", "春耕开始了。本报讯息部整理。"),
        ("北京", "北京今天下雪。"),
        ("本报讯（记者 张三）", "（张三）"),
    ],
)
def test_a_text_that_goes_on_behind_its_dateline_is_as_it_should_be(
    content: ContentFolder, dateline: str, body: str
) -> None:
    content.article(f"dateline: {dateline}\n", body=body)
    assert content.codes() == []
