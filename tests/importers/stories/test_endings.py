"""What stands below a text: where it is from, and who signs."""

from __future__ import annotations

from pathlib import Path

from tests.importers.stories.test_cutting import LARGE, MIDDLE, RIGHT, TEXT
from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story

TITLE = paragraph("春耕备耕有序推进", MIDDLE, LARGE)
DAY = paragraph("2022年3月1日", RIGHT)


def test_a_source_that_is_cited_in_brackets_is_one(tmp_path: Path) -> None:
    found = story(tmp_path, docx(TITLE + paragraph(TEXT) + paragraph("（据县水利局）")))
    assert (found.credited, body_of(found)) == ("县水利局", [TEXT])


def test_a_date_that_nobody_signs_stays_in_the_text(tmp_path: Path) -> None:
    found = story(tmp_path, docx(TITLE + paragraph(TEXT) + DAY))
    assert (found.signoff, body_of(found)) == ((), [TEXT, "2022年3月1日"])


def test_a_sentence_that_stands_right_signs_nothing(tmp_path: Path) -> None:
    said = "这是一句靠右的话，不是单位的名称。"
    rows = TITLE + paragraph(TEXT) + paragraph(said, RIGHT) + DAY + paragraph(TEXT)
    found = story(tmp_path, docx(rows))
    assert (found.signoff, body_of(found)) == ((), [TEXT, said, "2022年3月1日", TEXT])
