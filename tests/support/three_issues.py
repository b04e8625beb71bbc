"""A paper of three issues over a year's edge, and what a build of it is refused for."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.problems import BuildFailed
from tests.support.paper import Paper

DAYS = ("2023-12-31", "2024-01-01", "2024-01-02")


@pytest.fixture(name="paper")
def three_issues(tmp_path: Path) -> Paper:
    paper = Paper(tmp_path)
    for number, day in enumerate(DAYS, 1):
        paper.issue(day, "第一段。", "第二段。", number=number)
    return paper


def codes(failed: pytest.ExceptionInfo[BuildFailed]) -> list[str]:
    return [f"{p.place}: {p.code}" for p in failed.value.problems if p.severity == "error"]
