"""What git remembers of published stories, in repositories as papers have them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from banxin.model.published import PublishedAddresses
from banxin.pipeline.published.git_history import from_git

FOLDER = "content/issues/2022/2022-04-01"
AT = "2022-04-01/01/"


class Repository:
    """Of one paper, which may lie in a folder of it; ``known`` is asked anew each time."""

    def __init__(self, top: Path, inside: str = "") -> None:
        self.top = top
        self.root = top / inside
        self.root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        self.write("issue.md", "")
        self.write("01-01-road.md", "道路")
        self.write("01-02-school.md", "学校")
        self.commit()

    def git(self, *words: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *words], cwd=self.top, check=True, capture_output=True)

    def write(self, name: str, subject: str, fields: str = "") -> None:
        file = self.root / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = f"昨天上午{subject}的事情有了新的进展，有关部门说明了{subject}的情况。"
        file.write_text(f"---\ntitle: {subject}新闻一条\n{fields}---\n{text}\n", "utf-8")

    def remove(self, name: str) -> None:
        (self.root / FOLDER / name).unlink()

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")

    def known(self) -> PublishedAddresses:
        return from_git(self.root, self.root / ".banxin")


@pytest.fixture(name="paper")
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path, "papers/bao")


def test_where_nothing_was_deleted_nothing_is_told(paper: Repository) -> None:
    assert paper.known() == {}


@pytest.mark.parametrize("inside", ["", "bao"])
def test_a_file_that_is_deleted_and_not_yet_committed_is_known(tmp_path: Path, inside: str) -> None:
    paper = Repository(tmp_path, inside)
    paper.remove("01-02-school.md")
    assert {a: one.title for a, one in paper.known().items()} == {f"{AT}02/": "学校新闻一条"}


def test_a_deletion_of_long_ago_is_known(paper: Repository) -> None:
    paper.remove("01-02-school.md")
    paper.commit()
    for _ in range(3):
        paper.commit()
    assert list(paper.known()) == [f"{AT}02/"]
    assert list(paper.known()) == [f"{AT}02/"]  # from what was kept of it
    paper.remove("01-01-road.md")
    paper.commit()
    assert sorted(paper.known()) == [f"{AT}01/", f"{AT}02/"]


def test_a_file_that_was_put_back_tells_of_itself_as_it_was(paper: Repository) -> None:
    paper.remove("01-02-school.md")
    paper.commit()
    paper.write("01-02-school.md", "学校")
    paper.commit()
    paper.commit()
    assert paper.known() == {}


def test_what_was_never_more_than_a_draft_was_not_published(paper: Repository) -> None:
    paper.write("01-03-draft.md", "草稿", "status: draft\n")
    paper.commit()
    paper.remove("01-03-draft.md")
    assert paper.known() == {}


def test_the_old_addresses_of_a_deleted_story_are_known_too(paper: Repository) -> None:
    paper.write("01-03-old.md", "旧闻", "aliases: [/html/a.htm]\n")
    paper.commit()
    paper.remove("01-03-old.md")
    assert sorted(paper.known()) == [f"{AT}03/", "html/a.htm"]


def test_a_file_that_changed_is_known_as_it_was(paper: Repository) -> None:
    before = paper.known()
    paper.write("01-02-school.md", "桥梁")
    assert before == {}
    assert paper.known()[f"{AT}02/"].title == "学校新闻一条"


def test_a_pull_request_needs_two_commits_and_no_more(paper: Repository, tmp_path: Path) -> None:
    """As a checkout on GitHub has it: a merge of the request into what is published."""
    paper.git("checkout", "-q", "-b", "request")
    paper.remove("01-01-road.md")
    paper.commit()
    paper.git("checkout", "-q", "main")
    paper.commit()
    paper.git("merge", "-q", "--no-ff", "request", "-m", "x")
    copy = tmp_path / "copy"
    url = f"file://{paper.top}"
    words = ["git", "clone", "-q", "--depth", "2", "--no-local", url, str(copy)]
    subprocess.run(words, check=True, capture_output=True)
    root = copy / paper.root.relative_to(paper.top)
    assert list(from_git(root, root / ".banxin")) == [f"{AT}01/"]


def test_what_came_and_went_before_it_was_pushed_is_nobodys_address(
    paper: Repository, tmp_path: Path
) -> None:
    subprocess.run(
        ["git", "clone", "-q", "--bare", str(paper.top), str(tmp_path / "remote.git")],
        check=True,
        capture_output=True,
    )
    paper.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    paper.git("fetch", "-q", "origin")
    paper.git("branch", "-q", "--set-upstream-to=origin/main")
    paper.write("01-03-new.md", "新闻")
    paper.commit()
    paper.remove("01-03-new.md")
    paper.commit()
    assert paper.known() == {}
    paper.remove("01-01-road.md")
    assert list(paper.known()) == [f"{AT}01/"]


def test_no_repository_and_an_empty_one_know_nothing(tmp_path: Path) -> None:
    assert from_git(tmp_path, tmp_path / ".banxin") == {}
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert from_git(tmp_path, tmp_path / ".banxin") == {}


def test_a_computer_without_git_knows_nothing(
    paper: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.remove("01-01-road.md")
    monkeypatch.setenv("PATH", "/nowhere")
    assert paper.known() == {}


def test_an_old_address_with_a_question_mark_is_no_file_of_the_site(paper: Repository) -> None:
    paper.write("01-03-old.md", "旧闻", "aliases: [/show.asp?id=7, /html/a.htm]\n")
    paper.commit()
    paper.remove("01-03-old.md")
    assert sorted(paper.known()) == [f"{AT}03/", "html/a.htm"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "没有字段\n".encode()])
def test_what_was_never_a_story_is_missed_by_nobody(paper: Repository, data: bytes) -> None:
    file = paper.root / FOLDER / "01-03-old.md"
    file.write_bytes(data)
    paper.commit()
    file.unlink()
    assert paper.known() == {}


def test_a_folder_of_another_repository_is_no_story(paper: Repository) -> None:
    """A submodule under a story's name, which git lists and has no content of."""
    commit, name = "0123456789" * 4, f"papers/bao/{FOLDER}/01-09-x.md"
    paper.git("update-index", "--add", "--cacheinfo", f"160000,{commit},{name}")
    paper.git("commit", "-qm", "x")
    paper.git("rm", "-q", "--cached", name)
    paper.git("commit", "-qm", "x")
    assert paper.known() == {}
