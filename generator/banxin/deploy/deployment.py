"""A deploy, step by step: compare, announce, send, remove, record. Cut anywhere, the next goes on.

Readers see the old page or the new one at any moment: a host puts a file in its place once it is
whole, files come before the pages that show them, and nothing is removed before the end.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path

import msgspec

from banxin.deploy.host import Host
from banxin.deploy.host_lock import held
from banxin.deploy.host_part import Part, Plan, planned
from banxin.deploy.rclone import Rclone, RcloneError, RcloneMissing
from banxin.deploy.refusals import DeployFailed, refusal
from banxin.deploy.sending_order import batches
from banxin.model import DeployTarget
from banxin.pipeline.stopwatch import Stopwatch
from banxin.problems import Place, error

MOST = 2000  # files in one go
HEAVIEST = 64_000_000  # bytes
Progress = Callable[[str, int, int], None]  # phase, done, of how many


class DeployRequest(msgspec.Struct, frozen=True):
    """``folders``: what goes where, the pictures first: a folder and a place on a host each.

    ``memory``: a folder for what is remembered of hosts. ``overwrite``: others' files, too, where
    ours are to be. ``compare``: don't believe the record.
    """

    target: DeployTarget
    paper: str
    folders: tuple[tuple[Path, str], ...]
    memory: Path
    dry_run: bool = False
    compare: bool = False
    overwrite: bool = False
    break_lock: bool = False


class DeployReport(msgspec.Struct, frozen=True):
    """Paths as they are on the host; ``size`` in bytes of what was sent; seconds by phase."""

    sent: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    size: int
    by_record: bool
    phases: tuple[tuple[str, float], ...]


def deploy(request: DeployRequest, environ: Mapping[str, str], progress: Progress) -> DeployReport:
    """Bring the folders of a site to its host. Raises DeployFailed; nothing is lost then."""
    name = request.target.name
    with tempfile.TemporaryDirectory() as scratch:
        try:
            with Rclone(environ) as rclone:
                try:
                    return _deploy(request, rclone, Path(scratch), environ, progress)
                except RcloneError as failed:
                    raise refusal(name, str(failed), environ, rclone.errors()) from failed
        except RcloneMissing as missing:
            raise DeployFailed(error(Place(name), "deploy-no-rclone", why=missing)) from missing


def _deploy(
    request: DeployRequest,
    rclone: Rclone,
    scratch: Path,
    environ: Mapping[str, str],
    progress: Progress,
) -> DeployReport:
    clock = Stopwatch()
    name = request.target.name
    hosts = [Host(rclone, place, scratch) for _, place in request.folders]
    for host in hosts:
        _must_exist(host, name, request.dry_run)
    alone = held(hosts[-1], name, environ, breaking=request.break_lock)
    with nullcontext() if request.dry_run else alone:
        clock.tick("connect")
        parts = [
            Part(host, folder, request.memory, request.paper, name)
            for host, (folder, _) in zip(hosts, request.folders, strict=True)
        ]
        plans = [_planned(part, request) for part in parts]
        clock.tick("compare")
        if not request.dry_run:
            _carry_out(plans, progress, clock)
        return _report(plans, clock)


def _must_exist(host: Host, target: str, dry_run: bool) -> None:
    """A folder of this computer is made; one on a host might be misspelt."""
    if host.is_here:
        if not dry_run:
            _make(Path(host.place), target)
    elif not host.exists():
        place = Place(target)
        raise DeployFailed(error(place, "deploy-place-missing", why=host.place))


def _make(folder: Path, target: str) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except (FileNotFoundError, NotADirectoryError) as failed:
        raise DeployFailed(error(Place(target), "deploy-place-missing", why=failed)) from failed
    except OSError as failed:
        raise refusal(target, str(failed), {}) from failed


def _planned(part: Part, request: DeployRequest) -> Plan:
    plan = planned(part, believe=not request.compare)
    theirs = plan.compared.record.paper
    if theirs and theirs != request.paper and not (request.overwrite or part.is_known):
        raise DeployFailed(error(Place(part.target), "deploy-other-paper", other=theirs))
    if plan.compared.in_the_way and not request.overwrite:
        first = "、".join(plan.compared.in_the_way[:5])
        count = len(plan.compared.in_the_way)
        raise DeployFailed(error(Place(part.target), "deploy-in-the-way", files=first, count=count))
    return plan


def _carry_out(plans: list[Plan], progress: Progress, clock: Stopwatch) -> None:
    done, total = 0, sum(len(plan.sending) for plan in plans)
    for plan in plans:
        plan.part.announce(plan)
    clock.tick("announce")
    for plan in plans:
        sizes = {path: plan.local[path].size for path in plan.sending}
        for header, batch in batches(sizes, most=MOST, heaviest=HEAVIEST):
            plan.part.send(plan, batch, header, _counting(progress, done, total))
            done += len(batch)
    clock.tick("send")
    for plan in reversed(plans):  # pages first, then the pictures that they showed
        plan.part.remove(plan)
    clock.tick("remove")
    for plan in plans:
        plan.part.seal(plan)
    clock.tick("record")


def _counting(progress: Progress, before: int, total: int) -> Callable[[int], None]:
    return lambda arrived: progress("send", before + arrived, total)


def _report(plans: list[Plan], clock: Stopwatch) -> DeployReport:
    return DeployReport(
        tuple(path for plan in plans for path in plan.sending),
        tuple(path for plan in plans for path in plan.removing),
        sum(len(plan.local) - len(plan.sending) for plan in plans),
        sum(plan.local[path].size for plan in plans for path in plan.sending),
        all(plan.compared.by_record for plan in plans),
        clock.phases,
    )
