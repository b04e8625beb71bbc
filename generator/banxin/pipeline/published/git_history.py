"""What git remembers of content/issues: stories that were there, and are no more or are others.

A branch counts as published as it is upstream, for commits that were never pushed were never read;
where there is no upstream, as it is. Along it only what was merged counts, not how somebody came
there: numbers that were changed back and forth before a merge were nobody's addresses.

Told are two things. What differs from the last commit that was published and from the one before:
in a pull request's checkout that is what the request changes, and needs no more than two commits.
And from all of history: files that were deleted. That takes seconds for thousands of issues, once;
it is kept by the commit's name.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from banxin.content.reading.article import numbers
from banxin.content.scan import ISSUES
from banxin.model.published import NONE, PublishedAddress, PublishedAddresses
from banxin.pipeline.published.old_files import stories
from banxin.site import routes

PATIENCE = 60  # seconds for one question
_FILE = re.compile(rf"(?:.*/)?{ISSUES}/\d{{4}}/(\d{{4}}-\d\d-\d\d(?:-\d+)?)/([^/]+\.md)")
_BEGINS = b"\0"


class Deleted(msgspec.Struct, frozen=True):
    """A file as it was before ``commit`` took it away."""

    commit: str
    path: str  # from the repository's top

    @property
    def name(self) -> str:
        return f"{self.commit}^:{self.path}"


class _Remembered(msgspec.Struct):
    """What was found out about one commit's history."""

    tip: str
    deleted: list[Deleted]


def from_git(root: Path, cache: Path) -> PublishedAddresses:
    """Addresses by ``root``'s repository; nothing where there is none, or no git.

    ``cache``: a folder for what needn't be asked twice.
    """
    try:
        return _from_git(_Git(root), cache)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return NONE


def committed(root: Path, paths: Iterable[str]) -> frozenset[str]:
    """Those of ``paths``, from ``root``, that the repository already has, so others may publish."""
    asked = tuple(paths)
    try:
        git = _Git(root)
        tip = git.line("rev-parse", "--verify", "-q", "@{upstream}") or "HEAD"
        there = git.paths("ls-tree", "-z", "--name-only", tip, "--", *asked) if asked else []
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return frozenset()
    return frozenset(p for p in asked if any(f"/{one}".endswith(f"/{p}") for one in there))


def _from_git(git: _Git, cache: Path) -> PublishedAddresses:
    tip = git.line("rev-parse", "--verify", "-q", "@{upstream}") or git.line("rev-parse", "HEAD")
    before = git.line("rev-parse", "--verify", "-q", f"{tip}^1") or tip
    deleted = _deleted(git, tip, cache)
    there = _keys(git.paths("ls-tree", "-r", "-z", "--name-only", before, "--", ISSUES))
    lost = [one for one in deleted if _key(one.path) not in there]
    names = [one.name for one in lost]  # the one that counts comes last
    for commit in dict.fromkeys((tip, before)):
        changed = git.paths("diff", "-z", "--no-renames", "--diff-filter=DM", "--name-only", commit)
        names += [f"{commit}:{path}" for path in changed if _key(path)]
    found: dict[str, PublishedAddress] = {}
    for name, data in git.files(names):
        path = name.partition(":")[2]
        found |= stories(_key(path), path, data)
    return found


def _deleted(git: _Git, tip: str, cache: Path) -> list[Deleted]:
    """Files that were deleted on the way to ``tip``, oldest first."""
    file = cache / "addresses-git.json"
    try:
        known = msgspec.json.decode(file.read_bytes(), type=_Remembered)
    except (OSError, msgspec.MsgspecError):
        known = _Remembered("", [])
    if known.tip == tip:
        return known.deleted
    since = known.tip if known.tip and git.is_before(known.tip, tip) else ""
    found = [*(known.deleted if since else ()), *git.deletions(tip, since)]
    cache.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.encode(_Remembered(tip, found)))
    return found


def _keys(paths: Iterable[str]) -> set[str]:
    return {_key(path) for path in paths}


def _key(path: str) -> str:
    """2022-04-01/01/02/ of an article's file, "" of any other."""
    found = _FILE.fullmatch(path)
    given = numbers(found[2]) if found else None
    return routes.article(found[1], given.key) if found and given else ""


class _Git:
    """Questions to git about the folder ``root``; nothing is ever written."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._top = self.line("rev-parse", "--show-toplevel")
        if not self._top:
            raise FileNotFoundError(root)

    def line(self, *words: str) -> str:
        """The first line of the answer; "" if git says no."""
        return self._ask(*words).decode().partition("\n")[0]

    def paths(self, *words: str) -> list[str]:
        """From the repository's top; of the paper's own folder."""
        here = () if "--" in words else ("--", ISSUES)
        options = ("--full-name",) if words[0] == "ls-tree" else ()
        data = self._ask(words[0], *options, *words[1:], *here)
        return [path.decode("utf-8", "surrogateescape") for path in data.split(b"\0") if path]

    def is_before(self, old: str, new: str) -> bool:
        answer = self._run("merge-base", "--is-ancestor", old, new)
        return answer.returncode == 0

    def deletions(self, tip: str, since: str) -> Iterator[Deleted]:
        """Oldest first."""
        span = f"{since}..{tip}" if since else tip
        words = "log --first-parent -m --reverse --no-renames --diff-filter=D --name-only -z"
        data = self._ask(*words.split(), "--format=%x01%H", span, "--", ISSUES)
        commit = ""
        for part in data.decode("utf-8", "surrogateescape").split("\0"):
            text = part.strip("\n")
            if text.startswith("\x01"):
                commit = text[1:41]
                text = text[41:].strip("\n")
            if text and _key(text):
                yield Deleted(commit, text)

    def files(self, names: list[str]) -> Iterator[tuple[str, bytes]]:
        """Name and content of each that git has; in one process, however many they are."""
        asked = [name for name in names if "\n" not in name]
        if not asked:
            return
        given = "\n".join(asked).encode("utf-8", "surrogateescape") + b"\n"
        data, at = self._ask("cat-file", "--batch", given=given), 0
        for name in asked:
            end = data.find(b"\n", at)
            words = data[at:end].rsplit(b" ", 2)
            at = end + 1
            if len(words) == 3 and words[1] == b"blob":
                size = int(words[2])
                yield name, data[at : at + size]
                at += size + 1

    def _ask(self, *words: str, given: bytes = b"") -> bytes:
        answer = self._run(*words, given=given)
        return answer.stdout if answer.returncode == 0 else b""

    def _run(self, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = ["git", "--no-optional-locks", "-c", "core.quotepath=off", *words]
        return subprocess.run(
            command, cwd=self._root, input=given, capture_output=True, timeout=PATIENCE, check=False
        )
