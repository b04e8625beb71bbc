"""Several files changed in one go: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def write_all(root: Path, written: Mapping[str, bytes], removed: Iterable[str]) -> None:
    """Files by path in ``root``. What was there comes back if the disk refuses one of them."""
    gone = [path for path in removed if path not in written]
    before = {path: _bytes(root / path) for path in (*written, *gone)}
    try:
        for path, data in written.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            _replace(root / path, data)
        for path in gone:
            (root / path).unlink()
    except BaseException:
        _restore(root, before)
        raise


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _replace(file: Path, data: bytes) -> None:
    new = file.with_name(f".{file.name}-new")
    new.write_bytes(data)
    new.replace(file)


def _restore(root: Path, before: Mapping[str, bytes | None]) -> None:
    for path, data in before.items():
        with suppress(OSError):
            if data is None:
                (root / path).unlink(missing_ok=True)
            elif _bytes(root / path) != data:
                _replace(root / path, data)
