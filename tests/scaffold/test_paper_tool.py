"""tools/paper.py of a new paper: it publishes, or says what to do."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from banxin.scaffold.files.tools import paper as tool
from tests.support.paper_tool import EMAILS, NAMES, STORY, git, published, run, write


@pytest.fixture
def strict_newsroom(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, and it finds what it finds."""
    command = (sys.executable, "-m", "banxin")
    call = partial(subprocess.call, cwd=newsroom)
    monkeypatch.setattr(tool, "banxin", lambda *words: call([*command, *words]))
    return newsroom


def test_what_is_published_is_checked_committed_and_pushed(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert published(capfd)[0] == 0
    write(newsroom, "新的。")
    code, said = published(capfd)
    assert (code, "已经推送" in said) == (0, True)
    assert "新的。" in git(origin, "show", f"main:{STORY}")
    code, said = published(capfd)
    assert (code, "没有新的改动" in said) == (0, True)


def test_a_paper_with_mistakes_is_not_published(
    strict_newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    newsroom = strict_newsroom
    (newsroom / STORY).write_text("---\ntitel: 关于\n---\n正文。\n", "utf-8")
    code, said = published(capfd)
    assert (code, "稿件有错，没有发布" in said) == (1, True)
    assert run(newsroom, "git", "log").returncode != 0


def test_the_text_of_a_colleague_who_was_first_is_taken_over(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    published(capfd)
    other = newsroom.parent / "other"
    git(newsroom.parent, "clone", "-q", str(origin), "other")
    (other / "content/contact.md").write_text("---\ntitle: 联系\n---\n电话。\n", "utf-8")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "x")
    git(other, "push", "-q")
    write(newsroom, "我的。")
    code, said = published(capfd)
    assert (code, "别人先推送了" in said) == (0, True)
    assert (newsroom / "content/contact.md").is_file()
    assert "我的。" in git(origin, "show", f"main:{STORY}")


def test_two_who_changed_one_place_are_told_which_file(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    published(capfd)
    git(newsroom.parent, "clone", "-q", str(origin), "other")
    other = newsroom.parent / "other"
    write(other, "他的。")
    git(other, "commit", "-qam", "x")
    git(other, "push", "-q")
    write(newsroom, "我的。")
    code, said = published(capfd)
    assert (code, STORY in said, "别人和你改了同一处" in said) == (1, True, True)
    assert "我的。" in (newsroom / STORY).read_text("utf-8")
    assert git(newsroom, "status", "--porcelain") == ""
    assert tool.main(["publish"]) == 1  # and once more: nothing is half done


def test_a_merge_that_was_left_half_done_is_named(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    published(capfd)
    head = git(newsroom, "rev-parse", "HEAD")
    (newsroom / ".git/MERGE_HEAD").write_text(head)
    code, said = published(capfd)
    assert (code, "git merge --abort" in said) == (1, True)


def test_a_folder_that_git_does_not_know_is_told_where_to_read(
    newsroom: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, said = published(capfd)
    assert (code, "第一次发布" in said) == (1, True)


def test_a_paper_with_nowhere_to_go_is_committed_all_the_same(
    newsroom: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    git(newsroom, "init", "-q", "-b", "main")
    code, said = published(capfd)
    assert (code, "没有远程仓库" in said) == (1, True)
    assert git(newsroom, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://no-such-host.invalid/a.git", "连不上远程仓库"),
        ("http://127.0.0.1:9/a.git", "连不上远程仓库"),
        ("nowhere.git", "找不到远程仓库"),
    ],
)
def test_a_push_that_fails_is_explained_and_nothing_is_lost(
    newsroom: Path, origin: Path, url: str, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    git(newsroom, "remote", "set-url", "origin", url)
    code, said = published(capfd)
    assert (code, told in said) == (1, True)
    assert git(newsroom, "status", "--porcelain") == ""


def test_a_server_that_refuses_a_push_is_quoted_and_explained(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    hook = origin / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho GH001: Large files detected >&2\nexit 1\n")
    hook.chmod(0o755)
    code, said = published(capfd)
    assert (code, "GH001" in said, "最多 100 MB" in said) == (1, True, True)


def test_an_editor_whom_git_does_not_know_is_told_how_to_say_a_name(
    newsroom: Path, origin: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*NAMES, *EMAILS):
        monkeypatch.delenv(name)
    git(newsroom, "config", "user.useConfigOnly", "true")
    code, said = published(capfd)
    assert (code, "git config --global user.name" in said) == (1, True)
