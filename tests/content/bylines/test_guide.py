"""docs/bylines.md tells the truth: every row of its tables is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from banxin.content.bylines import credits
from banxin.model import Credit
from banxin.model.credits import CreditKind, line, people
from tests.support.paths import ROOT

GUIDE = (Path(ROOT) / "docs/bylines.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip().strip("`") for cell in row.strip("|").split(" | ")]
    for row in re.findall(r"^\| `.*\|$", GUIDE, re.MULTILINE)
]
FORMS = (
    "记者 张三 通讯员 李四 文/图|张三（记者）|本报记者|□|○|特约|实习生|编译|口述|整理|发自|新华社"
    "|宣传部|等"
)


def facts(found: tuple[Credit, ...], kind: CreditKind) -> str:
    return "；".join(credit.name for credit in found if credit.kind == kind)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_form_is_read_as_the_guide_says(row: list[str]) -> None:
    typed, people, place, source, printed = row
    found = credits(typed)
    roles = (f"{credit.role}:{credit.name}" for credit in found if credit.kind == "person")
    assert "；".join(roles) == people
    assert facts(found, "place") == place
    assert facts(found, "source") == source
    assert line(found) == printed


def test_the_guide_has_the_forms_that_papers_print() -> None:
    assert len(ROWS) >= 80
    typed = "\n".join(row[0] for row in ROWS)
    assert [form for form in FORMS.split("|") if form not in typed] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_was_printed_may_be_typed_again(row: list[str]) -> None:
    """One form of printing: what stands on the page means the same when it is copied from there."""
    again = credits(row[4])
    assert people(again) == people(credits(row[0]))
    assert line(again) == row[4]
