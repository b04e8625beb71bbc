"""A site on a branch of its own: one commit without parents, made without a checkout."""

from __future__ import annotations

import os
import subprocess
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


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    folder = tmp_path / "origin.git"
    folder.mkdir()
    git(folder, "init", "-q", "--bare")
    git(folder, "config", "uploadpack.allowFilter", "true")
    return folder


def push(site: Path, origin: Path, memory: Path, **asked: bool) -> Pushed:
    target = DeployTarget("pages", git=str(origin))
    return push_site(
        target, site, root=site, memory=memory, paper="江城晨报", environ=NOBODY, **asked
    )


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
    git(work, "-c", "user.name=x", "-c", "user.email=x", "commit", "-qm", "x")
    git(work, "push", "-q", str(origin), "gh-pages")
    with pytest.raises(DeployFailed) as failed:
        push(site, origin, memory)
    assert [p.code for p in failed.value.problems] == ["deploy-branch-foreign"]
    assert files(origin) == {"a.md": b"work"}


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
        push(site, Path(url) if "//" not in url else url, memory)  # type: ignore[arg-type]
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
