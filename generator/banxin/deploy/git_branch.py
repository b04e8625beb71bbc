"""A site as one commit without parents on a branch of its own, made without a checkout.

The repository it is made in lies in the cache: its index remembers how each file looked, so that
only what changed is read again, and only what the other side lacks is pushed. It is a help and no
more: where git can't go on with it, and that isn't the host's doing, it is made anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import msgspec

from banxin.deploy.refusals import DeployFailed, shown
from banxin.model import DeployTarget
from banxin.problems import Place, error

MARK = "Banxin-Site"  # in the message of our commits: on such a branch nothing else lies
REMOTE = "site"
_NONE = "0" * 40
_ASK_THE_HOST = ("ls-remote", "fetch", "push")
# a computer that has never sent the site needn't fetch it to send what changed
_WITHOUT_FILES = (("promisor", "true"), ("partialclonefilter", "blob:none"))
_IGNORED = ".banxin*\n.gitkeep\n.DS_Store\n"
_AUTHOR = {
    "GIT_AUTHOR_NAME": "banxin deploy",
    "GIT_AUTHOR_EMAIL": "banxin@localhost",
    "GIT_COMMITTER_NAME": "banxin deploy",
    "GIT_COMMITTER_EMAIL": "banxin@localhost",
}
_KNOWN = (
    (
        "deploy-credentials",
        "authentication failed|could not read (?:username|password)|permission denied|publickey"
        "|error: 403|error: 401|terminal prompts disabled|access denied",
    ),
    ("deploy-slow", "timed out|timeout"),
    (
        "deploy-no-network",
        "could not resolve|network is unreachable|unable to look up|no route to host",
    ),
    ("deploy-host-silent", "connect|early eof|hung up|connection"),
    ("deploy-place-missing", "not found|does not appear to be a git|does not exist"),
    ("deploy-full", "no space left|disk quota|large file|exceeds|size limit|gh001"),
    ("deploy-branch-refused", "protected|declined|hook|gh006|gh013"),
    ("deploy-busy-branch", r"stale info|fetch first|non-fast-forward|\[rejected\]|cannot lock ref"),
)


class Pushed(msgspec.Struct, frozen=True):
    """``changed``: files that differ from the last commit there; ``files``: all of them."""

    commit: str
    files: int
    changed: int


def push_site(
    target: DeployTarget,
    folder: Path,
    *,
    root: Path,
    memory: Path,
    paper: str,
    environ: Mapping[str, str],
    dry_run: bool = False,
) -> Pushed:
    """Raises DeployFailed. ``root``: the paper's folder, whose remotes may be named."""
    git = _Git(target, folder, memory / f"{target.name}.git", environ)
    if git.repository.exists():
        with suppress(_GitFailed):
            return _pushed(git, root, paper, dry_run=dry_run)
        git.forget()
    try:
        return _pushed(git, root, paper, dry_run=dry_run)
    except _GitFailed as failed:
        said = str(failed)
        git.fail(_known(said) or "deploy-failed", why=shown(said, environ))


def _pushed(git: _Git, root: Path, paper: str, *, dry_run: bool) -> Pushed:
    """Raises DeployFailed and _GitFailed."""
    target = git.target
    git.prepare(root)
    there = git.tip()
    if there != _NONE and not git.is_ours(there):
        git.fail("deploy-branch-foreign", branch=target.branch)
    tree = git.tree()
    changed = git.changes(there, tree)
    files = git.run("ls-files", "--cached").count("\n")
    if dry_run or not changed:
        return Pushed(there, files, changed)
    message = f"{paper}\n\n{MARK}: {target.name}\n"
    commit = git.run("commit-tree", tree, stdin=message).strip()
    branch = f"refs/heads/{target.branch}"
    lease = f"--force-with-lease={branch}:{'' if there == _NONE else there}"
    git.run("push", "--quiet", lease, REMOTE, f"{commit}:{branch}")
    # what the next push may leave out
    if git.ran("update-ref", git.pushed, commit).returncode:
        git.forget()
    return Pushed(commit, files, changed)


class _GitFailed(Exception):
    """What git said when it couldn't go on, and why isn't known, or isn't the host's doing."""


