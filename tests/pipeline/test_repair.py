"""What a build refuses, survives and repairs: foreign folders, lost caches, damaged files."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from banxin.pipeline.background import CAN_FORK
from banxin.pipeline.build import check
from banxin.pipeline.context import open_context
from banxin.pipeline.output import staged_files
from banxin.pipeline.project import Project
from banxin.problems import BuildFailed
from tests.support.paper import Paper, folder
from tests.support.three_issues import DAYS, codes, three_issues


def test_a_folder_of_somebody_else_is_left_alone(paper: Paper) -> None:
    (paper.root / "output").mkdir()
    (paper.root / "output/mine.txt").write_text("mine")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert failed.value.problems[0].code == "output-not-ours"
    assert [p.name for p in (paper.root / "output").iterdir()] == ["mine.txt"]


paper = three_issues


def test_a_lost_cache_sweeps_only_what_is_no_longer_planned(paper: Paper) -> None:
    paper.build()
    shutil.rmtree(paper.root / ".banxin")
    shutil.rmtree(paper.root / "content" / folder("2024-01-02"))
    paper.build()
    paper.build("clean")
    assert paper.tree() == paper.tree("clean")


def test_a_damaged_cache_is_made_anew(paper: Paper) -> None:
    paper.build()
    for file in (paper.root / ".banxin").glob("*.sqlite*"):
        file.write_bytes(b"nonsense" * 500)
    paper.build()
    paper.build("clean")
    assert paper.tree() == paper.tree("clean")


def test_check_complains_like_build_and_writes_nothing(paper: Paper) -> None:
    paper.issue("2024-01-05", "一。", number=3)
    problems = check(Project(paper.root), paper.options())
    assert [p.code for p in problems] == ["number-twice"]
    assert not (paper.root / "output").exists()


@pytest.mark.skipif(not CAN_FORK, reason="no fork on this system")
def test_damage_is_mended_also_where_a_fork_looks_for_it(paper: Paper) -> None:
    paper.build()
    output, before = paper.root / "output", paper.tree()
    (output / "index.html").unlink()
    (output / f"{DAYS[0]}/index.html").write_text("damaged")
    os.utime(output / f"{DAYS[1]}/index.html")
    # in a process of its own: this one may have other threads, and isn't forked then
    code = (
        "import os; from pathlib import Path; from banxin.pipeline.output import comparison;"
        "from banxin.pipeline.build import build;"
        "from banxin.pipeline.project import Options, Project;"
        "fork, forks = os.fork, []; os.fork = lambda: forks.append(1) or fork();"
        f"comparison.WORTH_FORKING = 1; root = Path({str(paper.root)!r});"
        "asked = Project(root), Options(root / 'output', search=False, processes=2);"
        "print(sorted(build(*asked).drawn), build(*asked).drawn, len(forks))"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout == f"['{DAYS[0]}/index.html', 'index.html'] () 2\n"
    assert paper.tree() == before


def test_many_processes_write_the_same_bytes_as_one(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build("one", processes=1)
    monkeypatch.setattr("banxin.pipeline.incremental.loading.WORTH_SPREADING", 1)
    monkeypatch.setattr("banxin.pipeline.drawing.WORTH_SPREADING", 1)
    (paper.root / ".banxin/sources.sqlite").unlink()
    paper.build("many", processes=2)
    assert paper.tree("many") == paper.tree("one")


def test_a_build_that_is_turned_away_leaves_the_other_ones_work_alone(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.pipeline.incremental.database.OPENING", 0)
    with open_context(Project(paper.root), paper.options()) as run:
        staged_files.stage(run.staging, "a.html", b"")
        with pytest.raises(BuildFailed) as failed:
            paper.build()
        assert [p.code for p in failed.value.problems] == ["build-busy"]
        assert (run.staging / "a.html").exists()


@pytest.mark.parametrize("name", ["sources", "output"])
@pytest.mark.parametrize("page", range(1, 6))
def test_a_cache_that_is_damaged_inside_is_made_anew(paper: Paper, name: str, page: int) -> None:
    paper.build()
    (file,) = (paper.root / ".banxin").glob(f"{name}*.sqlite")
    with sqlite3.connect(file) as db:
        db.execute("pragma wal_checkpoint(truncate)")
    db.close()
    data = bytearray(file.read_bytes())
    data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    file.write_bytes(data)
    paper.issue("2024-01-03", "一。", number=4)
    paper.build()
    paper.build("clean")
    assert paper.tree() == paper.tree("clean")


def test_the_output_may_be_a_file_where_a_folder_belongs_and_the_other_way_round(
    paper: Paper,
) -> None:
    paper.build()
    before = paper.tree()
    shutil.rmtree(paper.root / "output/2024-01-02")
    (paper.root / "output/2024-01-02").write_text("oops")
    (paper.root / "output/index.html").unlink()
    (paper.root / "output/index.html").mkdir()
    paper.build()
    assert paper.tree() == before


@pytest.mark.parametrize(
    ("refused", "code"),
    [
        ("content/issues/2024/2024-01-02/01-01-story.md", "file-unreadable"),
        ("output/index.html", "write-failed"),
    ],
)
def test_what_the_disk_refuses_is_named_by_its_place_in_the_paper(
    paper: Paper, monkeypatch: pytest.MonkeyPatch, refused: str, code: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(paper.root / refused))

    monkeypatch.setattr("banxin.pipeline.build.plan_site", refuse)
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert codes(failed) == [f"{refused}: {code}"]


def test_an_old_address_that_is_another_ones_folder_is_refused(paper: Paper) -> None:
    paper.article("2024-01-02", 1, "一。", aliases="[/a.htm, /a.htm/b.htm]")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert codes(failed) == ["content/issues/2024/2024-01-02/01-01-story.md: path-twice"]


def test_a_cache_that_cannot_be_opened_is_a_problem_and_no_crash(paper: Paper) -> None:
    (paper.root / ".banxin/sources.sqlite").mkdir(parents=True)
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert codes(failed) == [".banxin: cache-failed"]


def test_tomorrows_issue_can_be_written_without_becoming_the_newest(paper: Paper) -> None:
    paper.build()
    before = paper.tree()
    paper.issue("2024-01-03", "一。", "二。", number=4)
    for n in (1, 2):
        paper.article("2024-01-03", n, "未定稿。", status="draft")
    paper.build()
    assert paper.tree() == before
    assert "2024-01-03/01/01/index.html" in paper.build("drafts", drafts=True).drawn
    paper.article("2024-01-03", 1, "定稿。")
    assert "2024-01-03/index.html" in paper.drawn()


def test_a_link_to_an_article_of_an_issue_in_the_making_is_one_to_a_draft(paper: Paper) -> None:
    paper.issue("2024-01-03", "一。", number=4)
    paper.article("2024-01-03", 1, "未定稿。", status="draft")
    paper.article("2024-01-02", 1, "[明天](../2024-01-03/01-01-story.md)")
    with pytest.raises(BuildFailed) as failed:
        paper.build()
    assert [c.rsplit(" ", 1)[1] for c in codes(failed)] == ["link-to-draft"]


def test_a_disk_that_fills_up_while_drawing_leaves_the_output_alone(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, path: str, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(folder / path))

    paper.build()
    before = paper.tree()
    paper.article("2024-01-02", 1, "改过。")
    with monkeypatch.context() as patch:
        patch.setattr(staged_files, "stage", full)
        with pytest.raises(BuildFailed) as failed:
            paper.build()
    assert [p.code for p in failed.value.problems] == ["write-failed"]
    assert paper.tree() == before
    paper.build()
    paper.build("clean")
    assert paper.tree() == paper.tree("clean")
