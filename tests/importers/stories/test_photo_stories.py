"""A picture with a few words below it: whose it is, and what heads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import PICTURE, WAYS, typed_rows

WORDS = "12月3日，在云岭镇茶园里，村民抢抓晴好天气采摘秋茶。今年秋茶产量预计达三万斤。"
SIGNED = (
    "本报记者 沈小满 摄影报道",
    "（通讯员 王某 摄影报道）",
    "沈小满 文/图",
    "沈小满 摄影并报道",
    "记者 沈小满 李某某 文/图",
    "通讯员 山里人家儿 摄影报道",  # whose name nobody can know
    "县融媒体中心 沈小满 摄影报道",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("line", SIGNED)
def test_whose_picture_it_is_never_heads_it(tmp_path: Path, way: str, line: str) -> None:
    bare = line.strip("（）")
    (found,) = typed_rows(tmp_path, way, f"{PICTURE}\n{WORDS}\n> {line}")
    assert (found.byline, body_of(found)) == (bare, [WORDS])
    assert (found.title, "title" in found.guessed) == ("村民抢抓晴好天气采摘秋茶", True)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("line", SIGNED)
def test_what_stands_as_a_headline_is_the_headline(tmp_path: Path, way: str, line: str) -> None:
    rows = f"图片新闻\n# 秋茶飘香采摘忙\n{PICTURE}\n{WORDS}\n> {line}"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.title, found.byline, found.rank) == (
        "秋茶飘香采摘忙", line.strip("（）"), "photo",
    )  # fmt: skip
    assert "title" not in found.guessed


@pytest.mark.parametrize("way", WAYS)
def test_behind_the_words_or_above_them_it_is_the_byline_too(tmp_path: Path, way: str) -> None:
    (behind,) = typed_rows(tmp_path, way, f"图片新闻\n{PICTURE}\n{WORDS}（通讯员 王某 摄影报道）")
    (above,) = typed_rows(tmp_path, way, f"图片新闻\n> 沈小满 摄影报道\n{PICTURE}\n{WORDS}")
    assert (behind.byline, body_of(behind)) == ("通讯员 王某 摄影报道", [WORDS])
    assert (above.byline, body_of(above)) == ("沈小满 摄影报道", [WORDS])


@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_may_be_none_is_marked(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 秋茶飘香采摘忙\n{WORDS}\n> 通讯员 山里人家儿 摄影报道")
    assert "byline" in found.guessed


@pytest.mark.parametrize("line", ["王某某的摄影人生", "记者手记：山里的灯", "一位摄影记者的十年"])
@pytest.mark.parametrize("way", WAYS)
def test_a_headline_about_pictures_is_one(tmp_path: Path, way: str, line: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# {line}\n{WORDS}\n{WORDS}")
    assert found.title == line


@pytest.mark.parametrize("way", WAYS[1:])
@pytest.mark.parametrize("title", ["# 秋茶飘香采摘忙\n", ""])
@pytest.mark.parametrize("line", ["> 本报记者 沈小满 摄", "沈小满 摄", "（通讯员 王大力 摄）"])
def test_who_only_took_the_picture_is_its_credit_and_the_words_its_caption(
    tmp_path: Path, way: str, title: str, line: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"图片新闻\n{title}{PICTURE}\n{WORDS}\n{line}")
    assert [(one.caption, one.credit) for one in found.pictures] == [(WORDS, line.strip("> （）"))]
    assert (found.byline, body_of(found)) == ("", [])
    assert found.title == ("秋茶飘香采摘忙" if title else "村民抢抓晴好天气采摘秋茶")
    assert "photos" in found.guessed  # it may have been meant as the text


@pytest.mark.parametrize("way", WAYS[1:])
def test_a_text_below_a_picture_stays_one_where_more_follows(tmp_path: Path, way: str) -> None:
    rows = f"# 秋茶飘香采摘忙\n{PICTURE}\n{WORDS}\n{WORDS}\n> 本报记者 沈小满 文/图"
    (found,) = typed_rows(tmp_path, way, rows)
    assert (found.byline, body_of(found)) == ("本报记者 沈小满 文/图", [WORDS, WORDS])
