"""A moment of each attack, with a new seed every time; ``python -m tests.attack`` goes on."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest

from tests.attack import ATTACKS, cache_damage, files, kills, names, outputs, servers

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
on_posix = pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX")
MARKS = {"kills": [on_linux], "names": [on_posix]}


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """So much that all of them take a few seconds."""
    monkeypatch.setattr(kills, "ROUNDS", 2)
    monkeypatch.setattr(cache_damage, "ROUNDS", 5)
    monkeypatch.setattr(files, "FILES", 100)
    monkeypatch.setattr(servers, "REQUESTS", 30)
    monkeypatch.setattr(names, "ROUNDS", 3)
    monkeypatch.setattr(outputs, "ROUNDS", 4)


@pytest.mark.parametrize("kind", [pytest.param(k, marks=MARKS.get(k, [])) for k in ATTACKS])
def test_nothing_comes_of_an_attack(kind: str, tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)
    found = ATTACKS[kind](tmp_path, random.Random(seed))
    assert found.faults == [], f"a longer one, and this one first: {kind} --seed {seed}"
    assert found.tries
