"""Which texts are one story: a corrected one is, another one under the same number isn't."""

from __future__ import annotations

import pytest

from banxin.model.likeness import is_another, is_same, signature

TITLE = "全区安全生产工作会议召开"
TEXT = "昨天上午，全区安全生产工作会议在区政府召开，会议通报了第一季度情况，部署下一步工作。"
OTHER_TITLE = "衢江大桥今天正式通车"
OTHER_TEXT = "经过三年建设，连接南北两岸的大桥昨日零时开放，首日通过车辆一万余辆，秩序井然有序。"
STORY = signature(TITLE, TEXT)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TITLE, TEXT),
        (TITLE.replace("全区", "全县"), TEXT),  # a slip in the headline
        (OTHER_TITLE, TEXT),  # another headline
        (TITLE, TEXT.replace("第一季度", "二季度")),
        (TITLE, OTHER_TEXT),  # the wrong text had been printed
        (TITLE, ""),  # withdrawn: the text is gone
        ("", TEXT),
    ],
)
def test_a_corrected_story_is_the_same(title: str, text: str) -> None:
    assert not is_another(STORY, signature(title, text))


def test_another_headline_with_another_text_is_another_story() -> None:
    other = signature(OTHER_TITLE, OTHER_TEXT)
    assert is_another(STORY, other)
    assert not is_same(STORY, other)


def test_a_title_that_many_stories_have_makes_none_of_them_the_same() -> None:
    assert is_another(signature("简讯", TEXT), signature("简讯", OTHER_TEXT))


def test_pictures_without_a_text_are_told_apart_by_their_headlines() -> None:
    assert is_another(signature(TITLE, ""), signature(OTHER_TITLE, ""))


@pytest.mark.parametrize("odd", ["", "x", "=" * 22, "中" * 22, STORY[:-2]])
def test_what_is_damaged_accuses_nobody(odd: str) -> None:
    assert not is_another(STORY, odd)
    assert not is_same(STORY, odd)


def test_a_signature_is_short_and_says_nothing() -> None:
    assert len(STORY) == len(signature("", "")) == 22
    assert STORY.isascii()
