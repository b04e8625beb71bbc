"""Files that an article names: by a path of one computer, or by a name that only looks the same."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from tests.support.content_folder import FOLDER, ContentFolder, picture

NAME = "café-图.jpg"


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    return ContentFolder(tmp_path)


@pytest.mark.parametrize(
    "path",
    ["C:\\图\\a.jpg", "D:/图/a.jpg", "\\\\server\\图\\a.jpg", "/Users/li/图/a.jpg", "~/a.jpg"],
)
def test_a_path_on_a_computer_is_told_to_lie_beside_the_article(
    content: ContentFolder, path: str
) -> None:
    content.article(f"photos: [{{file: '{path}'}}]\n")
    assert content.codes() == ["not-beside"]
    assert "只写名字：a.jpg" in content.shown()
    content.article(body=f"![图](<{path}>)")
    assert content.codes() == ["not-beside"]
    assert "只写名字：a.jpg" in content.shown()


Form = Literal["NFC", "NFD"]


@pytest.mark.parametrize(("disk", "typed"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_names_that_look_the_same_are_the_same(
    content: ContentFolder, disk: Form, typed: Form
) -> None:
    name = unicodedata.normalize(typed, NAME)
    content.write(f"{FOLDER}/{unicodedata.normalize(disk, NAME)}", picture())
    article = content.article(f"photos: [{{file: {name}}}]\n", f"![图]({name})\n\n[附件]({name})")
    assert content.codes() == []
    paths = [article.photos[0].picture.file, *(ref.target for ref in article.body.refs)]
    assert {path.rpartition("/")[2] for path in paths} == {unicodedata.normalize(disk, NAME)}
