"""First words that stand in for a headline say something whole."""

from __future__ import annotations

import pytest

from banxin.importers.stories.first_words import first_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县里召开春耕备耕现场会，各乡镇参加。", "县里召开春耕备耕现场会"),
        ("近日，县里召开春耕现场会。", "县里召开春耕现场会"),
        (
            "江城县第一中学高二年级师生一百余人在大礼堂召开了“创响青春，筑梦未来”主题班会。",
            "江城县第一中学高二年级师生一百余人在大礼堂召开了“创响青春，筑梦未来”主题班会",
        ),
        (
            "县文化馆举办“书香进村，灯火到户”读书会，三百人参加。",
            "县文化馆举办“书香进村，灯火到户”读书会",
        ),
        ("县文化馆读书会上大家谈“" + "书" * 50 + "”。", "县文化馆读书会上大家谈"),
        ("“" + "书" * 50 + "”。", "书" * 27),
        ("他说：“今天来的人真多。", "今天来的人真多"),
        ("我们都来了”的歌声响起来。", "我们都来了的歌声响起来"),
        ("读《红楼梦》有感（一）", "读《红楼梦》有感（一）"),
    ],
)
def test_no_quotation_ends_in_the_middle(text: str, expected: str) -> None:
    assert first_words(text) == expected
