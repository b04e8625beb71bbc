"""Index, pictures and pages pass one last gate: all are published, or nothing is touched."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from banxin.pipeline.output import size_budget, staged_files
from banxin.problems import BuildFailed
from tests.attack.papers import DAYS, attacked_paper
from tests.support.paper import Paper, folder
from tests.support.terminal import Terminal


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """With an index, and its pictures elsewhere."""
    paper = attacked_paper(tmp_path)
    file = paper.root / "content/paper.yml"
    file.write_text(file.read_text("utf-8") + "media_base: https://media.example.org/\n", "utf-8")
    return paper


def all_files(paper: Paper) -> dict[str, bytes]:
    """What readers get: pages, index and pictures."""
    found = paper.tree() | {f"media/{p}": data for p, data in paper.tree("output-media").items()}
    return {p: data for p, data in found.items() if ".banxin" not in p}


def edited(paper: Paper) -> None:
    """Another text, which the index knows; one picture less, and a new one."""
    here = paper.root / "content" / folder(DAYS[1])
    here.joinpath("p.png").rename(here / "q.png")
    data = here.joinpath("q.png").read_bytes()
    (here / "q.png").write_bytes(data + b"another")
    paper.article(DAYS[1], 1, "改过。![图](q.png)")
    (here / "01-02-story.md").unlink()


def refused(build: Callable[[], object]) -> BuildFailed:
    with pytest.raises(BuildFailed) as failed:
        build()
    return failed.value


@pytest.mark.parametrize("search", [True, False])
def test_a_late_warning_of_a_strict_build_leaves_everything_as_it_was(
    paper: Paper, monkeypatch: pytest.MonkeyPatch, search: bool
) -> None:
    paper.build(search=True)
    before = all_files(paper)
    edited(paper)
    monkeypatch.setattr(size_budget, "LIMIT", 1000)
    failed = refused(lambda: paper.build(search=search, strict=True))
    assert [p.code for p in failed.problems] == ["site-large"]
    assert all_files(paper) == before
    assert not failed.changed


def test_a_disk_that_is_full_when_the_pages_come_leaves_everything_as_it_was(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build(search=True)
    before = all_files(paper)
    edited(paper)
    rename = staged_files._rename

    def full(staged: Path, incoming: Path) -> None:
        if incoming.parent.name == "output":
            raise OSError(errno.ENOSPC, "No space left on device", str(incoming))
        rename(staged, incoming)

    with monkeypatch.context() as patch:
        patch.setattr(staged_files, "_rename", full)
        failed = refused(lambda: paper.build(search=True))
    assert [p.code for p in failed.problems] == ["write-failed"]
    assert all_files(paper) == before
    assert not failed.changed
    whole(paper)


def test_an_output_that_cannot_be_written_to_costs_no_picture(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build()
    before = all_files(paper)
    edited(paper)
    locked, access = paper.root / "output" / DAYS[1], os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != str(locked) and access(path, mode))
    failed = refused(paper.build)
    assert {(p.code, p.place.file) for p in failed.problems} == {("write-failed", str(locked))}
    assert all_files(paper) == before


def test_a_build_that_is_stopped_half_way_says_so_and_the_next_one_finishes(
    paper: Paper, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.build(search=True)
    edited(paper)
    publish, done = staged_files.publish, list[str]()

    def locked(staged: str, output: str, path: str, place: str = "") -> None:
        if done:
            raise PermissionError(errno.EACCES, "Permission denied", f"{output}/{path}")
        done.append(path)
        publish(staged, output, path, place)

    with monkeypatch.context() as patch:
        patch.setattr(staged_files, "publish", locked)
        said = Terminal(paper.root, capsys)("build")
    assert said.code == 1
    assert "publish-cut" in said.err
    assert "有一部分已经换成新的" in said.err
    assert "什么也没有改动" not in said.err
    whole(paper)


def test_what_cannot_be_written_is_known_by_its_path_in_the_site(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, path: str, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", f"{folder}/{path}")

    monkeypatch.setattr(staged_files, "stage", full)
    (problem,) = refused(paper.build).problems
    assert problem.place.file.startswith("output/")


def test_a_first_build_that_fails_leaves_no_folder(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(size_budget, "LIMIT", 1000)
    refused(lambda: paper.build(search=True, strict=True))
    assert sorted(p.name for p in paper.root.iterdir()) == [".banxin", "content", "themes"]


def whole(paper: Paper) -> None:
    """The next build makes of it what a clean one makes."""
    paper.build(search=True)
    found = all_files(paper)
    shutil.rmtree(paper.root / "output")
    shutil.rmtree(paper.root / "output-media")
    shutil.rmtree(paper.root / ".banxin")
    paper.build(search=True)
    assert found == all_files(paper)
