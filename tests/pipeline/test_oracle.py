"""The proofs that no page is ever stale: cut builds heal, and incremental equals clean."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.cut_publishing import cut_publishing
from tests.support.editor import Editor, failed_with
from tests.support.paper import Paper, folder

DAYS = ("2023-12-31", "2024-01-01", "2024-01-02")


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    for number, day in enumerate(DAYS, 1):
        paper.issue(day, "第一段。", "第二段。", number=number)
    return paper


class Cut(Exception):
    pass


@pytest.mark.parametrize("survives", range(14))
def test_a_build_cut_short_while_publishing_heals_itself(paper: Paper, survives: int) -> None:
    paper.build()
    paper.issue("2024-01-03", "一。", "二。", number=4)
    with cut_publishing(survives, Cut), pytest.raises(Cut):
        paper.build()
    if survives % 3:  # the editor takes back what was half published
        shutil.rmtree(paper.root / "content" / folder("2024-01-03"))
    paper.build()
    paper.build("clean")
    assert paper.tree() == paper.tree("clean")


@pytest.mark.parametrize("seed", range(15))
def test_incremental_equals_clean_after_any_edits(paper: Paper, seed: int) -> None:
    """The oracle: whatever is edited, the incremental output is the clean one."""
    editor = Editor(paper, seed)
    good = 0
    for step in range(8):
        editor.edit(step)
        problems = failed_with(paper, "output")
        assert failed_with(paper, f"clean{step}") == problems
        if not problems:
            good += 1
            assert paper.tree() == paper.tree(f"clean{step}")
    assert good, "an oracle that never built proves nothing"
