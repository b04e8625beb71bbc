from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.build import open_run, prepare
from generator.draw import Task, UnitDrawn, damaged_outputs, draw, draw_unit, stale_jobs
from generator.fingerprint import digest
from generator.project import Project
from generator.store import Written
from generator.units import AssetsJob

from .paper import Paper, folder

DAY = "2024-01-02"


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    paper.issue(DAY, "一。", number=1)
    return paper


def drawn(paper: Paper, intact: dict[str, str] | None = None) -> UnitDrawn:
    with open_run(Project(paper.root), paper.options()) as run:
        plan = prepare(run)
        task = Task(plan.jobs[DAY], intact or {})
        return draw_unit(task, plan.desk, plan.painter, run.staging)


def test_a_unit_is_drawn_with_all_its_paths(paper):
    found = drawn(paper)
    assert set(found.paths) == {one.path for one in found.staged}
    assert f"{DAY}/01/01/index.html" in found.paths
    assert found.problems == ()


def test_what_lies_intact_is_not_drawn_again(paper):
    intact = {one.path: one.fingerprint for one in drawn(paper).staged}
    assert drawn(paper, intact).staged == ()
    assert len(drawn(paper, intact | {f"{DAY}/index.html": "another"}).staged) == 1


def test_another_process_draws_the_same(paper):
    with open_run(Project(paper.root), paper.options()) as run:
        plan = prepare(run)
        run.sources.commit()
        task = Task(plan.jobs[DAY], {})
        here = draw_unit(task, plan.desk, plan.painter, run.staging)
        there = draw(plan.studio, task)
    contents = [[(one.path, one.content) for one in found.staged] for found in (here, there)]
    assert contents[0] == contents[1]


def test_paths_that_an_editor_chose_come_with_the_file_that_chose_them(paper):
    file = paper.article(DAY, 1, "一。", aliases="/old.htm")
    assert drawn(paper).chosen == (("old.htm", file.relative_to(paper.root).as_posix()),)


def test_a_file_that_changed_between_two_looks_is_a_problem(paper, monkeypatch):
    paper.article(DAY, 1, "见[表](表.pdf)。")
    file = paper.write(f"{folder(DAY)}/表.pdf", "%PDF-1")
    read = Path.read_bytes
    looks = []

    def edited(path: Path) -> bytes:
        if path == file:
            looks.append(path)
        return read(path) + (b"changed" if len(looks) > 2 and path == file else b"")

    monkeypatch.setattr(Path, "read_bytes", edited)
    found = drawn(paper)
    assert [p.code for p in found.problems] == ["changed-while-read"]


def test_stale_is_what_is_new_changed_or_hurt_and_always_the_assets():
    jobs = {name: AssetsJob(name, "") for name in ("same", "changed", "new", "hurt")}
    wanted = dict.fromkeys(jobs, "now")
    known = {"same": "now", "changed": "then", "hurt": "now"}
    issue_jobs = {name: _NotAssets(name) for name in jobs}
    found = stale_jobs(issue_jobs, wanted, known, {"hurt"})  # type: ignore[arg-type]
    assert [job.unit for job in found] == ["changed", "new", "hurt"]
    assert len(stale_jobs(jobs, wanted, known, set())) == 4


class _NotAssets:
    def __init__(self, unit: str) -> None:
        self.unit = unit


# what lies on disk


def row(data: bytes, mtime: int) -> Written:
    return Written("unit", "f", len(data), mtime, digest(data))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "a.html"
    file.write_bytes(b"page")
    os.utime(file, ns=(10**18, 10**18))
    return file


def test_a_file_as_it_was_written_is_sound(page):
    assert damaged_outputs(page.parent, {"a.html": row(b"page", 10**18)}) == (set(), {})


def test_the_same_bytes_with_another_time_are_only_noted(page):
    damaged, mended = damaged_outputs(page.parent, {"a.html": row(b"page", 5)})
    assert damaged == set()
    assert mended["a.html"].mtime == 10**18


@pytest.mark.parametrize("written", [b"pag", b"gone", b"pagE"])
def test_other_bytes_are_damage(page, written):
    assert damaged_outputs(page.parent, {"a.html": row(written, 5)})[0] == {"a.html"}


def test_what_is_not_there_is_damage(page):
    outputs = {"b.html": row(b"page", 5), "a.html/index.html": row(b"page", 5)}
    assert damaged_outputs(page.parent, outputs)[0] == set(outputs)
