"""A list's number is the one that Word prints, in every way to write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.word.numbers import formatted
from tests.support.manuscripts.by_hand import SPACES, run_of
from tests.support.manuscripts.reading import texts


@pytest.mark.parametrize(
    ("n", "form", "printed"),
    [
        (105, "chineseLegalSimplified", "壹佰零伍"),
        (12, "ideographLegalTraditional", "壹拾贰"),
        (3, "ideographEnclosedCircle", "㊂"),
        (20, "decimalEnclosedParen", "⒇"),
        (2, "ideographTraditional", "乙"),
        (12, "ideographZodiac", "亥"),
        (10, "decimalFullWidth", "１０"),
        (14, "upperRoman", "XIV"),
        # beyond what a form has signs for
        (0, "chineseCounting", "0"),
        (10_000, "chineseCounting", "10000"),
        (21, "decimalEnclosedCircle", "21"),
        (11, "ideographTraditional", "11"),
        (4000, "upperRoman", "4000"),
        (500, "upperLetter", "500"),
    ],
)
def test_a_number_is_written_in_the_form_of_its_list(n: int, form: str, printed: str) -> None:
    assert formatted(n, form) == printed


def test_a_list_that_begins_anew_does_so_once(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    again = '<w:lvlOverride w:ilvl="1"/><w:lvlOverride w:ilvl="0">'
    again += '<w:startOverride w:val="7"/></w:lvlOverride>'
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{again}</w:num></w:numbering>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:numId w:val="{of}"/></w:numPr></w:pPr>{run_of(text)}</w:p>'
        for of, text in (("1", "甲"), ("2", "乙"), ("2", "丙"), ("1", "丁"))
    )
    assert texts(tmp_path, body, numbering=numbering) == ["1.甲", "7.乙", "8.丙", "9.丁"]
