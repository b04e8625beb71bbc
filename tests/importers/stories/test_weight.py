"""Where all of a text is bold, bold says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.body import body_text
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import story

TEXT = "渡口修好以后，过河的人多了起来，岸边的小店也热闹了，傍晚常有人坐着看船来船往。"
HEAD = paragraph("渡口的傍晚", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>')


@pytest.mark.parametrize(("bold", "printed"), [((1, 1, 1), 0), ((1, 0, 0), 1), ((1, 1, 0), 2)])
def test_bold_is_printed_where_it_sets_something_off(
    tmp_path: Path, bold: tuple[int, ...], printed: int
) -> None:
    rows = (paragraph(TEXT, "", "<w:b/>" if one else "") for one in bold)
    found = story(tmp_path, docx(HEAD + "".join(rows)))
    assert found.title == "渡口的傍晚"
    assert body_text(found).text.count(f"**{TEXT}**") == printed