class _Git:
    """git on the repository in the cache, with the site for its working copy."""

    def __init__(
        self, target: DeployTarget, folder: Path, repository: Path, environ: Mapping[str, str]
    ) -> None:
        self.target, self.folder, self.repository = target, folder, repository
        self.environ = environ
        self.pushed = f"refs/banxin/{target.name}"

    def prepare(self, root: Path) -> None:
        """Raises _GitFailed."""
        if not (self.repository / "HEAD").is_file():
            self.repository.mkdir(parents=True, exist_ok=True)
            self.run("init", "--quiet", "--bare")
        info = self.repository / "info"
        info.mkdir(exist_ok=True)
        (info / "exclude").write_text(_IGNORED, "utf-8")
        # bytes as they are, whatever .gitattributes or the user's settings want
        (info / "attributes").write_text("* -text -filter -ident -working-tree-encoding\n", "utf-8")
        (self.repository / "index.lock").unlink(missing_ok=True)  # of a deploy that was cut
        for name, value in (("url", self._address(root)), *_WITHOUT_FILES):
            self.run("config", f"remote.{REMOTE}.{name}", value)

    def forget(self) -> None:
        shutil.rmtree(self.repository, ignore_errors=True)

    def _address(self, root: Path) -> str:
        """Where to push: a remote of the paper's own repository by its name, else as given."""
        given = self.target.git
        if not re.fullmatch(r"[\w.-]+", given):
            return given
        asked = self._git("-C", str(root.absolute()), "remote", "get-url", "--push", given)
        return asked.stdout.strip() if asked.returncode == 0 else given

    def tip(self) -> str:
        """The commit at the branch, zeros if there is no such branch."""
        found = self.run("ls-remote", "--heads", REMOTE, f"refs/heads/{self.target.branch}")
        return found.split("\t")[0] if found.strip() else _NONE

    def is_ours(self, commit: str) -> bool:
        """Fetches it, without its files and what was before it, if it isn't ours from here."""
        if self.ran("rev-parse", self.pushed).stdout.strip() != commit:
            branch = f"refs/heads/{self.target.branch}"
            fetch = ("fetch", "--quiet", "--depth=1", "--no-tags", "--filter=blob:none")
            self.run(*fetch, REMOTE, branch)
        return f"\n{MARK}: " in self.run("cat-file", "commit", commit)

    def tree(self) -> str:
        """Of the folder as it is now."""
        self.run("add", "--all", ".")
        empty = self.run("hash-object", "-w", "--stdin").strip()
        # GitHub would draw the pages once more with a generator of its own
        self.run("update-index", "--add", "--cacheinfo", f"100644,{empty},.nojekyll")
        return self.run("write-tree").strip()

    def changes(self, there: str, tree: str) -> int:
        if there == _NONE:
            return max(1, self.run("ls-files", "--cached").count("\n"))
        return self.run("diff-tree", "-r", "--name-only", f"{there}^{{tree}}", tree).count("\n")

    def run(self, *words: str, stdin: str = "") -> str:
        """Its output. Raises DeployFailed for what the host refuses, else _GitFailed."""
        ran = self.ran(*words, stdin=stdin)
        said = ran.stderr or ran.stdout
        if ran.returncode and words[0] in _ASK_THE_HOST and (code := _known(said)):
            self.fail(code, why=shown(said, self.environ))
        if ran.returncode:
            raise _GitFailed(said)
        return ran.stdout

    def ran(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        settings = ("core.autocrlf=false", "core.quotepath=false", "core.fileMode=false")
        options = [part for setting in (*settings, "gc.auto=0") for part in ("-c", setting)]
        places = {"GIT_DIR": str(self.repository.absolute())}
        if "init" not in words:
            places["GIT_WORK_TREE"] = str(self.folder.absolute())
        return self._git(*options, *words, stdin=stdin, **_AUTHOR, **places)

    def _git(
        self, *words: str, stdin: str = "", **environ: str
    ) -> subprocess.CompletedProcess[str]:
        around = {**os.environ, **self.environ, **environ}
        try:
            return subprocess.run(
                ["git", *words],
                cwd=self.folder,
                env={**around, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"},
                input=stdin,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except FileNotFoundError:
            self.fail("deploy-no-git")

    def fail(self, code: str, **details: object) -> NoReturn:
        raise DeployFailed(error(Place(self.target.name), code, **details))


def _known(said: str) -> str:
    """The problem's id, "" if nobody has seen it yet."""
    return next((code for code, words in _KNOWN if re.search(words, said, re.IGNORECASE)), "")
