"""Files into a staging folder, and from there into the index."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from banxin.model.fingerprint import digest


def sizes(files: Mapping[str, bytes]) -> dict[str, int]:
    return {path: len(data) for path, data in files.items()}


def stage(staging: Path, key: str, files: Mapping[str, bytes]) -> str:
    """Write a bundle's files; its name tells their digest, so no cache mixes two builds of it."""
    parts = [part for path in sorted(files) for part in (path.encode(), files[path])]
    name = f"{key}-{digest(bytes(0).join(parts))[:8]}"
    for path, data in files.items():
        target = staging / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return name


def publish(staging: Path, folder: Path, names: Iterable[str]) -> None:
    """Move the bundles that were staged among ``names`` to ``folder``."""
    for name in names:
        if not (staging / name).is_dir():
            continue
        if (folder / name).exists():  # the same, but damaged
            shutil.rmtree(folder / name)
        (staging / name).rename(folder / name)


def replace(staging: Path, target: Path, data: bytes) -> None:
    """Write ``target`` in one step, unless it holds ``data`` already."""
    with suppress(OSError):
        if target.read_bytes() == data:
            return
    staging.mkdir(parents=True, exist_ok=True)
    new = staging / target.name
    new.write_bytes(data)
    new.replace(target)


def sweep(folder: Path, keep: Iterable[str]) -> tuple[str, ...]:
    """Remove all from ``folder`` but ``keep``; the names of the folders that went."""
    kept = frozenset(keep)
    gone = [p for p in folder.iterdir() if p.name not in kept] if folder.is_dir() else []
    for path in gone:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return tuple(sorted(p.name for p in gone))
