"""Paragraphs taken apart before stories are looked for, and lines that are none of theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from tests.importers.stories.test_cutting import LARGE, MIDDLE, TEXT
from tests.support.manuscripts.by_hand import docx, paragraph, run_of
from tests.support.manuscripts.reading import body_of, manuscript, story

TITLE = paragraph("优秀员工代表发言", MIDDLE, LARGE)


@pytest.mark.parametrize("greeting", ["亲爱的同学们：", "尊敬的老师、各位同学：", "各位家长："])
def test_to_whom_a_speech_is_is_part_of_its_text(tmp_path: Path, greeting: str) -> None:
    found = story(tmp_path, docx(TITLE + paragraph(greeting) + paragraph(TEXT)))
    assert (found.byline, body_of(found)) == ("", [greeting, TEXT])


def test_a_greeting_in_the_headlines_paragraph_is_none_of_the_headline(tmp_path: Path) -> None:
    rows = run_of("竞选演讲稿") + "<w:r><w:br/></w:r>" + run_of("亲爱的同学们：")
    found = story(tmp_path, docx(f"<w:p>{rows}</w:p>" + paragraph(TEXT) * 2))
    assert (found.title, body_of(found)[0]) == ("竞选演讲稿", "亲爱的同学们：")


@pytest.mark.parametrize("mark", ["附件1", "附件：", "附件 2："])
def test_the_number_of_an_annex_above_its_headline_is_set_aside_and_told(
    tmp_path: Path, mark: str
) -> None:
    data = docx(paragraph(mark) + TITLE + paragraph(TEXT))
    (found,) = stories(manuscript(tmp_path, data))
    assert (found.column, found.kicker, found.title) == ("", (), "优秀员工代表发言")
    assert [dict(d.gaps)["text"] for d in found.doubts if d.key == "aside"] == [mark.strip()]


def test_a_headline_with_the_text_below_a_line_break_is_one(tmp_path: Path) -> None:
    rows = run_of("扬女排精神，担时代重任") + "<w:r><w:br/></w:r>" + run_of(f"    {TEXT}{TEXT}")
    found = story(tmp_path, docx(f"<w:p>{rows}</w:p>" + paragraph(TEXT) * 2))
    assert (found.title, body_of(found)) == ("扬女排精神，担时代重任", [TEXT + TEXT, TEXT, TEXT])


def test_a_label_on_a_line_of_its_own_names_the_next_one(tmp_path: Path) -> None:
    lines = ("标题：", "春耕备耕有序推进", "作者：", "沈微", TEXT, TEXT)
    found = story(tmp_path, docx("".join(map(paragraph, lines))))
    assert (found.title, found.byline) == ("春耕备耕有序推进", "沈微")
    assert body_of(found) == [TEXT, TEXT]
