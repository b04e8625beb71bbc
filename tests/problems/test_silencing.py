"""What is silenced, and how far."""

from __future__ import annotations

import pytest

from banxin.problems import Place, Problems
from banxin.problems.silencing import EVERYTHING

FOLDER = "content/issues/2022/2022-04-01"
ARTICLE = f"{FOLDER}/01-01-meeting.md"
HERE = Place(f"{FOLDER}/issue.md", 3, 10)


def reported(problems: Problems) -> list[str]:
    return [f"{p.place} {p.code}" for p in problems]


def warned(file: str, *, scope: str, code: str = "event-after-issue") -> list[str]:
    problems = Problems()
    problems.warn(Place(file, 2), "event-after-issue")
    problems.silence(HERE, code, scope)
    problems.warn_of_unused()
    return reported(problems)


@pytest.mark.parametrize("scope", [EVERYTHING, FOLDER, ARTICLE, "content", "content/issues"])
def test_a_warning_is_silenced_by_the_file_its_folder_or_the_paper(scope: str) -> None:
    assert warned(ARTICLE, scope=scope) == []


@pytest.mark.parametrize("scope", [FOLDER + "-2", f"{FOLDER}/01-02-road.md", FOLDER[:-1]])
def test_files_elsewhere_are_warned_of_and_the_silence_is_useless(scope: str) -> None:
    assert warned(ARTICLE, scope=scope) == [
        f"{ARTICLE}:2 event-after-issue",
        f"{HERE} ignore-unused",
    ]


def test_a_warning_of_the_folder_itself_belongs_to_its_issue() -> None:
    assert warned(FOLDER, scope=FOLDER) == []


def test_another_id_silences_nothing() -> None:
    assert warned(ARTICLE, scope=EVERYTHING, code="number-gap") == [
        f"{ARTICLE}:2 event-after-issue",
        f"{HERE} ignore-unused",
    ]


def test_an_error_is_never_silenced_not_even_by_its_id() -> None:
    problems = Problems()
    problems.add(Place("content/issues/x.md"), "stray-file")
    problems.warn(Place("content/x/y.md"), "stray-file")
    problems.silence(HERE, "stray-file", EVERYTHING)
    problems.warn_of_unused()
    assert problems
    assert reported(problems) == ["content/issues/x.md stray-file"]


def test_what_may_still_come_is_not_called_useless() -> None:
    problems = Problems()
    problems.silence(HERE, "site-large", EVERYTHING)
    problems.warn_of_unused({"site-large"})
    assert reported(problems) == []
    problems.warn_of_unused()
    assert reported(problems) == [f"{HERE} ignore-unused"]


def test_each_of_two_that_silence_the_same_warning_is_of_use() -> None:
    problems = Problems()
    problems.warn(Place(ARTICLE), "event-after-issue")
    problems.silence(HERE, "event-after-issue", EVERYTHING)
    problems.silence(Place(ARTICLE, 4, 10), "event-after-issue", ARTICLE)
    problems.warn_of_unused()
    assert reported(problems) == []


def test_who_asks_not_to_be_told_of_useless_silences_is_told_of_none() -> None:
    problems = Problems()
    problems.silence(Place("content/paper.yml", 5, 10), "ignore-unused", EVERYTHING)
    problems.warn_of_unused()
    assert reported(problems) == []
    problems.silence(HERE, "number-gap", FOLDER)
    problems.warn_of_unused()
    assert reported(problems) == []
