"""docs/markdown.md: every example is read as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from banxin.content.links import Beside
from banxin.content.markdown.reader import Origin, render
from banxin.problems import Problems
from tests.support.content_folder import picture
from tests.support.paths import ROOT

FOLDER = "content/issues/2022/2022-04-01"
_EXAMPLE = re.compile(
    r"^(`{3,})markdown\n(?P<typed>.*?)^\1\n\n```html\n(?P<html>.*?)^```\n"
    r"(?P<problems>(?:\n?- `[0-9:]+ [a-z-]+`\n)*)",
    re.MULTILINE | re.DOTALL,
)
_PROBLEM = re.compile(r"- `([0-9:]+ [a-z-]+)`")
TEXT = (ROOT / "docs" / "markdown.md").read_text(encoding="utf-8")
EXAMPLES = [
    (m["typed"], m["html"], _PROBLEM.findall(m["problems"])) for m in _EXAMPLE.finditer(TEXT)
]


def test_every_example_of_the_guide_is_found() -> None:
    assert len(EXAMPLES) == len(re.findall(r"^`{3,}markdown$", TEXT, re.MULTILINE)) > 20
    assert sum(len(problems) for _, _, problems in EXAMPLES) == TEXT.count("\n- `")


@pytest.mark.parametrize(("typed", "html", "wrong"), EXAMPLES, ids=lambda v: str(v)[:20])
def test_an_example_is_printed_as_the_guide_says(
    typed: str, html: str, wrong: list[str], tmp_path: Path
) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    names = ("road.jpg", "屏幕截图 1.jpg")
    for name in names:
        (tmp_path / FOLDER / name).write_bytes(picture())
    problems = Problems()
    beside = Beside(tmp_path, FOLDER, frozenset((*names, "表.pdf", "01-02-x.md")), problems)
    body = render(typed, Origin(f"{FOLDER}/01-01-a.md", 1, "0101", beside), problems)
    assert re.sub("\x1a[0-9]+\x1a", "…", body.html) == html
    assert [f"{_spot(p.place.line, p.place.column)} {p.code}" for p in problems] == wrong


def _spot(line: int, column: int) -> str:
    return f"{line}:{column}" if column else str(line)
