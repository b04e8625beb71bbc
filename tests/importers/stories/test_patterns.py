"""Who wrote, in the words of bylines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.stories.test_county_habits import MIDDLE, TEXT, TITLE, of
from tests.support.manuscripts.by_hand import paragraph
from tests.support.manuscripts.reading import body_of


@pytest.mark.parametrize(
    "line",
    [
        "江城县人民医院心内科　沈微",
        "江城县人民医院 儿科 沈微",
        "县中医院副主任医师 沈微",
        "江城县人民医院 主治医师 沈微",
        "县公安局禁毒大队 沈微 吴荻",
        "县公安局 民警 沈微",
        "县气象台 沈微",
    ],
)
def test_a_department_and_a_post_and_a_name_below_a_headline_wrote_the_story(
    tmp_path: Path, line: str
) -> None:
    found = of(tmp_path, TITLE, paragraph(line, MIDDLE), paragraph(TEXT), paragraph(TEXT))
    assert (found.byline, found.subtitle) == (line.replace("　", " "), ())


@pytest.mark.parametrize("line", ["本期嘉宾：县文旅局局长 沈微", "受访者：沈微"])
def test_who_is_asked_wrote_nothing(tmp_path: Path, line: str) -> None:
    found = of(tmp_path, TITLE, paragraph(line), paragraph(TEXT), paragraph(TEXT))
    assert (found.byline, line in body_of(found)) == ("", True)


def test_a_word_with_a_colon_is_nobodys_name(tmp_path: Path) -> None:
    found = of(tmp_path, TITLE, paragraph("任命：", MIDDLE), paragraph(TEXT), paragraph(TEXT))
    assert (found.byline, body_of(found)) == ("", ["任命：", TEXT, TEXT])


def test_marks_between_those_who_wrote_are_not_printed(tmp_path: Path) -> None:
    line = paragraph("◇实习生 丁晓 ◇通讯员 林海", MIDDLE)
    found = of(tmp_path, TITLE, line, paragraph(TEXT), paragraph(TEXT))
    assert (found.byline, found.subtitle) == ("实习生 丁晓 通讯员 林海", ())
