"""A site on a branch of its own: one commit without parents, made without a checkout."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from banxin.deploy.git_branch import Pushed, push_site
from banxin.deploy.refusals import DeployFailed
from banxin.model import DeployTarget
from tests.support.made_site import FIRST, SECOND, write_site

NOBODY = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *words: str) -> str:
    ran = subprocess.run(
        ["git", "-C", folder, "-c", "core.quotepath=false", *words],
        env=NOBODY,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def bare(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "-q", "--bare")
    git(folder, "config", "uploadpack.allowFilter", "true")
    return folder


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    return bare(tmp_path / "origin.git")


def push(
    site: Path,
    origin: Path | str,
    memory: Path,
    environ: Mapping[str, str] = NOBODY,
    *,
    dry_run: bool = False,
) -> Pushed:
    target = DeployTarget("pages", git=str(origin))
    return push_site(
        target,
        site,
        root=site,
        memory=memory,
        paper="江城晨报",
        environ=environ,
        dry_run=dry_run,
    )


def told(failed: pytest.ExceptionInfo[DeployFailed]) -> tuple[str, str]:
    (problem,) = failed.value.problems
    return problem.code, dict(problem.details).get("why", "")


def files(origin: Path) -> dict[str, bytes]:
    listed = git(origin, "ls-tree", "-r", "--name-only", "-z", "gh-pages").split("\0")
    show = ("git", "-C", str(origin), "cat-file", "blob")
    return {
        path: subprocess.run([*show, f"gh-pages:{path}"], capture_output=True, check=True).stdout
        for path in listed
        if path
    }


def test_the_branch_holds_the_site_byte_for_byte_in_one_commit(
    site: Path, origin: Path, memory: Path
) -> None:
    (site / "assets/dos.txt").write_bytes(b"a\r\nb\r\n")
    (site / ".gitattributes").write_text("* text=auto eol=lf\n")
    push(site, origin, memory)
    extra = {"assets/dos.txt": b"a\r\nb\r\n", ".gitattributes": b"* text=auto eol=lf\n"}
    assert files(origin) == {**FIRST, **extra, ".nojekyll": b""}
    for file in extra:
        (site / file).unlink()
    write_site(site, SECOND)
    push(site, origin, memory)
    assert files(origin) == {**SECOND, ".nojekyll": b""}
    assert git(origin, "rev-list", "--count", "gh-pages").strip() == "1"


def test_nothing_new_is_not_pushed(site: Path, origin: Path, memory: Path) -> None:
    first = push(site, origin, memory)
    again = push(site, origin, memory)
    assert (again.changed, again.commit) == (0, first.commit)


def test_from_another_computer_only_what_the_branch_lacks_is_pushed(
    site: Path, origin: Path, memory: Path
) -> None:
    push(site, origin, memory)
    write_site(site, SECOND)
    found = push(site, origin, memory.with_name("another computer"))
    assert found.changed == len({p for p in FIRST | SECOND if FIRST.get(p) != SECOND.get(p)})
    assert files(origin) == {**SECOND, ".nojekyll": b""}


def test_a_dry_run_pushes_nothing(site: Path, origin: Path, memory: Path) -> None:
    assert push(site, origin, memory, dry_run=True).changed == len(FIRST) + 1
    assert git(origin, "for-each-ref") == ""


def test_a_branch_of_somebody_s_work_is_left_alone(
    site: Path, origin: Path, memory: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    git(tmp_path, "init", "-q", "-b", "gh-pages", str(work))
    (work / "a.md").write_text("work")
    git(work, "add", "-A")
    for message in ("first", "second"):
        who = ("-c", "user.name=x", "-c", "user.email=x")
        git(work, *who, "commit", "--allow-empty", "-qm", message)
    git(work, "push", "-q", str(origin), "gh-pages")
    with pytest.raises(DeployFailed) as failed:
        push(site, origin, memory)
    assert [p.code for p in failed.value.problems] == ["deploy-branch-foreign"]
    assert files(origin) == {"a.md": b"work"}
    fetched = git(memory / "pages.git", "cat-file", "--batch-all-objects", "--batch-check")
    assert fetched.count(" commit ") == 1  # not all that was ever done there


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("nowhere.git", "deploy-place-missing"),
        ("https://no-such-host.invalid/a.git", "deploy-no-network"),
        ("http://127.0.0.1:9/a.git", "deploy-host-silent"),
    ],
)
def test_a_repository_that_cannot_be_reached_is_told_as_such(
    site: Path, memory: Path, url: str, code: str
) -> None:
    with pytest.raises(DeployFailed) as failed:
        push(site, url, memory)
    assert [p.code for p in failed.value.problems] == [code]


def test_a_server_that_refuses_is_told_as_such(site: Path, origin: Path, memory: Path) -> None:
    hook = origin / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho protected branch hook declined >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(DeployFailed) as failed:
        push(site, origin, memory)
    assert [p.code for p in failed.value.problems] == ["deploy-branch-refused"]


def test_a_remote_of_the_paper_s_own_repository_may_be_named(
    site: Path, origin: Path, memory: Path, tmp_path: Path
) -> None:
    root = tmp_path / "paper"
    git(tmp_path, "init", "-q", str(root))
    git(root, "remote", "add", "origin", str(origin))
    target = DeployTarget("pages", git="origin", branch="site")
    push_site(target, site, root=root, memory=memory, paper="报", environ=NOBODY)
    assert git(origin, "rev-list", "--count", "site").strip() == "1"


@pytest.mark.parametrize("address", ["https://example.org/a.git", "origin"])
def test_without_git_it_is_said_how_to_get_one(
    site: Path, memory: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where it was there the last time."""
    push(site, bare(tmp_path / "origin.git"), memory)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DeployFailed) as failed:
        push(site, address, memory, {**NOBODY, "PATH": str(tmp_path)})
    assert told(failed) == ("deploy-no-git", "")


def test_what_git_says_that_nobody_has_seen_yet_is_passed_on(
    site: Path, memory: Path, tmp_path: Path
) -> None:
    program = tmp_path / "bin/git"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'fatal: it rains' >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(DeployFailed) as failed:
        push(site, "https://example.org/a.git", memory, {**NOBODY, "PATH": str(program.parent)})
    assert told(failed) == ("deploy-failed", "fatal: it rains")


def empty(file: Path) -> None:
    file.chmod(0o644)
    file.write_bytes(b"")


@pytest.mark.parametrize("part", ["HEAD", "config", "index", "objects/*/*", "refs/banxin/*"])
def test_a_repository_in_the_cache_that_is_damaged_is_made_anew(
    site: Path, origin: Path, memory: Path, part: str
) -> None:
    push(site, origin, memory)
    for file in (memory / "pages.git").glob(part):
        empty(file)
    write_site(site, SECOND)
    push(site, origin, memory)
    assert files(origin) == {**SECOND, ".nojekyll": b""}


def test_one_whose_making_was_cut_is_made_anew(site: Path, origin: Path, memory: Path) -> None:
    (memory / "pages.git").mkdir(parents=True)
    (memory / "pages.git/HEAD").write_text("ref: refs/heads/main\n")
    push(site, origin, memory)
    assert files(origin) == {**FIRST, ".nojekyll": b""}
