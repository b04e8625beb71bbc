"""``ignore:`` in paper.yml, in issue.md and in an article, as a build and a check report it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from banxin.pipeline.build import build, check
from banxin.pipeline.incremental import file_state
from banxin.pipeline.incremental.state import NOTHING
from banxin.pipeline.project import Project
from banxin.problems import BuildFailed, Problem
from tests.support.paper import Paper, folder

FIRST, SECOND, THIRD = "2024-01-01", "2024-01-02", "2024-01-03"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """Three issues; the second follows a gap in the numbers."""
    paper = Paper(tmp_path)
    for day, number in ((FIRST, 1), (SECOND, 5), (THIRD, 6)):
        paper.issue(day, "文。", number=number)
    return paper


def add(paper: Paper, file: str, line: str) -> None:
    """``line`` becomes the second line of the file."""
    path = paper.root / "content" / file
    first, rest = path.read_text(encoding="utf-8").split("\n", 1)
    path.write_text(f"{first}\n{line}\n{rest}", encoding="utf-8")


def issue_file(day: str) -> str:
    return f"{folder(day)}/issue.md"


def story(day: str) -> str:
    return f"{folder(day)}/01-01-story.md"


def said(paper: Paper, **asked: Any) -> list[str]:
    """What ``check`` reports, after seeing that ``build`` reports the same."""
    found = check(Project(paper.root), paper.options(**asked))
    assert found == _built(paper, **asked)
    return [f"{str(p.place).removeprefix('content/')} {p.severity} {p.code}" for p in found]


def _built(paper: Paper, **asked: Any) -> tuple[Problem, ...]:
    try:
        return paper.build(**asked).warnings
    except BuildFailed as failed:
        return failed.problems


def test_a_gap_in_the_numbers_stops_a_strict_build(paper: Paper) -> None:
    with pytest.raises(BuildFailed):
        paper.build(strict=True)


def test_the_issue_behind_a_gap_silences_it_and_strict_is_of_use_again(paper: Paper) -> None:
    add(paper, issue_file(SECOND), "ignore: [number-gap]")
    assert paper.build(strict=True).warnings == ()
    paper.issue("2024-01-04", "文。", number=9)
    assert said(paper, strict=True) == [f"{issue_file('2024-01-04')} warning number-gap"]


def test_paper_yml_silences_it_for_every_issue(paper: Paper) -> None:
    add(paper, "paper.yml", "ignore: number-gap")
    paper.issue("2024-01-04", "文。", number=9)
    assert said(paper, strict=True) == []


@pytest.mark.parametrize("key", ["ignore", "忽略", "不提醒"])
@pytest.mark.parametrize("status", ["published", "withdrawn", "draft"])
def test_an_article_silences_what_is_said_of_it_whatever_its_status(
    paper: Paper, key: str, status: str
) -> None:
    for day in (FIRST, THIRD):
        add(paper, story(day), f"event_date: 2030-01-01\nstatus: {status}")
    add(paper, story(FIRST), f"{key}: [event-after-issue]")
    add(paper, issue_file(SECOND), "ignore: [number-gap]")
    assert said(paper) == [f"{story(THIRD)}:2:13 warning event-after-issue"]


def test_an_issue_silences_what_is_said_of_its_articles(paper: Paper) -> None:
    add(paper, story(SECOND), "event_date: 2030-01-01")
    add(paper, issue_file(SECOND), "ignore: number-gap、event-after-issue")
    assert said(paper) == []


def test_what_silences_nothing_is_a_warning_where_it_stands(paper: Paper) -> None:
    add(paper, issue_file(SECOND), "ignore: [number-gap, event-after-issue]")
    add(paper, story(FIRST), "ignore:\n- number-gap")
    assert said(paper) == [
        f"{story(FIRST)}:3:3 warning ignore-unused",
        f"{issue_file(SECOND)}:2:22 warning ignore-unused",
    ]
    with pytest.raises(BuildFailed):
        paper.build(strict=True)


def test_an_unknown_id_is_refused_with_the_one_that_was_meant(paper: Paper) -> None:
    add(paper, issue_file(SECOND), "ignore: [number-gab]")
    found = check(Project(paper.root), paper.options())
    assert [(p.code, dict(p.details)["meant"]) for p in found] == [("ignore-unknown", "number-gap")]
    assert said(paper) == [f"{issue_file(SECOND)}:2:10 error ignore-unknown"]


def test_the_id_of_an_error_is_refused(paper: Paper) -> None:
    add(paper, "paper.yml", "ignore: [number-twice, number-gap]")
    assert said(paper) == ["paper.yml:2:10 error ignore-error"]


def test_beside_an_error_silenced_warnings_are_not_said_either(paper: Paper) -> None:
    add(paper, story(THIRD), "event_date: 2030-01-01\nignore: event-after-issue\nrank: x")
    assert said(paper) == [f"{story(THIRD)}:4:7 error wants-choice"]


def test_what_only_a_build_can_see_is_not_called_useless_by_a_check(paper: Paper) -> None:
    add(paper, "paper.yml", "ignore: [number-gap, site-large]")
    assert check(Project(paper.root), paper.options()) == ()
    (warning,) = paper.build().warnings
    assert str(warning.place) == "content/paper.yml:2:22"


def test_an_address_on_the_command_line_makes_no_silence_useless(paper: Paper) -> None:
    file = paper.root / "content" / "paper.yml"
    text = file.read_text(encoding="utf-8").replace("base_url: https://example.org/\n", "")
    file.write_text(text, encoding="utf-8")
    add(paper, "paper.yml", "ignore: [number-gap, base-url-missing]")
    assert said(paper) == []
    assert said(paper, base_url="https://example.org/bao/") == []


class Editor:
    """Makes gaps and mistakes that are only warned of, silences them, and takes both back."""

    def __init__(self, paper: Paper, seed: int) -> None:
        self.paper, self.random = paper, random.Random(seed)
        self.days = [f"2024-02-{day:02}" for day in range(1, 6)]

    def edit(self) -> Path:
        """The file that was written."""
        day = self.random.choice(self.days)
        number = self.random.randrange(1, 9) + 10 * self.days.index(day)
        late = self.random.choice(("event_date: 2030-01-01\n", ""))
        file, fields = self.random.choice(
            (
                ("paper.yml", "name: 晨报\ntheme: plain\nbase_url: https://example.org/\n"),
                (issue_file(day), f"number: {number}\n"),
                (story(day), f"title: 题\nsection: 要闻\n{late}"),
            )
        )
        text = fields + self.ignore()
        return self.paper.write(file, text if file == "paper.yml" else f"---\n{text}---\n文。\n")

    def ignore(self) -> str:
        ids = ("number-gap", "event-after-issue", "number-back", "ignore-unused")
        return f"ignore: [{', '.join(self.random.sample(ids, self.random.randrange(3)))}]\n"


@pytest.mark.parametrize("seed", range(8))
def test_incremental_and_clean_builds_report_the_same_warnings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(file_state, "UNSETTLED_NS", 0)
    paper, state, some = Paper(tmp_path), NOTHING, 0
    project, editor = Project(tmp_path), Editor(paper, seed)
    for n, day in enumerate(editor.days):
        paper.issue(day, "文。", number=1 + 10 * n)
    for step in range(10):
        changed = editor.edit().relative_to(tmp_path).as_posix()
        report = build(project, paper.options(), state=state.told([changed]))
        assert paper.build().warnings == report.warnings
        shutil.rmtree(project.cache)
        assert paper.build(f"clean{step}").warnings == report.warnings
        state = build(project, paper.options()).state
        some += bool(report.warnings)
    assert some


def test_what_is_warned_of_no_more_may_stand_there(paper: Paper) -> None:
    add(paper, issue_file(SECOND), "ignore: [page-differs, number-gap]")
    assert said(paper) == []
