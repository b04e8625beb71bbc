from __future__ import annotations

from pathlib import Path

import pytest

from banxin.content.scan import FileEntry, scan_issues
from banxin.problems import Problems


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content/issues/2022/2022-04-01"
    folder.mkdir(parents=True)
    (folder / "issue.md").write_text("---\n---\n")
    return tmp_path


def look(root: Path) -> tuple[list[str], list[str]]:
    problems = Problems()
    found = [f"{f.path}/{file.name}" for f in scan_issues(root, problems) for file in f.files]
    return found, [f"{p.place}: {p.code}" for p in problems]


ISSUE = "content/issues/2022/2022-04-01"


def test_a_folder_comes_with_its_files_sizes_and_times(root: Path) -> None:
    (folder,) = scan_issues(root, Problems())
    stat = (root / ISSUE / "issue.md").stat()
    assert folder.path == ISSUE
    assert folder.files == (FileEntry.of("issue.md", stat),)
    assert folder.files[0].size == 8


@pytest.mark.parametrize(
    "name", [".DS_Store", "a.md~", "#a.md#", ".a.md.swp", "Thumbs.db", "a.tmp"]
)
def test_what_editors_leave_behind_is_passed_over(root: Path, name: str) -> None:
    (root / ISSUE / name).touch()
    assert look(root) == ([f"{ISSUE}/issue.md"], [])


@pytest.mark.parametrize("place", ["content/issues/a.md", "content/issues/2022/a.md"])
def test_an_article_outside_an_issue_is_a_problem_not_lost_silently(root: Path, place: str) -> None:
    (root / place).touch()
    assert look(root)[1] == [f"{place}: stray-file"]


def test_a_folder_within_an_issue_is_warned_about(root: Path) -> None:
    (root / ISSUE / "pictures").mkdir()
    assert look(root)[1] == [f"{ISSUE}/pictures: folder-in-issue"]


def test_a_symbolic_link_out_of_the_content_is_refused(root: Path) -> None:
    (root / "secret.txt").write_text("secret")
    (root / ISSUE / "a.jpg").symlink_to(root / "secret.txt")
    assert look(root)[1] == [f"{ISSUE}/a.jpg: symlink-outside"]


def test_a_symbolic_link_within_the_content_is_followed(root: Path) -> None:
    (root / ISSUE / "b.md").symlink_to(root / ISSUE / "issue.md")
    assert f"{ISSUE}/b.md" in look(root)[0]


def test_a_symbolic_link_to_nothing_is_a_problem(root: Path) -> None:
    (root / ISSUE / "a.jpg").symlink_to(root / "nowhere")
    assert look(root)[1] == [f"{ISSUE}/a.jpg: symlink-broken"]


def test_a_linked_issue_folder_outside_is_refused(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (root / "content/issues/2022/2022-04-02").symlink_to(elsewhere)
    assert "content/issues/2022/2022-04-02: symlink-outside" in look(root)[1]


def test_no_issues_folder_means_no_issues(tmp_path: Path) -> None:
    assert look(tmp_path) == ([], [])


def test_links_that_form_a_circle_are_broken(root: Path) -> None:
    (root / ISSUE / "a.md").symlink_to("b.md")
    (root / ISSUE / "b.md").symlink_to("a.md")
    assert look(root)[1] == [f"{ISSUE}/a.md: symlink-broken", f"{ISSUE}/b.md: symlink-broken"]


def test_articles_that_nothing_reads_are_said(root: Path) -> None:
    for name in ("2022-05-01/01-01-a.md", "Issues/2022/b.md", ".git/c.md", "2022-05-01/~d.md"):
        file = root / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (root / "content/about.md").touch()
    assert look(root)[1] == [
        "content/2022-05-01/01-01-a.md: stray-file",
        "content/Issues/2022/b.md: stray-file",
    ]


def test_a_folder_that_cannot_be_read_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", refuse)
    assert look(root)[1] == ["content: folder-unreadable", "content/issues: folder-unreadable"]


def test_a_known_folder_is_given_again_until_a_name_in_it_changes(root: Path) -> None:
    (first,) = scan_issues(root, Problems())
    known = {ISSUE: first}
    (second,) = scan_issues(root, Problems(), known)
    assert second is first
    (root / ISSUE / "a.png").touch()
    (third,) = scan_issues(root, Problems(), known)
    assert [file.name for file in third.files] == ["a.png", "issue.md"]


@pytest.mark.parametrize("linked", ["content/issues", "content/issues/2022", ISSUE])
def test_a_folder_behind_a_link_is_never_known(root: Path, linked: str) -> None:
    path = root / linked
    target = root / "content" / "elsewhere"
    path.rename(target)
    path.symlink_to(target)
    assert [folder.state for folder in scan_issues(root, Problems())] == [None]
