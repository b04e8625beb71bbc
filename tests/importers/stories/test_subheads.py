"""Which lines of a text head what stands below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.story import Text
from tests.importers.stories.test_cutting import LARGE, MIDDLE, TEXT
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import story


@pytest.mark.parametrize("head", ["记者手记：", "相关链接:", "案情："])
def test_a_bold_word_with_a_colon_above_a_text_heads_it(tmp_path: Path, head: str) -> None:
    rows = paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph(TEXT)
    found = story(tmp_path, docx(rows + paragraph(head, "", "<w:b/>") + paragraph(TEXT)))
    assert [(one.paragraph.said, one.subhead) for one in found.body if isinstance(one, Text)] == [
        (TEXT, False), (head, True), (TEXT, False),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["问：", "沈微："])
def test_who_speaks_heads_no_part(tmp_path: Path, head: str) -> None:
    rows = paragraph("春耕备耕有序推进", MIDDLE, LARGE) + paragraph(TEXT)
    found = story(tmp_path, docx(rows + paragraph(head, "", "<w:b/>") + paragraph(TEXT)))
    assert not any(one.subhead for one in found.body if isinstance(one, Text))
