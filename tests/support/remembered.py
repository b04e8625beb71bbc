"""Three issues, and builds of them that remember the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content import scan
from banxin.content.scan import FolderState, IssueFolder
from banxin.pipeline.build import Report, build
from banxin.pipeline.incremental import file_state
from banxin.pipeline.incremental.state import IncrementalState
from banxin.pipeline.project import Project
from banxin.problems import Problems
from tests.support.paper import Paper, folder

DAYS = ("2023-12-31", "2024-01-01", "2024-01-02")
DAY = DAYS[1]
STORY = f"content/{folder(DAY)}/01-01-story.md"
PAGE = f"{DAY}/01/01/index.html"


@pytest.fixture(name="paper")
def three_issues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paper:
    """On a machine on which what was saved a moment ago is old."""
    monkeypatch.setattr(file_state, "UNSETTLED_NS", 0)
    paper = Paper(tmp_path)
    for number, day in enumerate(DAYS, 1):
        paper.issue(day, "第一段。", "第二段。", number=number)
    return paper


def rebuild(paper: Paper, state: IncrementalState, *changed: str, where: str = "output") -> Report:
    """A build that was told of ``changed``."""
    return build(Project(paper.root), paper.options(where), state=state.told(changed))


def is_as_clean(paper: Paper) -> bool:
    paper.build("clean")
    return paper.tree() == paper.tree("clean")


@pytest.fixture(name="folders_read")
def note_folders_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Issue folders as they are listed, from now on."""
    found: list[str] = []
    listed = scan._folder

    def note(
        root: Path, path: str, state: FolderState | None, inside: Path, problems: Problems
    ) -> IssueFolder:
        found.append(path.rpartition("/")[2])
        return listed(root, path, state, inside, problems)

    monkeypatch.setattr(scan, "_folder", note)
    return found
