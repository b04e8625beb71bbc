"""Cut at any moment: readers have the old site or the new one, and the next deploy finishes it.

By hand, more often: ``BANXIN_CUTS=100 python -m pytest tests/deploy/test_cut.py``.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.cut_deploy import CALLS, FINISHED, is_consistent, run_cut
from tests.support.hosts import SERVED, ServedHost
from tests.support.made_site import FIRST, SECOND, deployed, write_site

CUTS = int(os.environ.get("BANXIN_CUTS", "1"))
MINE = {"mine/notes.txt": b"not yours"}


def halved(host: ServedHost) -> dict[str, bytes]:
    """What readers can reach: nobody knows the name of a file that is half sent.

    rclone's servers take an old file away before they put the new one in its place, where others
    rename it over; cut between the two, the new one still waits, and the old one counts as there.
    """
    seen = host.seen()
    found = {p: data for p, data in seen.items() if not p.endswith(".banxin-part")}
    own = list(host.files.rglob(".rclone_temp_put_*"))
    for file in own:
        file.unlink()
        found.pop(file.relative_to(host.files).as_posix(), None)
    for path in FIRST.keys() - found.keys():
        target = host.files / path
        waiting = (host.files / ".banxin-deploy/incoming" / path).exists()
        if waiting or own or any(target.parent.glob(f"{target.name}.*.banxin-part")):
            found[path] = FIRST[path]
    return {path: data for path, data in found.items() if path not in MINE}


@pytest.fixture
def begin(host: ServedHost, tmp_path: Path) -> Callable[[], tuple[Path, Path]]:
    """The site of the evening before is on the host; the new one is ready to go."""

    def once() -> tuple[Path, Path]:
        shutil.rmtree(host.files)
        host.files.mkdir()
        for name in ("output", "memory"):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
        (host.files / "mine").mkdir()
        (host.files / "mine/notes.txt").write_bytes(b"not yours")
        host.restart()
        site = write_site(tmp_path / "output", FIRST)
        deployed(host, site, tmp_path / "memory")
        return write_site(site, SECOND), tmp_path / "memory"

    return once


@pytest.mark.parametrize("host_too", [False, True], ids=["deploy", "host"])
@pytest.mark.parametrize("host", SERVED, indirect=True)
def test_readers_see_the_old_site_or_the_new_and_the_next_deploy_goes_on(
    host: ServedHost, begin: Callable[[], tuple[Path, Path]], host_too: bool
) -> None:
    for n in range(CUTS):
        seed = os.environ.get("BANXIN_SEED", f"{host.kind} {host_too} {n}")
        call = random.Random(seed).randint(3, CALLS)
        site, memory = begin()
        code = run_cut(host, site, memory, call=call, host_too=host_too)
        host.restart()
        assert is_consistent(halved(host)), (seed, call)
        if code != FINISHED:
            deployed(host, site, memory, break_lock=host_too)
        assert host.seen() == {**SECOND, **MINE}, (seed, call)
        assert deployed(host, site, memory).sent == ()
