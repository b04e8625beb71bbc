"""A short headline under the name of its column, where all lines look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import typed_rows

TEXT = "老街是在雨里醒来的，天刚蒙蒙亮，卖豆腐的梆子声就从巷口传来，一声长一声短，叫醒了整条街。"
PLAIN = ("text", "word without looks")


@pytest.mark.parametrize("way", PLAIN)
@pytest.mark.parametrize("column", ["溪畔", "文化", "老照片", "百姓故事"])
@pytest.mark.parametrize("name", ["沈小满", "□ 沈小满", "县一中 沈小满"])
def test_above_who_wrote_an_essay_it_is_the_column(
    tmp_path: Path, way: str, column: str, name: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"{column}\n雨中的老街\n{name}\n{TEXT}\n{TEXT}")
    assert (found.column, found.title, found.byline) == (column, "雨中的老街", name.strip("□ "))
    assert (found.kicker, found.subtitle, body_of(found)) == ((), (), [TEXT, TEXT])
    assert {"column", "title"} <= found.guessed


@pytest.mark.parametrize("below", ["沈小满\n", "记者 沈小满\n", "本报讯 ", "——忆旧\n沈小满\n", ""])
@pytest.mark.parametrize("column", ["溪畔", "乡镇快讯"])
def test_an_empty_line_below_it_says_so_too(column: str, below: str) -> None:
    text = f"{column}\n\n雨中的老街\n{below}{TEXT}\n{TEXT}\n"
    (found,) = stories(read_text("a.txt", text))
    assert (found.column, found.title) == (column, "雨中的老街")
    assert found.subtitle == (("——忆旧",) if "——" in below else ())


@pytest.mark.parametrize("way", PLAIN)
@pytest.mark.parametrize("below", ["记者 沈微\n", "本报讯 "])
def test_over_news_the_shortest_are_columns_and_others_kickers(
    tmp_path: Path, way: str, below: str
) -> None:
    rows = f"\n秋茶采摘正忙\n{below}{TEXT}\n{TEXT}"
    (found,) = typed_rows(tmp_path, way, "镜头" + rows)
    assert (found.column, found.kicker, found.title) == ("镜头", (), "秋茶采摘正忙")
    (found,) = typed_rows(tmp_path, way, "天气转凉" + rows)
    assert (found.column, found.kicker, found.title) == ("", ("天气转凉",), "秋茶采摘正忙")
    assert {"kicker", "title"} <= found.guessed


@pytest.mark.parametrize(
    ("head", "title", "subtitle"),
    [
        ("渡口\n——给母亲\n沈小满", "渡口", ("——给母亲",)),
        ("渡口\n沈小满", "渡口", ()),
        ("诗三首\n\n渡口的船\n沈微", "诗三首", ("渡口的船",)),
        ("春到人间\n花满江城\n沈微", "春到人间", ("花满江城",)),
        ("停电通知\n\n云岭镇各用户", "停电通知", ()),
    ],
)
def test_what_names_no_column_stays_the_headline(
    head: str, title: str, subtitle: tuple[str, ...]
) -> None:
    found, *_ = stories(read_text("a.txt", f"{head}\n{TEXT}\n{TEXT}\n"))
    assert (found.column, found.title, found.subtitle) == ("", title, subtitle)
