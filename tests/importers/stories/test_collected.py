"""A collection of news under one name, each headed with a sign, is as many stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import PICTURE, WAYS, typed_rows

TEXT = "渡口的石阶铺好了，夜里也亮起了灯，青禾镇的人过河不必再绕远路，孩子上学也近了许多。"
NEWS = (
    f"2031年5月6日，{TEXT}",
    f"近日，青禾镇文化站收到二百册旧书，{TEXT}",
    f"青禾镇小学6月1日办了一场演出，{TEXT}",
)
TITLES = ("青禾镇渡口石阶铺好", "文化站收到旧书二百册", "小学办演出庆节日")


def rows(sign: str, texts: tuple[str, ...], name: str = "# 青禾镇办成的几件实事") -> str:
    items = (
        f"* {sign}{title}\n{text}\n" + f"{TEXT}\n" * 5 + f"{PICTURE}\n% {title[-4:]}的场面"
        for title, text in zip(TITLES, texts, strict=True)
    )
    return "\n".join((name, *items))


@pytest.mark.parametrize("sign", ["·", "◆", "●"])
def test_each_is_a_story_of_its_own_with_its_pictures(tmp_path: Path, sign: str) -> None:
    found = typed_rows(tmp_path, "word", rows(sign, NEWS))
    assert [s.title for s in found] == list(TITLES)
    assert {s.column for s in found} == {"青禾镇办成的几件实事"}
    assert all("column" in s.guessed for s in found)
    assert [body_of(s) for s in found] == [[text, *[TEXT] * 5] for text in NEWS]
    captions = [[one.caption for one in s.pictures] for s in found]
    assert captions == [[f"{title[-4:]}的场面"] for title in TITLES]


@pytest.mark.parametrize("way", WAYS)
def test_parts_that_do_not_open_as_news_are_of_one_story(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, rows("◆", (TEXT, TEXT, TEXT)))
    assert found.title == "青禾镇办成的几件实事"
