"""A page that was saved as one file: its words in whatever encoding, its pictures if small."""

from __future__ import annotations

import pytest

from banxin.importers import web_archive
from banxin.importers.web_archive import page_of


def archive(page: bytes, *, charset: str = "utf-8", named: str = "a.files/1.jpg") -> bytes:
    head = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
        f'Content-Type: text/html; charset="{charset}"\n\n'
    )
    where = f"Content-Location: {named}\n" if named else ""
    picture = (
        f"--x\n{where}Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\nQUJD\n--x--\n"
    )
    return head.encode() + page + b"\n" + picture.encode()


PAGE = "<p>春耕</p><img src=a.files/1.jpg>"


def test_a_page_in_an_encoding_that_nobody_knows_is_read_as_chinese() -> None:
    found = page_of(archive(PAGE.encode("gb18030"), charset="x-cp-local"))[0].decode()
    assert found.startswith('<meta charset="utf-8"><p>春耕</p>')


def test_pictures_too_large_to_write_out_leave_the_page_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert b"base64,QUJD" in page_of(archive(PAGE.encode()))[0]
    monkeypatch.setattr(web_archive, "_MOST_PICTURES", 2)
    assert b"src=a.files/1.jpg" in page_of(archive(PAGE.encode()))[0]


def test_a_picture_without_a_name_is_left_out() -> None:
    assert b"src=a.files/1.jpg" in page_of(archive(PAGE.encode(), named=""))[0]


def test_a_file_larger_than_any_such_page_holds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_archive, "_MOST", 100)
    assert page_of(archive(PAGE.encode()))[0] == b""
