"""Two at one host: the second is told who is there; one that was cut is in nobody's way."""

from __future__ import annotations

import getpass
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from banxin.deploy import host_lock
from banxin.deploy.host import Host
from banxin.deploy.host_lock import FOLDER, STALE, Holder, held
from banxin.deploy.rclone import Rclone
from banxin.deploy.refusals import DeployFailed
from tests.support.hosts import ServedHost

ENVIRON = {"GITHUB_RUN_ID": "77"}
NOW = 1_000_000.0


@pytest.fixture
def at(host: ServedHost, tmp_path: Path) -> Iterator[Host]:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with Rclone(host.environ) as rclone:
        yield Host(rclone, host.place, scratch)


def leave(at: Host, **told: object) -> Holder:
    """A sign that somebody else left."""
    other = Holder("other", "李四@家里", "another computer", 1, NOW, NOW)
    other = msgspec.structs.replace(other, **told)
    at.write(f"{FOLDER}/{other.token}", msgspec.json.encode(other))
    return other


def take(at: Host, *, now: float = NOW, pause: object = None, breaking: bool = False) -> list[str]:
    """Who is at the host while we are."""
    waited = pause if callable(pause) else lambda seconds: None
    with held(at, "oss", ENVIRON, breaking=breaking, clock=lambda: now, pause=waited):
        return [Path(name).name for name in at.names(FOLDER)]


def test_while_one_is_there_another_is_told_who_and_since_when(at: Host) -> None:
    with held(at, "oss", ENVIRON), pytest.raises(DeployFailed) as failed:
        take(at)
    problem = failed.value.problems[0]
    details = dict(problem.details)
    assert (problem.code, details["who"]) == ("deploy-busy", "GitHub Actions 77")
    assert len(details["since"]) == len("20:15")


def test_who_has_gone_leaves_nothing(at: Host) -> None:
    assert len(take(at)) == 1
    assert at.names(FOLDER) == ()


def test_whoever_was_told_to_wait_leaves_nothing_and_takes_nothing(at: Host) -> None:
    leave(at)
    with pytest.raises(DeployFailed):
        take(at)
    assert at.names(FOLDER) == ("other",)


def test_one_of_this_computer_that_was_killed_is_forgotten_at_once(at: Host) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    leave(at, where=platform.node(), pid=gone.pid)
    assert "other" not in take(at)


def test_one_of_another_computer_is_forgotten_when_it_gives_no_sign(at: Host) -> None:
    leave(at)
    assert "other" not in take(at, now=NOW + STALE + 1)


def test_one_whose_clock_is_behind_is_not_taken_for_dead(at: Host) -> None:
    other = leave(at)

    def meanwhile(seconds: float) -> None:
        leave(at, beat=other.beat + seconds)

    with pytest.raises(DeployFailed):
        take(at, now=NOW + STALE + 1, pause=meanwhile)


def test_of_two_that_come_in_the_same_moment_one_goes_on(at: Host) -> None:
    """Each sees the other and steps back; whoever comes back first is alone."""
    other = leave(at)

    def meanwhile(_seconds: float) -> None:
        at.remove([f"{FOLDER}/{other.token}"])  # it has stepped back, too

    assert "other" not in take(at, pause=meanwhile)


def test_who_knows_better_need_not_wait(at: Host) -> None:
    leave(at)
    assert "other" not in take(at, breaking=True)


def test_a_sign_that_was_cut_while_it_was_written_is_nobody_s_for_long(at: Host) -> None:
    at.write(f"{FOLDER}/half", b'{"token": "ha')
    assert "half" not in take(at)


def test_one_that_goes_on_gives_signs_of_life(at: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_lock, "BEAT", 0.01)
    times = iter(range(10_000))
    with held(at, "oss", ENVIRON, clock=lambda: float(next(times))):
        name = at.names(FOLDER)[0]
        first = at.read(f"{FOLDER}/{name}")
        while at.read(f"{FOLDER}/{name}") == first:
            pass


def test_one_that_leaves_while_it_is_watched_is_in_nobody_s_way(at: Host) -> None:
    other = leave(at)

    def meanwhile(_seconds: float) -> None:
        at.remove([f"{FOLDER}/{other.token}"])

    assert "other" not in take(at, now=NOW + STALE + 1, pause=meanwhile)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
def test_one_of_another_user_of_this_computer_is_there(
    at: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(at, where=platform.node(), pid=os.getpid())

    def kill(pid: int, signal: int) -> None:
        raise PermissionError(pid)

    monkeypatch.setattr(os, "kill", kill)
    with pytest.raises(DeployFailed):
        take(at)


def test_who_has_no_name_here_is_called_after_the_computer(
    at: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in many a container."""

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr(getpass, "getuser", nobody)
    with held(at, "oss", {}), pytest.raises(DeployFailed) as failed:
        take(at)
    assert dict(failed.value.problems[0].details)["who"] == platform.node()
