"""On a day of mourning all pages of the day's issue are grey, and home while it is the newest."""

from __future__ import annotations

from pathlib import Path

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.project import Options
from tests.support.content_folder import FOLDER, ISSUE, ContentFolder
from tests.support.kinds_paper import DAY, write_kinds

OF_THE_DAY = ("index.html", f"{DAY}/index.html", f"{DAY}/02/index.html", f"{DAY}/02/01/index.html")
OTHERS = ("archive/index.html", "section/fukan/2026/index.html", "404.html")


def built(root: Path, theme: str, *, issue: str = "", paper: str = "") -> Path:
    project = write_kinds(root, theme)
    for file, line in ((f"issues/2026/{DAY}/issue.md", issue), ("paper.yml", paper)):
        path = root / "content" / file
        text = path.read_text("utf-8")
        path.write_text(
            text.replace("pages:", f"{line}\npages:") if issue and line else text + line
        )
    build(project, Options(root / "output", search=False))
    return root / "output"


def is_grey(site: Path, page: str) -> bool:
    body = (site / page).read_text("utf-8").partition("<body")[2].partition(">")[0]
    return "mourning" in body


@pytest.mark.parametrize("theme", ["broadsheet", "tabloid"])
def test_an_issue_that_mourns_is_grey_and_nothing_else(theme: str, tmp_path: Path) -> None:
    site = built(tmp_path, theme, issue="mourning: true")
    assert [page for page in (*OF_THE_DAY, *OTHERS) if is_grey(site, page)] == [*OF_THE_DAY]
    assert ".mourning{filter:grayscale(1);" in (site / "assets/kinds.css").read_text("utf-8")


@pytest.mark.parametrize("days", ["11-28", "[12-13, 2026-11-28]", "11月28日"])
def test_the_paper_may_list_days_of_mourning(days: str, tmp_path: Path) -> None:
    site = built(tmp_path, "broadsheet", paper=f"\nmourning: {days}\n")
    assert all(is_grey(site, page) for page in OF_THE_DAY)


@pytest.mark.parametrize("days", ["12-13", "2025-11-28"])
def test_other_days_are_as_ever(days: str, tmp_path: Path) -> None:
    site = built(tmp_path, "broadsheet", paper=f"\nmourning: {days}\n")
    assert not any(is_grey(site, page) for page in OF_THE_DAY)


def test_an_issue_s_own_word_counts(tmp_path: Path) -> None:
    content = ContentFolder(tmp_path)
    content.write(ISSUE, "---\nnumber: 1\nmourning: 否\npages: [{name: 要闻}]\n---\n")
    issue = content.issue(FOLDER)
    assert issue
    assert not issue.mourns(("04-01",))
