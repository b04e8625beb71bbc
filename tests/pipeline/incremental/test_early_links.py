"""Dead links, numbers and layouts are said in the run that finds other errors, none too early."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.pipeline.build import check
from banxin.pipeline.project import Project
from tests.pipeline.incremental.test_loading import refused
from tests.support.paper import Paper, folder

DAY = "2024-01-02"
FOLDER = f"content/{folder(DAY)}"
WRONG = "[x](nowhere.png)"  # an error that the reading finds


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue("2024-01-01", "一。", number=1)
    paper.issue(DAY, "二。", "三。", number=2)
    return paper


def test_a_dead_link_is_said_with_the_errors_of_other_articles(paper: Paper) -> None:
    paper.article(DAY, 1, "[详见](01-09-gone.md)")
    paper.article(DAY, 2, WRONG)
    assert refused(paper) == [
        f"{FOLDER}/01-01-story.md:6:6: link-dead",
        f"{FOLDER}/01-02-story.md:6:5: link-missing",
    ]


def test_a_dead_link_in_another_issue_is_said_too_even_if_that_was_read_before(
    paper: Paper,
) -> None:
    other = f"content/{folder('2024-01-01')}"
    paper.article("2024-01-01", 1, "[详见](01-09-gone.md)")
    paper.article(DAY, 2, WRONG)
    for _ in range(2):
        assert refused(paper) == [
            f"{other}/01-01-story.md:6:6: link-dead",
            f"{FOLDER}/01-02-story.md:6:5: link-missing",
        ]


def test_a_link_to_what_could_not_be_read_yet_is_not_called_dead(paper: Paper) -> None:
    paper.article("2024-01-01", 1, "[详见](../2024-01-02/01-02-story.md) [丙](../../../about.md)")
    paper.article(DAY, 1, "[详见](01-02-story.md)", jump="{to: 2024-01-02/01/02}")
    paper.write(f"{folder(DAY)}/01-02-story.md", "---\ntitle: 题\n")
    paper.write("about.md", "no fields")
    assert refused(paper) == [
        "content/about.md:1: no-front-matter",
        f"{FOLDER}/01-02-story.md:1: unclosed-front-matter",
    ]


def test_a_link_to_an_article_in_an_issue_with_errors_is_alive(paper: Paper) -> None:
    paper.article("2024-01-01", 1, "[详见](../2024-01-02/01-01-story.md)")
    paper.article(DAY, 2, WRONG)
    assert refused(paper) == [f"{FOLDER}/01-02-story.md:6:5: link-missing"]


def of_check(paper: Paper) -> list[str]:
    return [p.code for p in check(Project(paper.root), paper.options()) if p.severity == "error"]


def with_faults_of_issues(paper: Paper, more: str = "") -> None:
    """A number used twice and a layout that no theme has; ``more``: fields of the newer issue."""
    text = f"---\nnumber: 1\n{more}pages:\n  - {{name: 要闻, layout: poster}}\n---\n"
    paper.write(f"{folder(DAY)}/issue.md", text)


def test_faults_between_issues_are_said_with_the_errors_of_articles(paper: Paper) -> None:
    with_faults_of_issues(paper)
    paper.article(DAY, 1, WRONG)
    assert sorted(of_check(paper)) == ["layout-unknown", "link-missing", "number-twice"]


def test_gaps_are_not_for_what_stands_between_may_not_be_read_yet(paper: Paper) -> None:
    paper.write(f"{folder(DAY)}/issue.md", "---\nnumber: 9\npages: [{name: 要闻}]\n---\n")
    paper.article(DAY, 1, WRONG)
    found = check(Project(paper.root), paper.options())
    assert [p.code for p in found if p.code.startswith("number")] == []


def test_nothing_between_issues_is_said_while_one_of_their_own_files_has_an_error(
    paper: Paper,
) -> None:
    with_faults_of_issues(paper, "numbre_restarts: true\n")
    assert of_check(paper) == ["misspelt-key"]


def test_nothing_is_said_of_layouts_while_paper_yml_has_an_error(paper: Paper) -> None:
    with_faults_of_issues(paper)
    file = paper.root / "content/paper.yml"
    file.write_text(f'{file.read_text("utf-8")}timezone: ["中国"]\n', "utf-8")
    assert of_check(paper) == ["wants-text"]
