"""A few letters below an essay's title are its author's name, marked; below news they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.pen_names import pen_name
from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

ESSAY = "老屋门前有一棵枣树，枝子伸过墙头，秋天一到，满巷子的孩子都仰着头，等风把枣子吹下来。"
NEWS = "12月3日，记者从县教育局获悉，全县中小学今年新建成书屋九间，受到师生好评。"


@pytest.mark.parametrize("way", WAYS[:2])
@pytest.mark.parametrize("line", ["阿棠", "□ 阿棠", "阿　棠", "一川烟雨", "◎听雪"])
def test_a_pen_name_below_an_essays_title_is_its_byline(
    tmp_path: Path, way: str, line: str
) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 门前的枣树\n= {line}\n{ESSAY}\n{ESSAY}")
    assert (found.subtitle, found.byline) == ((), line.strip("□◎ ").replace("　", ""))
    assert "byline" in found.guessed


def test_it_is_one_too_where_it_looks_like_the_text(tmp_path: Path) -> None:
    (found,) = typed_rows(tmp_path, "word", f"# 门前的枣树\n阿棠\n{ESSAY}\n{ESSAY}")
    assert (found.byline, body_of(found)) == ("阿棠", [ESSAY, ESSAY])
    assert "byline" in found.guessed


@pytest.mark.parametrize("way", WAYS[:2])
def test_a_short_line_below_the_title_of_news_stays_a_subtitle(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 山里孩子读书忙\n= 九屋飘香\n{NEWS}\n{NEWS}")
    assert (found.subtitle, found.byline) == (("九屋飘香",), "")


@pytest.mark.parametrize(
    "line",
    ["外一首", "散文", "上篇", "江城见闻", "写给母亲", "江城县委", "之二", "青山的雨", "引子"],
)
def test_other_words_are_no_pen_name(line: str) -> None:
    assert pen_name(line) == ""
