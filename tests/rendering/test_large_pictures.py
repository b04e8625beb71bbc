"""Of very large pictures no more than two are worked on at a time."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from banxin.rendering import large_pictures
from banxin.rendering.large_pictures import AT_A_TIME, LARGE, turn


def most_at_once(folder: Path, pixels: int, workers: int) -> int:
    """How many of so many workers were in their turns at one time."""
    inside: list[int] = []
    seen: list[int] = []

    def work() -> None:
        with turn(folder, pixels):
            inside.append(1)
            seen.append(len(inside))
            time.sleep(0.05)
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return max(seen)


def test_large_ones_wait_for_one_another(tmp_path: Path) -> None:
    assert most_at_once(tmp_path, LARGE + 1, 5) <= AT_A_TIME


def test_common_ones_do_not(tmp_path: Path) -> None:
    with turn(tmp_path, LARGE), turn(tmp_path, LARGE), turn(tmp_path, LARGE):
        assert list(tmp_path.iterdir()) == []


def test_where_no_disk_has_locks_nobody_waits_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_pictures, "try_to_lock", lambda file: False)
    monkeypatch.setattr(large_pictures, "_PATIENCE", 0.1)
    with turn(tmp_path, LARGE + 1):
        pass


def test_where_no_lock_can_be_written_nobody_waits(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file")
    with turn(tmp_path / "cache/pictures", LARGE + 1):
        pass
