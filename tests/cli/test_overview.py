"""The last look: check and build end with the issue as a list."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.paths import PAPERS
from tests.support.terminal import Terminal

ISSUES = "content/issues/2026"


@pytest.fixture(name="paper")
def jiangcheng(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """江城晨报, whose newest issue is an extra of 2 January 2026."""
    shutil.copytree(PAPERS / "jiangcheng", tmp_path / "content")
    return Terminal(tmp_path, capsys)


def test_check_ends_with_the_newest_issue_page_by_page(paper: Terminal) -> None:
    said = paper("check")
    assert said.out.startswith(
        "没有发现问题。\n2026-01-02-2 这一期登 6 篇：\n  第1版（号外）：1 篇\n"
    )


def test_an_issue_can_be_looked_at_by_itself(paper: Terminal) -> None:
    said = paper("check", "--issue", "2026-01-02")
    assert "2026-01-02 这一期登 20 篇：" in said.out
    assert "还是草稿，不登：04-02-draft.md" in said.out
    assert "图片没有署名：03-01-ferries.md" in said.out


def test_mistakes_of_other_issues_are_counted_and_not_listed(paper: Terminal) -> None:
    other = paper.folder / ISSUES / "2026-01-01/06-02-chess.md"
    other.write_text("---\ntitle: 象棋\nbylin: 记者 甲\n---\n正文。\n", encoding="utf-8")
    said = paper("check", "--issue", "2026-01-02")
    assert said.code == 0
    assert "06-02-chess.md" not in said.err
    assert "还有 1 处" in said.err
    assert "2026-01-02 这一期登 20 篇" in said.out


def test_an_issue_with_mistakes_shows_these_and_no_list(paper: Terminal) -> None:
    own = paper.folder / ISSUES / "2026-01-02/01-02-cold.md"
    own.write_text("---\ntitle: 降温\nbylin: 记者 甲\n---\n正文。\n", encoding="utf-8")
    said = paper("check", "--issue", "2026-01-02")
    assert said.code == 1
    assert "01-02-cold.md:3:1" in said.err
    assert "这一期登" not in said.out


def test_an_issue_that_is_not_there_is_wrong_use(paper: Terminal) -> None:
    said = paper("check", "--issue", "2020-01-01")
    assert (said.code, "没有 2020-01-01 这一期。" in said.err) == (2, True)


def test_a_build_that_changed_something_ends_with_the_list(paper: Terminal) -> None:
    assert "2026-01-02-2 这一期登 6 篇" in paper("build", "--no-search").out
    assert "这一期登" not in paper("build", "--no-search").out


def test_a_story_that_was_put_in_twice_is_named(paper: Terminal) -> None:
    for name in ("01-18-a.md", "01-19-b.md"):
        text = "---\ntitle: 象棋\n---\n正文。\n"
        (paper.folder / ISSUES / "2026-01-02" / name).write_text(text, encoding="utf-8")
    said = paper("check", "--issue", "2026-01-02")
    assert "两篇内容相同：01-18-a.md 和 01-19-b.md" in said.out


def test_a_strip_between_two_pages_is_listed_by_its_name(paper: Terminal) -> None:
    issue = paper.folder / ISSUES / "2026-01-02/issue.md"
    text = issue.read_text("utf-8")
    assert "版名: 街巷" in text
    issue.write_text(
        text.replace("版名: 街巷\n", "版名: 街巷\n  - {版次: 1-4中缝, 版名: 便民}\n"), "utf-8"
    )
    assert "第1–4版中缝" in paper("check", "--issue", "2026-01-02").out
