"""``banxin new``: days that can be, how issues are counted by the year, and where extras stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.terminal import Terminal, tree, write

LAST = "---\nnumber: 3547\nyear_number: 91\npages: [{name: 要闻}]\n---\n"


@pytest.fixture
def paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    write(tmp_path, "content/paper.yml", "name: 江城日报\n")
    write(tmp_path, "content/issues/2022/2022-04-01/issue.md", LAST)
    return Terminal(tmp_path, capsys)


@pytest.mark.parametrize("day", ["9999-12-31", "3000-01-01", "1599-12-31", "0001-01-01"])
def test_an_issue_that_check_would_refuse_is_not_begun(paper: Terminal, day: str) -> None:
    before = tree(paper.folder)
    said = paper("new", "issue", day)
    assert said.code == 2
    assert "年份从 1600 到 2999" in said.err
    assert tree(paper.folder) == before


@pytest.mark.parametrize("last", ["9999-12-31", "2999-12-31"])
def test_a_folder_beyond_all_years_is_followed_by_no_day(paper: Terminal, last: str) -> None:
    write(paper.folder, f"content/issues/{last[:4]}/{last}/issue.md", "---\n---\n")
    said = paper("new", "issue")
    assert said.code == (2 if last < "3000" else 0)
    assert not (paper.folder / "content/issues/3000").exists()


@pytest.mark.parametrize(("day", "follows"), [("2022-04-02", 92), ("2023-01-01", 1)])
def test_a_paper_that_counts_by_the_year_begins_anew_with_it(
    paper: Terminal, day: str, follows: int
) -> None:
    paper("new", "issue", day)
    made = paper.folder / f"content/issues/{day[:4]}/{day}/issue.md"
    assert f"\nyear_number: {follows}\n" in made.read_text("utf-8")


def test_a_new_article_goes_into_an_extra_only_where_that_is_named(paper: Terminal) -> None:
    paper("new", "issue", "2022-04-01-2")
    assert "2022-04-01/01-01.md" in paper("new", "article", "--page", "1").out
    named = paper("new", "article", "--page", "1", "--issue", "2022-04-01-2")
    assert "2022-04-01-2/01-01.md" in named.out


def test_where_all_are_extras_a_new_article_goes_into_the_latest(
    tmp_path: Path, paper: Terminal
) -> None:
    (tmp_path / "content/issues/2022/2022-04-01").rename(
        tmp_path / "content/issues/2022/2022-04-01-2"
    )
    assert "2022-04-01-2/01-01.md" in paper("new", "article", "--page", "1").out
