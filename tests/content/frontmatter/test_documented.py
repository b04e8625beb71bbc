"""docs/front-matter.md: each row of its tables is read as it says."""

from __future__ import annotations

import json
import re

import pytest

from tests.content.frontmatter.reading import read, said
from tests.support.paths import ROOT

_SIGNS = str.maketrans({"␠": "\u3000", "⍽": "\u00a0", "∅": "\u200b"})
_SEVERITIES = {"提醒": "warning", "错误": "error"}


def rows() -> list[tuple[str, str, str]]:
    """Typed, read and said of each row; the heads and rules of the tables left out."""
    text = (ROOT / "docs/front-matter.md").read_text("utf-8")
    found = re.findall(r"^\| `([^`]*)` \| (?:`([^`]*)`)? ?\| ?(.*?) ?\|$", text, re.MULTILINE)
    return [(typed, value, said) for typed, value, said in found]


def test_the_page_has_its_examples() -> None:
    assert len(rows()) > 30


@pytest.mark.parametrize(("typed", "value", "says"), rows())
def test_a_row_is_read_as_it_says(typed: str, value: str, says: str) -> None:
    fields = typed.translate(_SIGNS)
    wanted = json.loads(value) if value.startswith(('["', '{"')) else value.translate(_SIGNS)
    found = read(fields)
    assert (next(iter(found.values())) if isinstance(found, dict) else "") == wanted
    word, *codes = says.split() or [""]
    assert {tuple(line.split()[:2]) for line in said(fields)} == {
        (_SEVERITIES[word], code) for code in codes
    }
