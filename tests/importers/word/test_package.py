"""An archive that is broken, locked or odd: one sentence, or what can be read of it."""

from __future__ import annotations

import inspect
import io
import sys
import zipfile
from pathlib import Path

import pytest

from banxin.importers import formats
from banxin.importers.refusal import Refused
from banxin.importers.word import package
from tests.support.manuscripts.by_hand import docx, drawing, image_relation, paragraph, run_of
from tests.support.manuscripts.reading import manuscript

NAME = "word/media/a.png"


def pictured(folder: Path, data: bytes) -> Path:
    file = folder / "a.docx"
    relation = image_relation("rId1", "media/a.png")
    made = docx(paragraph("文") + drawing("rId1"), relations=relation, files={NAME: data})
    file.write_bytes(made)
    return file


def test_a_picture_that_is_damaged_is_none_and_the_text_is_read(tmp_path: Path) -> None:
    file = pictured(tmp_path, bytes(range(256)) * 9)
    data = bytearray(file.read_bytes())
    data[data.index(NAME.encode()) + len(NAME) + 20] ^= 0xFF
    file.write_bytes(bytes(data))
    with formats.opened(file) as (found, archive):
        assert len(found.blocks) == 2
        assert archive is not None
        assert archive.picture(NAME) is None


def test_a_picture_larger_than_any_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PICTURE", 8)
    with formats.opened(pictured(tmp_path, b"123456789")) as (_, archive):
        assert archive is not None
        assert archive.picture(NAME) is None


def test_an_archive_with_a_password_is_told(tmp_path: Path) -> None:
    data = bytearray(docx(paragraph("文")))
    at = data.rindex(b"word/document.xml")  # in the list at the archive's end
    data[at - 46 + 8] |= 1
    (tmp_path / "a.docx").write_bytes(bytes(data))
    with pytest.raises(Refused) as refused:
        manuscript(tmp_path, bytes(data))
    assert refused.value.key == "password"


@pytest.mark.parametrize("encoding", ["no-such", "gb2312"])
def test_a_part_in_an_encoding_that_xml_does_not_know_is_damaged(
    tmp_path: Path, encoding: str
) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f'<?xml version="1.0" encoding="{encoding}"?><a/>')
    with pytest.raises(Refused) as refused:
        manuscript(tmp_path, made.getvalue())
    assert refused.value.key == "damaged"


def test_a_picture_written_out_that_is_none_is_told(tmp_path: Path) -> None:
    relation = image_relation("rId1", "data:image/png;base64,AAAAA")
    relation = relation.replace("/>", ' TargetMode="External"/>')
    body = paragraph("文") + drawing("rId1").replace("r:embed", "r:link")
    found = manuscript(tmp_path, docx(body, relations=relation))
    assert [one.key for one in found.doubts] == ["picture-elsewhere"]


def test_a_file_that_changed_since_it_was_looked_at_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK no more")
    with pytest.raises(Refused) as refused:
        package.Package(tmp_path / "a.docx")
    assert refused.value.key == "damaged"


def test_what_mammoth_stumbles_over_is_damaged(tmp_path: Path) -> None:
    wide = '<w:tcPr><w:gridSpan w:val="x"/></w:tcPr>'
    with pytest.raises(Refused) as refused:
        manuscript(tmp_path, docx(f"<w:tbl><w:tr><w:tc>{wide}</w:tc></w:tr></w:tbl>"))
    assert refused.value.key == "damaged"


def test_a_document_deeper_than_the_stack_is_too_large(tmp_path: Path) -> None:
    deep = "<w:p>" + "<w:ins>" * 140 + run_of("字") + "</w:ins>" * 140 + "</w:p>"
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 140)
    try:
        with pytest.raises(Refused) as refused:
            manuscript(tmp_path, docx(deep))
    finally:
        sys.setrecursionlimit(limit)
    assert refused.value.key == "too-large"
