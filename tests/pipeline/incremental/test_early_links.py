"""Dead links are said in the run that finds other errors, and no link is called dead too early."""

from __future__ import annotations

from pathlib import Path

import pytest

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
