"""A browser's page as LibreOffice reads it best: blocks are blocks, its pictures stand in it."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from banxin.importers.web_page import page_text, tidied

HEAD = '<meta charset="utf-8">'


def of(text: str, folder: Path | None = None) -> str:
    return tidied(text, folder).decode().removeprefix(HEAD)


@pytest.mark.parametrize("tag", ["section", "article", "figcaption", "nav"])
def test_blocks_that_are_newer_than_libreoffice_are_plain_ones(tag: str) -> None:
    text = f'<{tag} style="text-align:center"><span>春耕</span></{tag}>'
    assert of(text) == '<div style="text-align:center"><span>春耕</span></div>'


def test_a_span_that_is_shown_as_a_block_is_one() -> None:
    text = '<p><span style="display: block">春耕</span><span>备耕</span></p>'
    assert of(text) == (
        '<p><div><span style="display: block">春耕</span></div><span>备耕</span></p>'
    )


def test_all_else_stays_as_it_is() -> None:
    text = "<!DOCTYPE html><p align=center>3 &lt; 5&nbsp;&#8226;<br/><b>备耕</b></p>"
    assert of(text).endswith("<p align=center>3 &lt; 5&nbsp;&#8226;<br/><b>备耕</b></p>")


def test_what_a_page_says_to_machines_becomes_no_remark() -> None:
    head = '<META name="a" content="春>耕"><meta property="og:title" content="春耕"/>'
    assert of(f"{head}<p>春耕<!-- 编辑 - 用 --><b>备耕</b></p><!-- x") == (
        "<p>春耕<b>备耕</b></p><!-- x"
    )


def test_a_picture_that_was_saved_beside_the_page_stands_in_it(tmp_path: Path) -> None:
    (tmp_path / "页_files").mkdir()
    (tmp_path / "页_files/640.jpg").write_bytes(b"ABC")
    inside = base64.b64encode(b"ABC").decode()
    text = '<img src="%E9%A1%B5_files/640.jpg?x=1" data-src="https://a.example/1" alt="花">'
    assert of(text, tmp_path) == f'<img src="data:image;base64,{inside}" alt="花">'


@pytest.mark.parametrize(
    "source", ["../secret.jpg", "/etc/passwd", "file:///etc/passwd", "none.jpg", "C:\\a.jpg", ""]
)
def test_nothing_outside_the_pages_folder_is_read(tmp_path: Path, source: str) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"ABC")
    (tmp_path / "in").mkdir()
    assert "base64" not in of(f'<img src="{source}">', tmp_path / "in")


@pytest.mark.parametrize(
    "attributes",
    ['data-src="https://a.example/1"', 'src="data:image/gif;base64,R0lG" data-src="x"'],
)
def test_a_picture_that_was_never_loaded_is_one_that_is_missing(attributes: str) -> None:
    assert of(f"<img {attributes}>") == '<img src="elsewhere.jpg">'


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("gb18030", "gb2312"),
        ("gb18030", ""),
        ("utf-8", "utf-8"),
        ("utf-8", ""),
        ("utf-8-sig", "gbk"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_has(encoding: str, named: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={named}">' if named else ""
    text = f"{meta}<p>花桥镇举办冬季篮球赛，十二支代表队参加了比赛。</p>"
    assert page_text(text.encode(encoding)) == text
    assert "charset=gb" not in of(text)


@pytest.mark.parametrize(
    "text", ["<![if x", "<p <<a>春", "</section></section>春", "<!--", "</a></p>春"]
)
def test_a_broken_page_breaks_nothing(text: str) -> None:
    assert ("春" in text) == ("春" in of(text))
