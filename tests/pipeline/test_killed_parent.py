"""A build whose process is killed leaves nothing that works on, and spoils no later build."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.support.killer import PATIENCE, Killer, rename
from tests.support.paper import Paper

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
ISSUES = 48


@pytest.fixture
def killer(tmp_path: Path) -> Killer:
    paper = Paper(tmp_path)
    for n in range(ISSUES):
        paper.issue(f"{2000 + n}-01-01", "第一段。", "第二段。", number=n + 1)
    return Killer(paper)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_a_build_that_is_killed(killer: Killer, how: signal.Signals) -> None:
    with killer.start() as build:
        assert build.stdout
        build.stdout.readline()  # it draws, by several processes
        assert len(killer.left()) > 2
        build.send_signal(how)
        assert killer.wait_for_all() == []
        assert build.stderr
        assert build.stderr.read() == b""  # nobody says what he had to clean up


def test_pagefinds_end_with_a_build_that_is_killed(killer: Killer) -> None:
    with killer.start("--search") as build:
        assert build.stdout
        build.stdout.readline()  # one bundle is made, and others are being
        build.kill()
    assert killer.wait_for_all() == []


@pytest.mark.parametrize("seconds", [0.0, 0.3, 0.6, 1.0])
def test_ctrl_c_in_a_terminal_is_answered_by_the_build_alone(
    killer: Killer, seconds: float
) -> None:
    with killer.start() as build:
        assert build.stdout
        assert build.stderr
        if not seconds:
            build.stdout.readline()
        until = time.monotonic() + PATIENCE
        while len(killer.left()) < 2 and time.monotonic() < until:
            time.sleep(0.02)  # until there is a process besides it
        time.sleep(seconds)
        os.killpg(build.pid, signal.SIGINT)
        said = build.stderr.read()
    # the last is Python's own: the signal found it past its end, when nobody listens any more
    assert build.returncode in (0, 130, -signal.SIGINT)
    assert said == b""
    assert killer.wait_for_all() == []


def test_a_build_after_one_that_was_killed_publishes_what_is_there_now(killer: Killer) -> None:
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    rng, paper = random.Random(seed), killer.paper
    started = time.monotonic()
    killer.build()
    took = time.monotonic() - started
    for n in range(3):
        rename(paper, f"从前{n}")
        with killer.start() as build:
            time.sleep(rng.uniform(0.1, took))
            build.send_signal(rng.choice((signal.SIGKILL, signal.SIGTERM)))
        rename(paper, f"现在{n}")
        killer.build()
        paper.build(f"clean{n}")
        assert paper.tree() == paper.tree(f"clean{n}")
    assert killer.wait_for_all() == []
    assert not list((paper.root / ".banxin").glob("staged-*"))
