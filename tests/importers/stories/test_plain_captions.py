"""A short line as large as the text right beside a picture is its caption, and a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import PICTURE, typed_rows

TEXT = "天还没有亮，老渡口就热闹起来，卖菜的、上学的、走亲戚的挤在一条船上，说说笑笑过了江。"
LINE = "河边的老渡口"


def _shown(folder: Path, rows: str, way: str = "word") -> tuple[str, list[str], bool]:
    (found,) = typed_rows(folder, way, f"# 守渡人的一天\n{rows}")
    return found.pictures[0].caption, body_of(found), "photos" in found.guessed


@pytest.mark.parametrize("way", ["word", "word without looks"])
def test_below_a_picture(tmp_path: Path, way: str) -> None:
    rows = f"{TEXT}\n{PICTURE}\n{LINE}\n{TEXT}"
    assert _shown(tmp_path, rows, way) == (LINE, [TEXT, TEXT], True)


def test_below_a_picture_that_stands_below_the_headline(tmp_path: Path) -> None:
    assert _shown(tmp_path, f"{PICTURE}\n{LINE}\n{TEXT}") == (LINE, [TEXT], True)


def test_above_a_picture_where_headlines_have_a_look(tmp_path: Path) -> None:
    rows = f"{TEXT}\n{LINE}\n{PICTURE}\n{TEXT}"
    assert _shown(tmp_path, rows) == (LINE, [TEXT, TEXT], True)


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("沈小满", "word"),
        ("一、天亮以前", "word"),
        ("江城县文化馆", "word"),
        ("* 老渡口的早晨", "word"),
        ("老渡口就要没有了。", "word"),
        (f"老渡口的早晨\n{TEXT}\n老渡口的晚上", "word without looks"),
    ],
)
def test_no_name_office_sentence_or_head_of_a_part(tmp_path: Path, line: str, way: str) -> None:
    caption, body, _ = _shown(tmp_path, f"{TEXT}\n{PICTURE}\n{line}\n{TEXT}\n{TEXT}", way)
    assert (caption, body[1]) == ("", line.split("\n")[0].removeprefix("* "))


def test_of_a_sentence_much_shorter_than_the_paragraphs_around_it_is_asked(
    tmp_path: Path,
) -> None:
    rows = f"# 守渡人的一天\n{TEXT}{TEXT}\n{PICTURE}\n渡船靠岸，乘客排队上岸。\n{TEXT}{TEXT}"
    (found,) = typed_rows(tmp_path, "word", rows)
    assert [one.key for one in found.doubts] == ["caption-near"]
    (found,) = typed_rows(
        tmp_path, "word", rows.replace(TEXT + TEXT, "船来了，人走了，江水还在流。")
    )
    assert not found.doubts
