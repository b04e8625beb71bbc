"""Values as editors type them: what is meant is plain, though it isn't the form of the manual."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from banxin.model import Source
from tests.support.content_folder import FOLDER, ISSUE, ContentFolder, picture


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    content = ContentFolder(tmp_path)
    content.write(f"{FOLDER}/c.png", picture("PNG"))
    return content


@pytest.mark.parametrize(
    "photos",
    [
        "road.jpg、c.png",
        "road.jpg, c.png",
        "road.jpg，c.png",
        "road.jpg c.png",
        "[road.jpg、c.png]",
    ],
)
def test_names_of_pictures_in_one_line_are_several_pictures(
    content: ContentFolder, photos: str
) -> None:
    found = content.article(f"photos: {photos}\n").photos
    assert [photo.picture.file.rpartition("/")[2] for photo in found] == ["road.jpg", "c.png"]
    assert content.codes() == []


@pytest.mark.parametrize(
    "file", ["“road.jpg”", "road.jpg；", "road.jpg。", "《road.jpg》", "‘road.jpg’，"]
)
def test_the_marks_of_a_sentence_are_no_part_of_a_files_name(
    content: ContentFolder, file: str
) -> None:
    found = content.article(f"photos:\n  - file: {file}\n").photos
    assert [photo.picture.file for photo in found] == [f"{FOLDER}/road.jpg"]
    assert content.codes() == []


@pytest.mark.parametrize("name", ["《春》.jpg", "第1幅 road.jpg", "“春”，road.jpg"])
def test_marks_and_spaces_within_a_files_name_are_its_own(
    content: ContentFolder, name: str
) -> None:
    content.write(f"{FOLDER}/{name}", picture())
    found = content.article(f"photos:\n  - file: {name}\n").photos
    assert [photo.picture.file for photo in found] == [f"{FOLDER}/{name}"]


def test_the_second_name_of_a_line_is_complained_of_where_it_stands(
    content: ContentFolder,
) -> None:
    content.article("photos: road.jpg、gone.png\n")
    assert content.places() == ["picture-missing 01-01-meeting.md:4:18"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("来源：县教育局", "县教育局"),
        ("稿源：县教育局", "县教育局"),
        ("据新华社", "新华社"),
        ("据新华社报道", "新华社"),
        ("{name: 来源：县教育局}", "县教育局"),
        ("县教育局", "县教育局"),
        ("县委宣传部供稿", "县委宣传部供稿"),
        ("摘自《读者》", "摘自《读者》"),
    ],
)
def test_the_label_of_a_source_is_not_printed_twice(
    content: ContentFolder, source: str, name: str
) -> None:
    assert content.article(f"source: {source}\n").source == Source(name)


@pytest.mark.parametrize("pages", ["4", "4版", "四", "共4版", "8个版"])
def test_a_number_of_pages_is_no_pages_name(content: ContentFolder, pages: str) -> None:
    content.write(ISSUE, f"---\npages: {pages}\n---\n")
    content.issue()
    assert content.codes() == ["wants-fields"]
    assert "[{name: 要闻, layout: front}]" in content.shown()


@pytest.mark.parametrize(
    "day", ["2022.3.31", "2022/03/31", "2022-3-31", "２０２２－０３－３１", "2022年3月31日"]
)
def test_a_date_is_read_in_every_form_of_it(content: ContentFolder, day: str) -> None:
    assert content.article(f"event_date: {day}\n").event_date == date(2022, 3, 31)
    assert content.codes() == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3月29日", date(2022, 3, 29)),
        ("12月31日", date(2021, 12, 31)),
        ("4月2日", date(2022, 4, 2)),
    ],
)
def test_a_date_without_its_year_is_the_one_nearest_to_the_issue(
    content: ContentFolder, typed: str, day: date
) -> None:
    found = content.article(f"event_date: {typed}\nsignoff: {{by: [甲], date: {typed}}}\n")
    assert found.event_date == day
    assert found.signoff is not None
    assert found.signoff.date == day


def test_a_day_that_no_year_has_is_no_date(content: ContentFolder) -> None:
    content.article("event_date: 2月30日\n")
    assert content.codes() == ["wants-date"]


def test_a_date_of_two_forms_is_none(content: ContentFolder) -> None:
    content.article("event_date: 2022.3-31\n")
    assert content.codes() == ["wants-date"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("二", 2), ("第二版", 2), ("第2版", 2), ("２版", 2), ("十", 10), ("十二", 12), ("二十", 20),
     ("九十九", 99), ("第 2 版", 2)],
)  # fmt: skip
def test_a_number_may_be_written_in_words_and_with_what_it_counts(
    content: ContentFolder, typed: str, number: int
) -> None:
    assert content.article(f"顺序: {typed}\n").order == number
    assert content.codes() == []


@pytest.mark.parametrize("typed", ["二三", "十十", "第", "版", "2-3", "三左右", "3.5", "百"])
def test_what_is_no_number_is_said(content: ContentFolder, typed: str) -> None:
    content.article(f"顺序: {typed}\n")
    assert content.codes() == ["wants-number"]


def test_an_issues_number_may_be_typed_as_the_masthead_has_it(content: ContentFolder) -> None:
    content.write(ISSUE, "---\n期号: 总第3547期\npages: [{name: 要闻}]\n---\n")
    issue = content.issue()
    assert issue is not None
    assert issue.number == 3547
    assert content.codes() == []


def test_a_character_that_others_cannot_see_is_named_in_fields_as_in_texts(
    content: ContentFolder,
) -> None:
    content.article("byline: 记者 王\ue123\ndateline: 本报\ufffd讯\n")
    assert content.places() == [
        "private-character 01-01-meeting.md:4:13",
        "garbled-text 01-01-meeting.md:5:13",
    ]
