"""The manual of problems says what the program says."""

from __future__ import annotations

import re

import pytest

from banxin.problems.texts import problem_ids, problem_text
from tests.support.paths import ROOT
from tools.problem_docs import AREAS, PAGE, page


def test_the_manual_is_up_to_date() -> None:
    """To mend it: python -m tools.problem_docs"""
    assert (ROOT / PAGE).read_text(encoding="utf-8") == page()


def test_every_problem_has_a_heading_that_messages_can_be_looked_up_by() -> None:
    assert sorted(re.findall("^### (.*)$", page(), re.MULTILINE)) == list(problem_ids())
    assert {problem_text(one).area for one in problem_ids()} == AREAS.keys()


@pytest.mark.parametrize("words", ["不再提醒：", "To silence it: "])
def test_only_warnings_say_how_to_silence_them(words: str) -> None:
    silenced = re.findall(rf"^- {words}`ignore: \[(.*)\]`$", page(), re.MULTILINE)
    warnings = {one for one in problem_ids() if problem_text(one).severity == "warning"}
    assert set(silenced) == warnings


def test_no_gap_is_left_in_a_text() -> None:
    outside = re.sub(r"(?s)```.*?```", "", page())
    assert re.findall(r"\{[a-z_]+\}", outside) == []
