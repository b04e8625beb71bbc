from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from banxin.pipeline.context import open_context
from banxin.pipeline.incremental.published import PublishedFile
from banxin.pipeline.incremental.store import IssueStore
from banxin.pipeline.jobs import AssetsJob, YearJob
from banxin.pipeline.planning import plan_site
from banxin.pipeline.project import Project
from banxin.pipeline.worker import JobResult, Task, decoded, draw_unit, drawing, stale_jobs
from tests.support.content_folder import picture
from tests.support.paper import Paper, folder

DAY = "2024-01-02"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue(DAY, "一。", number=1)
    return paper


def drawn(paper: Paper, intact: dict[str, PublishedFile] | None = None) -> JobResult:
    with open_context(Project(paper.root), paper.options()) as run:
        plan = plan_site(run)
        task = Task(plan.jobs[DAY], intact or {})
        return draw_unit(task, plan.planner, plan.renderer, run.staging)


def test_a_unit_is_drawn_with_all_its_paths(paper: Paper) -> None:
    found = drawn(paper)
    assert found.staged == {path: path for path in found.files}
    assert f"{DAY}/01/01/index.html" in found.files
    assert found.problems == ()


def test_what_comes_out_as_it_lies_on_disk_is_not_put_out_again(paper: Paper) -> None:
    intact = dict(drawn(paper).files)
    home = f"{DAY}/index.html"
    assert drawn(paper, intact) == JobResult(DAY, intact, {})
    assert drawn(paper, intact | {home: PublishedFile(1, 2, "another")}).staged == {
        home: f".replacing/{DAY}/0"
    }
    assert drawn(paper, {p: f for p, f in intact.items() if p != home}).staged == {home: home}


def test_another_process_draws_the_same(paper: Paper) -> None:
    with open_context(Project(paper.root), paper.options()) as run:
        plan = plan_site(run)
        run.sources.commit()
        task = Task(plan.jobs[DAY], {})
        here = draw_unit(task, plan.planner, plan.renderer, run.staging)
        with drawing(plan.worker_context) as draw:
            there = decoded(draw(task))
    contents = [[(p, file.content) for p, file in one.files.items()] for one in (here, there)]
    assert contents[0] == contents[1]


def test_a_build_without_other_processes_closes_what_it_drew_with(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    class Watched(IssueStore):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            opened.append(self.db)

    monkeypatch.setattr("banxin.pipeline.worker.IssueStore", Watched)
    monkeypatch.setattr("banxin.pipeline.drawing.WORTH_SPREADING", 1)
    paper.build(processes=1)
    assert opened
    for db in opened:
        with pytest.raises(sqlite3.ProgrammingError):
            db.execute("select 1")


def test_paths_that_an_editor_chose_come_with_the_file_that_chose_them(paper: Paper) -> None:
    file = paper.article(DAY, 1, "一。", aliases="/old.htm")
    assert drawn(paper).chosen == (("old.htm", file.relative_to(paper.root).as_posix()),)


def test_stale_is_what_is_new_or_changed_and_always_the_assets() -> None:
    jobs = {name: AssetsJob(name, "") for name in ("same", "changed", "new")}
    wanted = dict.fromkeys(jobs, "now")
    known = {"same": "now", "changed": "then"}
    years = {name: YearJob(name, "", 2024, (), (), None, None) for name in jobs}
    found = stale_jobs(years, wanted, known)
    assert [job.job_id for job in found] == ["changed", "new"]
    assert len(stale_jobs(jobs, wanted, known)) == 3


def test_where_pictures_may_wait_none_is_made(paper: Paper) -> None:
    file = paper.root / "content" / folder(DAY) / "road.jpg"
    file.write_bytes(picture())
    paper.article(DAY, 1, "一。", photos="[{file: road.jpg, caption: 路}]")
    with open_context(Project(paper.root), paper.options(defers=True)) as run:
        plan = plan_site(run)
        task = Task(plan.jobs[DAY], {})
        found = draw_unit(task, plan.planner, plan.renderer, run.staging)
    assert {picture.file for picture in found.deferred} == {file.as_posix()}
    assert not list((paper.root / ".banxin").glob("pictures/*/*/*/*"))
