"""Text boxes belong to a story, or are one."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.importers.stories.reader import stories
from tests.importers.stories.test_cutting import LARGE, MIDDLE, PICTURE, TEXT
from tests.support.manuscripts.by_hand import docx, drawing, paragraph
from tests.support.manuscripts.reading import body_of, manuscript, story

TITLE = paragraph("春耕备耕有序推进", MIDDLE, LARGE)


def box(*rows: str) -> str:
    return (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{''.join(rows)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


@pytest.mark.parametrize("beside", ["", drawing("rId1"), paragraph("投稿登记表")])
def test_text_boxes_that_nothing_stands_beside_are_the_story(tmp_path: Path, beside: str) -> None:
    files = {"word/media/a.png": b"a"}
    body = beside + box(TITLE, paragraph(TEXT), paragraph(TEXT))
    found = story(tmp_path, docx(body, relations=PICTURE, files=files))
    assert (found.title, body_of(found)) == ("春耕备耕有序推进", [TEXT, TEXT])


def test_a_form_without_a_story_is_none(tmp_path: Path) -> None:
    assert stories(manuscript(tmp_path, docx(paragraph("投稿登记表")))) == ()
