"""Who is at a host: a small file of its own for each, so that no two overwrite one another's.

Whoever comes writes down who it is, then looks who else is there, and leaves if there is anybody.
A deploy under way writes its file again and again: one that was cut stops, and is told from a slow
one by looking twice, for two computers' clocks may differ.
"""

from __future__ import annotations

import getpass
import os
import platform
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from random import uniform

import msgspec

from banxin.deploy.host import Host
from banxin.deploy.host_record import HIDDEN
from banxin.deploy.rclone import RcloneError
from banxin.deploy.refusals import DeployFailed
from banxin.problems import Place, Problem, error

FOLDER = f"{HIDDEN}/lock"
BEAT = 20.0  # seconds between two signs of life
STALE = 300.0  # seconds without one, by our clock, after which we look whether there is any
WATCH = 2.5 * BEAT
SAME_MOMENT = 10.0  # seconds
STEP_BACK = (0.5, 5.0)  # seconds


class Holder(msgspec.Struct, frozen=True):
    """``since``, ``beat``: seconds since 1970 by its own clock. ``where`` and ``pid`` tell whether
    it was started on this computer, and runs still."""

    token: str
    who: str
    where: str
    pid: int
    since: float
    beat: float


@contextmanager
def held(
    host: Host,
    target: str,
    environ: Mapping[str, str],
    *,
    breaking: bool = False,
    clock: Callable[[], float] = time.time,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Alone at ``host``. Raises DeployFailed with who else is; RcloneError.

    ``breaking``: whoever is there, is gone.
    """
    now = clock()
    token = os.urandom(8).hex()
    own = Holder(token, _who(environ), platform.node(), os.getpid(), now, now)
    try:
        _take(host, own, target, breaking=breaking, clock=clock, pause=pause)
        with _beating(host, own, clock):
            yield
    finally:
        with suppress(RcloneError):  # the line may be gone; then it is stale in a while
            host.remove([_file(own.token)])


def _take(
    host: Host,
    own: Holder,
    target: str,
    *,
    breaking: bool,
    clock: Callable[[], float],
    pause: Callable[[float], None],
) -> None:
    """Sign and be alone. Two that come in the same moment both step back, and one is back first."""
    is_last = False
    while True:
        _sign(host, own)
        other = next(_alive(host, own, breaking, clock, pause), None)
        if other is None:
            return
        host.remove([_file(own.token)])
        if is_last or abs(other.since - own.since) > SAME_MOMENT:
            raise DeployFailed(_busy(target, other))
        pause(uniform(*STEP_BACK))
        is_last = True


def _alive(
    host: Host,
    own: Holder,
    breaking: bool,
    clock: Callable[[], float],
    pause: Callable[[float], None],
) -> Iterator[Holder]:
    """Others at the host; those that are gone are forgotten there."""
    for other in _others(host, own.token):
        if breaking or _is_gone(host, other, own, clock, pause):
            host.remove([_file(other.token)])
        else:
            yield other


def _who(environ: Mapping[str, str]) -> str:
    if environ.get("GITHUB_RUN_ID"):
        return f"GitHub Actions {environ['GITHUB_RUN_ID']}"
    try:
        return f"{getpass.getuser()}@{platform.node()}"
    except (OSError, KeyError, ImportError):  # nobody by that number; ImportError: on Windows
        return platform.node()


def _file(token: str) -> str:
    return f"{FOLDER}/{token}"


def _sign(host: Host, holder: Holder) -> None:
    host.write(_file(holder.token), msgspec.json.encode(holder))


def _others(host: Host, own: str) -> Iterator[Holder]:
    for token in host.names(FOLDER):
        if token != own and "." not in token and (found := _holder(host, token)):
            yield found


def _holder(host: Host, token: str) -> Holder | None:
    """None if it went meanwhile; what can't be read was cut while it was written."""
    data = host.read(_file(token))
    if data is None:
        return None
    try:
        return msgspec.json.decode(data, type=Holder)
    except msgspec.DecodeError:
        return Holder(token, "?", "", 0, 0.0, 0.0)


def _is_gone(
    host: Host,
    other: Holder,
    own: Holder,
    clock: Callable[[], float],
    pause: Callable[[float], None],
) -> bool:
    if other.where == own.where and other.pid and os.name == "posix":
        return not _runs(other.pid)
    if clock() - other.beat < STALE:
        return False
    pause(WATCH)
    again = _holder(host, other.token)
    return again is None or again.beat == other.beat


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _busy(target: str, other: Holder) -> Problem:
    """When it began, as its own clock has it."""
    since = datetime.fromtimestamp(other.since).astimezone().strftime("%H:%M")
    return error(Place(target), "deploy-busy", who=other.who, since=since)


@contextmanager
def _beating(host: Host, own: Holder, clock: Callable[[], float]) -> Iterator[None]:
    done = threading.Event()

    def beat() -> None:
        while not done.wait(BEAT):
            with suppress(RcloneError, OSError):
                _sign(host, msgspec.structs.replace(own, beat=clock()))

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
