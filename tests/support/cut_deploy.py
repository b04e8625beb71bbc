"""A deploy in a process of its own that is cut at one of its calls to the host, or loses the host.

``python -m tests.support.cut_deploy`` with a line of JSON: what to send where, and when to end.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from banxin.deploy import deployment
from banxin.deploy.deployment import DeployRequest, deploy
from banxin.deploy.rclone import Rclone
from banxin.deploy.refusals import DeployFailed
from banxin.model import DeployTarget
from tests.support.hosts import ServedHost
from tests.support.made_site import FIRST, SECOND
from tests.support.paths import ROOT

FINISHED, FAILED = 0, 1
CALLS = 70  # about as many as the deploy of the small site has


def run_cut(host: ServedHost, site: Path, memory: Path, *, call: int, host_too: bool) -> int:
    """Its exit code: FINISHED before the call, FAILED with a problem, or killed (negative)."""
    asked = {
        "place": host.place,
        "site": str(site),
        "memory": str(memory),
        "call": call,
        "kill": host.process.pid if host_too and host.process else 0,
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tests.support.cut_deploy"],
        input=json.dumps(asked),
        text=True,
        cwd=ROOT,
        env=host.environ,
        capture_output=True,
        check=False,
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.returncode


def is_consistent(seen: dict[str, bytes]) -> bool:
    """What readers get between FIRST and SECOND: nothing half, nothing that leads nowhere."""
    news = {p for p in SECOND if p.endswith((".xml", ".json")) or p in ("index.html", "404.html")}
    lists = {"archive/index.html"}
    rest = SECOND.keys() - news - lists
    whole = all(data in (FIRST.get(path), SECOND.get(path)) for path, data in seen.items())
    old_kept = FIRST.keys() <= seen.keys()
    new_there = all(seen.get(path) == SECOND[path] for path in rest)
    told = any(
        seen.get(path) == SECOND[path] and SECOND[path] != FIRST.get(path) for path in news | lists
    )
    gone_late = all(seen.get(path) == data for path, data in SECOND.items())
    return whole and (new_there or not told) and (old_kept or gone_late)


def _main(asked: dict[str, Any]) -> int:
    calls = 0
    plain = Rclone.call

    def counted(self: Rclone, method: str, **parameters: object) -> dict[str, Any]:
        nonlocal calls
        calls += 1
        if calls == asked["call"]:
            os.kill(asked["kill"] or os.getpid(), signal.SIGKILL)
        return plain(self, method, **parameters)

    Rclone.call = counted  # type: ignore[method-assign]
    deployment.MOST = 2
    target = DeployTarget("host", asked["place"])
    folders = ((Path(asked["site"]), asked["place"]),)
    request = DeployRequest(target, "江城晨报", folders, Path(asked["memory"]))
    try:
        deploy(request, os.environ, lambda *_: None)
    except DeployFailed as failed:
        print(failed)
        return FAILED
    return FINISHED


if __name__ == "__main__":
    sys.exit(_main(json.loads(sys.stdin.read())))
