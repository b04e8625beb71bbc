"""Lines of verse keep the steps that they begin with, from the file to the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from banxin.content.links import Beside
from banxin.content.markdown.reader import Origin, render
from banxin.problems import Problems

FOLDER = "content/issues/2026/2026-11-28"


def lines(source: str, *, verse: bool = True) -> list[str]:
    """The lines of the text as a page shows them."""
    problems = Problems()
    beside = Beside(Path(), FOLDER, frozenset(), problems)
    origin = Origin(f"{FOLDER}/01-01-a.md", 1, "0101", beside, joins_lines=False, verse=verse)
    html = render(source, origin, problems).html
    return [line for line in re.sub("<[^>]*>", "", html).split("\n") if line]


@pytest.mark.parametrize(
    ("source", "steps"),
    [
        ("雪\n　　落在江上\n　　　　落在桥头", (0, 2, 4)),
        ("雪\n  落在江上\n    落在桥头\n      化了", (0, 1, 2, 3)),
        ("　　雪\n　　落在江上", (0, 0)),  # all of it is indented: no step
        ("　　雪\n\n落在江上", (2, 0)),
        ("雪\n\t落在江上", (0, 2)),
    ],
)
def test_a_line_of_verse_begins_where_it_was_typed(source: str, steps: tuple[int, ...]) -> None:
    assert [len(line) - len(line.lstrip("　")) for line in lines(source)] == [*steps]


def test_prose_loses_the_indents_that_were_typed() -> None:
    assert lines("雪\n　　落在江上", verse=False) == ["雪", "落在江上"]
