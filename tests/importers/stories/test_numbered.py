"""The number of a 小标题 on a line of its own stands before it."""

from __future__ import annotations

from banxin.importers.stories.story import Text
from tests.importers.stories.test_furniture import TEXT, TITLE, of


def heads(text: str) -> list[str]:
    return [one.paragraph.said for one in of(text).body if isinstance(one, Text) and one.subhead]


def test_a_number_above_a_subhead_is_part_of_it() -> None:
    text = f"{TITLE}\n\n{TEXT}\n\n01\n一座桥\n\n{TEXT}\n\n02\n一条路\n\n{TEXT}\n"
    assert heads(text) == ["01 一座桥", "02 一条路"]


def test_one_number_alone_or_one_above_a_text_stays() -> None:
    for text in (f"01\n一座桥\n{TEXT}\n{TEXT}", f"01\n{TEXT}\n02\n{TEXT}"):
        found = of(f"{TITLE}\n{TEXT}\n{text}\n")
        assert "01" in [one.paragraph.said for one in found.body if isinstance(one, Text)]
