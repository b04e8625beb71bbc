"""外一首 promises another in the same story; a number below a headline is the headline's."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Text
from tests.importers.stories.test_cutting import TEXT
from tests.support.manuscripts.reading import body_of
from tests.support.manuscripts.typed_rows import WAYS, typed_rows

FIRST = "= 雾从谷底漫上来\n= 漫过石阶和晒场\n= 漫过一只打盹的猫\n= 把整个早晨抱了进来"
SECOND = "= 钟声响的时候\n= 山就低下头\n= 听孩子们念\n= 春天在哪里"
NEWS = f"# 春耕备耕有序推进\n= 本报记者 王大力\n{TEXT}\n{TEXT}"


@pytest.mark.parametrize("more", ["（外一首）", "(外一首)", " 外一章"])
def test_what_a_headline_promises_is_a_part_of_its_story(tmp_path: Path, more: str) -> None:
    rows = f"# 山中小记{more}\n= 沈微\n{FIRST}\n# 乡村小学\n{SECOND}"
    (found,) = typed_rows(tmp_path, "word", rows)
    heads = [one.paragraph.said for one in found.body if isinstance(one, Text) and one.subhead]
    assert (found.title, heads, found.kind) == (f"山中小记{more}", ["乡村小学"], "poem")


def test_no_more_than_it_promises(tmp_path: Path) -> None:
    rows = f"# 山中小记（外一首）\n= 沈微\n{FIRST}\n# 乡村小学\n{SECOND}\n{NEWS}"
    assert [s.title for s in typed_rows(tmp_path, "word", rows)] == [
        "山中小记（外一首）",
        "春耕备耕有序推进",
    ]


def test_what_somebody_else_signed_is_a_story_of_its_own(tmp_path: Path) -> None:
    rows = f"# 山中小记（外一首）\n= 沈微\n{FIRST}\n{NEWS}"
    assert [s.title for s in typed_rows(tmp_path, "word", rows)] == [
        "山中小记（外一首）",
        "春耕备耕有序推进",
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", ["（十二）", "(12)", "（连载12）", "（第三回）"])
def test_a_serials_number_is_the_headlines(tmp_path: Path, way: str, number: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 老渡口\n= 沈微\n{number}\n{TEXT}\n{TEXT}")
    assert (found.title, body_of(found)) == (f"老渡口{number}", [TEXT, TEXT])
    assert "title" in found.guessed


@pytest.mark.parametrize("way", WAYS)
def test_the_first_of_several_numbers_heads_a_part(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"# 老渡口\n= 沈微\n（一）\n{TEXT}\n（二）\n{TEXT}")
    assert (found.title, body_of(found)) == ("老渡口", ["（一）", TEXT, "（二）", TEXT])


@pytest.mark.parametrize("way", WAYS)
def test_a_text_without_a_headline_keeps_its_number(tmp_path: Path, way: str) -> None:
    (found,) = typed_rows(tmp_path, way, f"（一）\n{TEXT}\n{TEXT}")
    assert body_of(found) == ["（一）", TEXT, TEXT]
