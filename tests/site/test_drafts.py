"""A draft says on the page that it is one; what is published says nothing of the kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.support.paths import PAPERS

MARK = "草稿，还没有登"


@pytest.fixture(name="project")
def jiangcheng(tmp_path: Path) -> Project:
    """江城晨报 of one day, which has a draft on page 4."""
    shutil.copytree(PAPERS / "jiangcheng", tmp_path / "content")
    for day in ("2025/2025-12-30", "2025/2025-12-31", "2026/2026-01-01", "2026/2026-01-02-2"):
        shutil.rmtree(tmp_path / "content/issues" / day)
    for broken in tmp_path.rglob("*.md"):  # links to the days that are gone
        text = broken.read_text("utf-8")
        if "](../" in text or "jump:" in text:
            broken.unlink()
    return Project(tmp_path)


@pytest.mark.parametrize("theme", ["broadsheet", "tabloid"])
def test_a_draft_is_marked_where_drafts_are_shown(project: Project, theme: str) -> None:
    paper = project.content / "paper.yml"
    lines = [
        n
        for n in paper.read_text("utf-8").splitlines()
        if not n.startswith(("parameters", "theme"))
    ]
    paper.write_text("\n".join((*lines, f"theme: {theme}", "")), "utf-8")
    build(project, Options(project.output, drafts=True, search=False))
    page, article = (
        project.output / "2026-01-02" / f for f in ("04/index.html", "04/02/index.html")
    )
    assert page.read_text("utf-8").count(MARK) == 1
    assert article.read_text("utf-8").count(MARK) == 1
    other = project.output / "2026-01-02/04/01/index.html"
    assert MARK not in other.read_text("utf-8")


def test_nothing_is_marked_in_what_is_published(project: Project) -> None:
    build(project, Options(project.output, search=False))
    assert not any(MARK in file.read_text("utf-8") for file in project.output.rglob("*.html"))
