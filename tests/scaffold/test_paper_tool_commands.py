"""tools/paper.py of a new paper: what else it is asked, and what else goes wrong."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from banxin.scaffold.files.tools import paper as tool
from tests.support.paper_tool import git, published, write

BANXIN = tool.banxin


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ([], ("serve", "--drafts", "--open")),
        (["preview", "--port", "9000"], ("serve", "--drafts", "--open", "--port", "9000")),
        (["check", "--strict"], ("check", "--strict")),
    ],
)
def test_any_command_of_the_program_is_run_in_the_paper_s_folder(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], runs: tuple[str, ...]
) -> None:
    asked: list[object] = []

    def call(command: list[object], *, cwd: Path) -> int:
        asked.extend([*command[1:], cwd])
        return 3

    monkeypatch.setattr(tool, "banxin", BANXIN)
    monkeypatch.setattr(subprocess, "call", call)
    assert tool.main(typed) == 3
    assert asked == ["-m", "banxin", *runs, newsroom]


def test_without_git_it_is_said_how_to_get_one(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(newsroom))
    code, said = published(capfd)
    assert (code, "没有 git" in said) == (1, True)


@pytest.fixture
def hosted(newsroom: Path) -> Path:
    with (newsroom / "content/paper.yml").open("a", encoding="utf-8") as file:
        file.write("\ndeploy: {oss: {to: 'oss:bucket'}}\n")
    return newsroom


def test_a_paper_with_a_host_and_no_repository_elsewhere_is_sent_to_the_host(
    hosted: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, ...]] = []

    def banxin(*words: str) -> int:
        asked.append(words)
        return 0

    git(hosted, "init", "-q", "-b", "main")
    monkeypatch.setattr(tool, "banxin", banxin)
    assert published(capfd)[0] == 0
    assert asked == [("check", "--publish"), ("deploy",)]


def test_one_with_both_is_pushed_and_told_who_sends_it_to_the_host(
    hosted: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, said = published(capfd)
    assert (code, "已经推送" in said, "DEPLOY_TARGET" in said) == (0, True, True)


def test_what_git_does_not_take_is_said_and_nothing_is_published(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (newsroom / ".git/index.lock").touch()  # another git that is at work, or was killed
    code, said = published(capfd)
    assert (code, "index.lock" in said, "收不下改动，没有发布" in said) == (1, True, True)


def test_a_commit_that_is_refused_is_said_and_nothing_is_published(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    hook = newsroom / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho typos found >&2\nexit 1\n")
    hook.chmod(0o755)
    code, said = published(capfd)
    assert (code, "typos found" in said, "没有提交成，没有发布" in said) == (1, True, True)


def test_on_no_branch_nothing_is_published(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    published(capfd)
    git(newsroom, "checkout", "-q", "--detach")
    code, said = published(capfd)
    assert (code, "git switch main" in said) == (1, True)


def test_on_a_branch_of_one_s_own_it_is_said_that_the_site_is_made_of_another(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    git(newsroom, "checkout", "-q", "-b", "mine")
    code, said = published(capfd)
    assert (code, "现在在分支 mine 上。网站只从 main 发布" in said) == (0, True)


def colleague(newsroom: Path, origin: Path) -> None:
    """Pushes something before us."""
    git(newsroom.parent, "clone", "-q", str(origin), "other")
    write(newsroom.parent / "other", "他的。")
    git(newsroom.parent / "other", "commit", "-qam", "x")
    git(newsroom.parent / "other", "push", "-q")


def test_a_colleague_s_text_that_cannot_be_taken_over_is_explained(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    published(capfd)
    colleague(newsroom, origin)
    (newsroom / "content/contact.md").write_text("---\ntitle: 联系\n---\n电话。\n", "utf-8")
    hook = newsroom / ".git/hooks/pre-rebase"
    hook.write_text("#!/bin/sh\necho no rebase here >&2\nexit 1\n")
    hook.chmod(0o755)
    code, said = published(capfd)
    assert (code, "no rebase here" in said, tool.UNKNOWN in said) == (1, True, True)


def test_what_is_wrong_only_together_is_not_published(
    newsroom: Path,
    origin: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    published(capfd)
    colleague(newsroom, origin)
    (newsroom / "content/contact.md").write_text("---\ntitle: 联系\n---\n电话。\n", "utf-8")
    codes = iter((0, 1))
    monkeypatch.setattr(tool, "banxin", lambda *words: next(codes))
    code, said = published(capfd)
    assert (code, "稿件有错，没有发布" in said) == (1, True)
    assert "contact.md" not in git(origin, "ls-tree", "-r", "--name-only", "main")
