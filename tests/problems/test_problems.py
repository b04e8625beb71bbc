from __future__ import annotations

import re

import pytest

from banxin.problems import BuildFailed, Place, Problem, Problems, Severity
from banxin.problems.texts import problem_ids, problem_text
from tests.support.paths import ROOT

TESTS = ROOT / "tests"


def test_a_place_is_shown_as_editors_and_terminals_know_it() -> None:
    assert str(Place("a.md")) == "a.md"
    assert str(Place("a.md", 3)) == "a.md:3"
    assert str(Place("a.md", 3, 7)) == "a.md:3:7"


def test_problems_come_sorted_by_place_and_each_once() -> None:
    problems = Problems()
    for place in (Place("b.md", 1), Place("a.md", 10), Place("a.md", 9), Place("b.md", 1)):
        problems.add(place, "title-missing")
    assert [str(p.place) for p in problems] == ["a.md:9", "a.md:10", "b.md:1"]


def test_details_are_texts_in_an_order_of_their_own() -> None:
    problems = Problems()
    problems.add(Place("a.md"), "page-beyond", pages=4, page=7)
    assert next(iter(problems)).details == (("page", "7"), ("pages", "4"))


def test_a_warning_stops_nothing() -> None:
    problems = Problems()
    problems.warn(Place("a.md"), "no-issues")
    problems.raise_errors()
    assert not problems


def test_an_error_stops_with_everything_that_was_found() -> None:
    problems = Problems()
    problems.warn(Place("b.md"), "no-issues")
    problems.extend([Problem(Place("a.md"), "title-missing")])
    with pytest.raises(BuildFailed) as failed:
        problems.raise_errors()
    assert [p.severity for p in failed.value.problems] == [Severity.ERROR, Severity.WARNING]


BUILDING = {"building", "fields", "files", "issues", "sources", "theming"}


@pytest.mark.parametrize("code", [i for i in problem_ids() if problem_text(i).area in BUILDING])
def test_every_problem_of_a_build_is_met_in_some_test(code: str) -> None:
    """Each code stands in a test's source, as what it expects; the catalogue's own don't count."""
    word = re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])")
    others = (f for f in TESTS.rglob("*.py") if f.name != "test_messages.py")
    assert any(word.search(file.read_text("utf-8")) for file in others)
