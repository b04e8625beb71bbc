"""What a damaged mark can't do, what is said of others' files, and that check says it too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from banxin.model.fingerprint import digest
from banxin.pipeline.build import check
from banxin.pipeline.output import record
from banxin.pipeline.output.staged_files import MARKER
from banxin.pipeline.project import Project
from tests.pipeline.output.test_ownership import DAYS, lose, made, refused, sprinkle
from tests.support.paper import Paper


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return made(tmp_path / "paper")


@pytest.mark.parametrize("path", ["a\0b", "../mine.txt", "a/../../mine.txt", "/mine.txt", "a//b"])
def test_a_path_in_the_mark_that_leads_elsewhere_is_none_of_ours(paper: Paper, path: str) -> None:
    paper.build()
    mine = paper.root / "mine.txt"
    mine.write_bytes(b"mine")
    with (paper.root / "output" / MARKER).open("a", encoding="utf-8") as mark:
        mark.write(f"{digest(b'mine')} {path}\n")
    lose(paper)
    paper.build()
    assert mine.read_bytes() == b"mine"
    assert path not in record.read(paper.root / "output").files


def test_what_is_not_ours_is_told_of_when_something_was_changed(paper: Paper) -> None:
    assert paper.build().foreign == ()
    sprinkle(paper.root / "output")
    (paper.root / "output/.nojekyll").touch()
    assert paper.build().foreign == ()
    paper.article(DAYS[1], 1, "改过。", aliases="/old/1.html")
    assert paper.build().foreign == ("CNAME", "google123.html", "my/")


def test_check_refuses_folders_as_a_build_does(paper: Paper) -> None:
    def codes(**asked: Any) -> list[str]:
        found = check(Project(paper.root), paper.options(**asked))
        return [p.code for p in found if p.severity == "error"]

    (paper.root / "output").mkdir()
    (paper.root / "output/mine.txt").write_bytes(b"mine")
    paper.article(DAYS[0], 1, "[看](没有.md)")
    assert codes() == [*refused(paper), "link-dead"]


def test_a_folder_that_is_refused_keeps_even_what_looks_like_ours(paper: Paper) -> None:
    staging = paper.root / "output/pagefind/.staging"
    staging.mkdir(parents=True)
    (paper.root / "output/mine.txt").write_bytes(b"mine")
    assert refused(paper, search=True) == ["output-not-ours"]
    assert staging.is_dir()
    assert not (paper.root / "output" / MARKER).exists()
