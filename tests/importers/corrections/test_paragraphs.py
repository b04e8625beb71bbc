"""Paragraphs go where an editor says."""

from __future__ import annotations

import pytest

from banxin.importers.corrections.paragraphs import arranged
from banxin.importers.manuscript import doubt
from banxin.importers.stories.story import Story

from .stories import BRIDGE, remembered, said, text, wanted


def one(story: Story, roles: dict[int, str]) -> Story:
    (made,) = arranged(wanted(story), roles)
    return made.story


def test_without_a_change_a_story_stays_as_it_is() -> None:
    own = wanted(BRIDGE)
    assert arranged(own, {0: "body", 1: "body"}) == (own,)
    assert arranged(own, {0: "nothing", 99: "drop", 3: "byline"})[0].story.body == BRIDGE.body


@pytest.mark.parametrize(
    ("role", "attribute", "there"),
    [
        ("kicker", "kicker", ("城南旧事", "桥洞")),
        ("title", "title", "老桥修好了|桥洞"),
        ("subtitle", "subtitle", ("桥洞",)),
        ("byline", "byline", "记者 沈微 桥洞"),
        ("source", "credited", "桥洞"),
        ("signoff", "signoff", ("南门街道", "桥洞")),
    ],
)
def test_a_paragraph_is_added_to_a_field(role: str, attribute: str, there: object) -> None:
    made = one(BRIDGE, {1: role})
    assert getattr(made, attribute) == there
    assert said(made) == ["桥面换了青石。", "桥洞里凉快。"]
    assert role not in made.guessed


def test_it_becomes_a_caption_and_isnt_asked_about_as_one() -> None:
    made = one(BRIDGE, {1: "caption-0"})
    assert made.pictures[0].caption == "图为老桥。桥洞"
    assert "caption" not in {d.key for d in made.doubts}
    assert said(one(BRIDGE, {1: "caption-7"})) == said(BRIDGE)


def test_a_name_in_brackets_is_a_byline_without_them_and_a_date_the_signoffs() -> None:
    story = Story("a", title="题", body=(text("（记者 张三）"), text("二〇二二年三月一日")))
    made = one(story, {0: "byline", 1: "signoff"})
    assert (made.byline, made.signoff, made.signoff_date) == ("记者 张三", (), "2022-03-01")


def test_a_headline_made_of_first_words_gives_way_to_a_real_one() -> None:
    story = Story("a", title="桥", body=(text("老桥"),), doubts=(doubt("title-missing", "title"),))
    assert (one(story, {0: "title"}).title, one(story, {0: "title"}).doubts) == ("老桥", ())


def test_what_isnt_to_be_printed_is_remembered_with_its_note() -> None:
    made = one(BRIDGE, {2: "drop", 3: "drop"})
    assert remembered(made) == ["桥洞里凉快。", "年 月", "桥有三个洞。"]
    assert (said(made), made.notes) == (["桥面换了青石。", "桥洞"], ())


def test_a_story_begins_at_a_line_with_all_that_stands_below() -> None:
    first, second = arranged(wanted(BRIDGE), {1: "split"})
    assert (said(first.story), second.story.title) == (["桥面换了青石。"], "桥洞")
    assert said(second.story) == ["桥洞里凉快。"]
    assert (first.story.notes, second.story.notes) == ((), BRIDGE.notes)
    assert (first.story.comments, second.story.comments) == ((), BRIDGE.comments)
    assert (first.place, first.slug, second.place, second.slug) == (3, "x", 0, "")
    assert (first.story.signoff, second.story.signoff) == ((), ("南门街道",))
    assert (len(first.story.pictures), second.page) == (2, "1")


def test_a_new_story_is_read_as_any_other() -> None:
    body = (
        text("甲。" * 9),
        text("渡口换船"),
        text("本报讯（记者 张三）渡口换了新船，船上有扶手。" * 2),
    )
    _, second = arranged(wanted(Story("a", title="题", body=body)), {1: "split"})
    assert (second.story.byline, second.story.dateline) == ("记者 张三", "本报讯")
    _, second = arranged(wanted(Story("a", title="题", body=body)), {1: "split", 2: "subhead"})
    assert (second.story.byline, said(second.story)) == ("", [body[2].paragraph.said])
