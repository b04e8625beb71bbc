"""Rows as somebody types them, to a text file's stories and to a Word file's."""

from __future__ import annotations

from pathlib import Path

from banxin.importers.stories.reader import stories
from banxin.importers.stories.story import Story
from banxin.importers.text.reader import read_text
from tests.support.manuscripts.by_hand import docx, drawing, image_relation, paragraph
from tests.support.manuscripts.reading import manuscript

WAYS = ("text", "word", "word without looks")
PICTURE = "[picture]"
_LOOKS = {  # a sign before the row
    "#": ('<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>'),
    "=": ('<w:jc w:val="center"/>', '<w:sz w:val="24"/>'),
    "*": ("", '<w:b/><w:sz w:val="24"/>'),
    "%": ('<w:jc w:val="center"/>', '<w:b/><w:sz w:val="24"/>'),
    ">": ('<w:jc w:val="right"/>', '<w:sz w:val="24"/>'),
}
_USUAL = ("", '<w:sz w:val="24"/>')


def typed_rows(folder: Path, way: str, rows: str) -> tuple[Story, ...]:
    """``rows``: one a line; ``# `` a headline, ``= `` centred, ``* `` bold,
    ``% `` both, ``> `` to the right."""
    lines = rows.strip().split("\n")
    if way == "text":
        kept = [_words(line) for line in lines if line != PICTURE]
        return stories(read_text("a.txt", "\n".join(kept)))
    plain = way != "word"
    body = "".join(_row(line, plain=plain) for line in lines)
    data = docx(
        body,
        relations=image_relation("rId1", "media/a.png"),
        files={"word/media/a.png": b"a"},
    )
    return stories(manuscript(folder, data))


def _words(line: str) -> str:
    return line[2:] if line[:1] in _LOOKS and line[1:2] == " " else line


def _row(line: str, *, plain: bool) -> str:
    if line == PICTURE:
        return drawing("rId1")
    looks = _USUAL if plain or _words(line) == line else _LOOKS[line[0]]
    return paragraph(_words(line), *looks)
