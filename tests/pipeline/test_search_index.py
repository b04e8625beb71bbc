from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from banxin import search
from banxin.pipeline.build import Report, build
from banxin.pipeline.context import open_context
from banxin.pipeline.planning import plan_site
from banxin.pipeline.program_digest import running_program
from banxin.pipeline.project import Project
from banxin.pipeline.search_index import months_of, reindex
from banxin.search import IndexMonth, SearchRecord
from tests.support.paper import Paper
from tests.support.present import present


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue("2024-01-01", "一。", "二。", number=1)
    paper.issue("2024-01-02", "三。", number=2)
    paper.issue("2024-02-01", "四。", number=3)
    return paper


def months(paper: Paper) -> dict[str, tuple[IndexMonth, tuple[SearchRecord, ...]]]:
    """Each month with its records, which can only be loaded while the build is open."""
    with open_context(Project(paper.root), paper.options()) as run:
        found = months_of(plan_site(run).archive, run.sources)
        return {key: (month, tuple(month.load())) for key, month in found.items()}


def test_articles_are_gathered_by_month_newest_issue_first(paper: Paper) -> None:
    found = months(paper)
    assert {key: month.count for key, (month, _) in found.items()} == {"2024-01": 3, "2024-02": 1}
    assert [record.url for record in found["2024-01"][1]] == [
        "/2024-01-02/01/01/",
        "/2024-01-01/01/01/",
        "/2024-01-01/01/02/",
    ]


def test_a_month_changes_with_its_own_articles_only(paper: Paper) -> None:
    before = months(paper)
    paper.article("2024-02-01", 1, "改。")
    after = months(paper)
    assert after["2024-01"][0].digest == before["2024-01"][0].digest
    assert after["2024-02"][0].digest != before["2024-02"][0].digest


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_published_is_not_found(paper: Paper, status: str) -> None:
    paper.article("2024-01-01", 2, "机密。", status=status)
    month, records = months(paper)["2024-01"]
    assert month.count == len(records) == 2
    assert "机密" not in repr(records)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of the articles that an index was made from."""
    found: list[str] = []

    def update(
        months: Mapping[str, search.IndexMonth], *, output: Path, **_: object
    ) -> search.SearchReport:
        (output / search.FOLDER).mkdir(parents=True, exist_ok=True)
        found.extend(record.title for month in months.values() for record in month.load())
        return search.SearchReport()

    monkeypatch.setattr(search, "update", update)
    return found


def reindexed(paper: Paper, report: Report) -> None:
    assert report.state.archive
    reindex(Project(paper.root), paper.options(), report.state.archive, running_program())


def test_a_preview_indexes_what_its_last_build_found_and_asks_nothing_again(
    paper: Paper, loaded: list[str]
) -> None:
    report = paper.build()
    shutil.rmtree(paper.root / "content")
    reindexed(paper, report)
    assert len(loaded) == sum(len(row.articles) for row in present(report.state.archive).rows)


def test_an_index_of_what_another_build_replaced_meanwhile_is_left_to_that_ones(
    paper: Paper, loaded: list[str]
) -> None:
    report = paper.build()
    shutil.rmtree(paper.root / ".banxin")
    for _ in range(2):
        paper.issue("2024-01-01", "改过。", number=1)
        paper.build()
    reindexed(paper, report)


def test_an_output_that_was_swept_stays_ours_when_only_an_index_is_put_there(
    paper: Paper, loaded: list[str]
) -> None:
    report = paper.build()
    shutil.rmtree(paper.root / "output")
    reindexed(paper, report)
    assert paper.build().drawn


def test_a_build_that_leaves_the_index_for_later_weighs_what_there_is_of_it(paper: Paper) -> None:
    project, options = Project(paper.root), paper.options()
    later = replace(options, search=True, index=False)
    without = build(project, later).size
    whole = build(project, replace(options, search=True))
    assert whole.size == without + whole.index.size > without
    assert build(project, later).size == whole.size


def test_a_disk_that_fails_while_a_preview_indexes_is_not_taken_for_damage(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cache stays; what failed is told by whoever asked."""

    def update(*_months: object, **_how: object) -> search.SearchReport:
        raise sqlite3.OperationalError("database or disk is full")

    report = paper.build()
    monkeypatch.setattr(search, "update", update)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        reindexed(paper, report)
    assert list((paper.root / ".banxin").glob("*.sqlite"))
