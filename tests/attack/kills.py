"""Builds killed at random moments, and a build at once after each: by parent, worker or server."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from banxin.pipeline.program_digest import running_program
from tests.attack.papers import differing, picture, site
from tests.attack.sitting import Sitting
from tests.support.killer import Killer, rename
from tests.support.paper import Paper, folder

ISSUES = 12
ROUNDS = 12
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM)


def attack(root: Path, rng: random.Random) -> Sitting:
    paper, sitting = Paper(root / "paper"), Sitting()
    for n in range(ISSUES):
        day = f"{2000 + n}-01-01"
        paper.issue(day, "第一段。![图](p.png)", "第二段。", number=n + 1)
        (paper.root / "content" / folder(day) / "p.png").write_bytes(picture(n))
    killer, program = Killer(paper), running_program()
    started = time.monotonic()
    killer.build()
    took = time.monotonic() - started
    for n in range(ROUNDS):
        changed = f"{2000 + rng.randrange(ISSUES)}-01-01"
        rename(paper, f"从前{n}")
        with killer.start() as build:
            time.sleep(rng.uniform(0.05, took))
            said, fault = _killed(killer, build, rng)
        if fault:
            sitting.fault(f"{said}: {fault}")
        rename(paper, f"现在{n}")
        (paper.root / "content" / folder(changed) / "p.png").write_bytes(picture(100 + n))
        paper.build(program=program)  # at once, while what was killed may still be dying
        paper.build("clean", program=program)
        if found := differing(site(paper), site(paper, "clean")):
            sitting.fault(f"{said}: {found[:5]} differ")
        sitting.tries += 1
    if left := killer.wait_for_all():
        sitting.fault(f"left running: {left}")
    if lying := list((paper.root / ".banxin").glob("staged-*")):
        sitting.fault(f"left lying: {lying}")
    return sitting


def _killed(killer: Killer, build: subprocess.Popen[bytes], rng: random.Random) -> tuple[str, str]:
    """Kill the build itself, or one of the processes that it began; what was wrong then."""
    how = rng.choice(SIGNALS)
    # not Python's own tracker of semaphores, which nothing but malice would choose
    others = [pid for pid in killer.processes(but="resource_tracker") if pid != build.pid]
    victim = rng.choice([build.pid, *others]) if rng.random() < 0.6 else build.pid
    with suppress(ProcessLookupError):
        os.kill(victim, how)
    if victim == build.pid:
        return f"parent {how.name}", ""
    _, said = build.communicate()  # it goes on without
    fault = f"exit {build.returncode}, {said.decode()[-500:]!r}"
    return f"child {how.name}", fault if build.returncode or said else ""
