"""Two stories to one, and pictures from one to another."""

from __future__ import annotations

from msgspec.structs import replace

from banxin.importers.corrections.joining import given, joined, without_picture
from banxin.importers.stories.story import Story, Text

from .stories import BRIDGE, MARKET, remembered, said, text, wanted


def test_a_headline_becomes_a_subhead_and_names_stand_behind_their_text() -> None:
    made = joined(wanted(BRIDGE), wanted(MARKET)).story
    below = ["南门街道", "2022-03-31", "早市 提前", "半小时", *said(MARKET)]
    assert said(made) == [*said(BRIDGE), *below, "（通讯员 江禾）", "（西街社区）"]
    assert [b.paragraph.said for b in made.body if isinstance(b, Text) and b.subhead] == [
        "早市 提前"
    ]
    assert (made.title, made.byline, made.signoff) == ("老桥修好了", "记者 沈微", ())
    assert (made.comments, made.column) == (BRIDGE.comments, "街巷")


def test_without_a_headline_a_text_goes_on_and_its_names_are_the_wholes() -> None:
    first = Story("a", title="题", body=(text("甲。"),))
    made = joined(wanted(first), wanted(replace(MARKET, title="", subtitle=()))).story
    assert said(made) == ["甲。", *said(MARKET)]
    assert (made.byline, made.credited) == ("通讯员 江禾", "西街社区")


def test_pictures_come_along_and_each_is_fetched_where_it_is_though_both_are_called_alike() -> None:
    made = joined(wanted(BRIDGE), wanted(MARKET))
    captions = [one.caption for one in made.story.pictures]
    assert captions == ["图为老桥。", "", "图为早市。"]
    fetched = [made.pictures(one.name) for one in made.story.pictures]
    assert fetched == [
        b"\xe6\xa1\xa5.docx a.jpg",
        b"\xe6\xa1\xa5.docx b.jpg",
        "市.docx a.jpg".encode(),
    ]


def test_notes_keep_to_their_numbers() -> None:
    made = joined(wanted(BRIDGE), wanted(MARKET)).story
    assert made.notes == (("1", "桥有三个洞。"), ("2", "试行三个月。"))
    numbers = [
        s.note for b in made.body if isinstance(b, Text) for s in b.paragraph.spans if s.note
    ]
    assert numbers == ["1", "2"]


def test_whether_it_is_another_story_isnt_asked_any_more() -> None:
    made = joined(wanted(BRIDGE), wanted(MARKET)).story
    assert [d.key for d in made.doubts] == ["caption", "cut"]  # those of the first


def test_a_column_that_the_whole_doesnt_have_is_remembered() -> None:
    made = joined(wanted(replace(BRIDGE, column="城南")), wanted(MARKET)).story
    assert (made.column, remembered(made)) == ("城南", ["街巷"])


def test_all_of_it_is_checked_where_both_are() -> None:
    first, second = wanted(BRIDGE), wanted(MARKET)
    assert not joined(replace(first, checked=True), second).checked
    assert joined(replace(first, checked=True), replace(second, checked=True)).checked


def test_a_picture_goes_to_another_story_or_nowhere() -> None:
    left, took = given(wanted(BRIDGE), wanted(MARKET), 0)
    assert [one.name for one in left.story.pictures] == ["b.jpg"]
    assert took.pictures(took.story.pictures[1].name) == "桥.docx a.jpg".encode()
    gone = without_picture(wanted(BRIDGE), 0, remembered=True).story
    assert remembered(gone) == ["图为老桥。", "林桐 摄"]
