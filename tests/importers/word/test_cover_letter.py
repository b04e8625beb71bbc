"""What a contributor wrote to the office, pasted into Word with the manuscript."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.manuscripts.by_hand import docx, paragraph
from tests.support.manuscripts.reading import body_of, story

TITLE = "花桥镇举办冬季篮球赛"
TEXT = "12月6日，花桥镇举办冬季篮球赛，来自全镇各村的十二支代表队参加了比赛。"
EMPTY = "<w:p/>"


@pytest.mark.parametrize("title", ["", '<w:b/><w:sz w:val="44"/>'])
def test_a_cover_letter_in_a_document_is_set_aside_and_told(tmp_path: Path, title: str) -> None:
    rows = [paragraph("编辑老师，您好！"), paragraph("现投上稿件一篇，盼采用。"), EMPTY]
    rows += [paragraph(TITLE, "", title), paragraph(TEXT), paragraph("（江一帆）"), EMPTY]
    rows += [paragraph("联系人：江一帆"), paragraph("电话：13900000000")]
    found = story(tmp_path, docx("".join(rows)))
    assert (found.title, found.byline, body_of(found)) == (TITLE, "江一帆", [TEXT])
    told = [dict(d.gaps).get("text") for d in found.doubts if d.key == "aside"]
    assert told == ["编辑老师，您好！", "现投上稿件一篇，盼采用。", "联系人", "电话"]


def test_whom_to_ask_is_no_text_beside_a_telephone(tmp_path: Path) -> None:
    rows = [TITLE, TEXT, "联系人：江一帆", "电话：13900000000"]
    found = story(tmp_path, docx("".join(map(paragraph, rows))))
    assert body_of(found) == [TEXT]
    assert {dict(d.gaps).get("label") for d in found.doubts} >= {"联系人", "电话"}
