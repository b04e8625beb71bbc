from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import prepare
from generator.indexing import months_of
from generator.project import Project
from generator.run import open_run
from generator.search import Month, Record

from .paper import Paper


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue("2024-01-01", "一。", "二。", number=1)
    paper.issue("2024-01-02", "三。", number=2)
    paper.issue("2024-02-01", "四。", number=3)
    return paper


def months(paper: Paper) -> dict[str, tuple[Month, tuple[Record, ...]]]:
    """Each month with its records, which can only be loaded while the build is open."""
    with open_run(Project(paper.root), paper.options()) as run:
        found = months_of(prepare(run).archive, run.sources)
        return {key: (month, tuple(month.load())) for key, month in found.items()}


def test_articles_are_gathered_by_month_newest_issue_first(paper):
    found = months(paper)
    assert {key: month.count for key, (month, _) in found.items()} == {"2024-01": 3, "2024-02": 1}
    assert [record.url for record in found["2024-01"][1]] == [
        "/2024-01-02/01/01/",
        "/2024-01-01/01/01/",
        "/2024-01-01/01/02/",
    ]


def test_a_month_changes_with_its_own_articles_only(paper):
    before = months(paper)
    paper.article("2024-02-01", 1, "改。")
    after = months(paper)
    assert after["2024-01"][0].digest == before["2024-01"][0].digest
    assert after["2024-02"][0].digest != before["2024-02"][0].digest


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_published_is_not_found(paper, status):
    paper.article("2024-01-01", 2, "机密。", status=status)
    month, records = months(paper)["2024-01"]
    assert month.count == len(records) == 2
    assert "机密" not in repr(records)
