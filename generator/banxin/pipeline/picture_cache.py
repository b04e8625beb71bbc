"""The cache of pictures: what of it no output shows any more goes, and how large the rest is."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from banxin.pipeline.incremental.database import CacheDamaged
from banxin.pipeline.incremental.published import published_jobs
from banxin.pipeline.project import Project
from banxin.rendering.picture_store import PICTURES, STAGED, STEM, encoder_folder
from banxin.site import routes


def tidy(project: Project) -> int:
    """Bytes that stay. What another output of this paper shows stays, too.

    Where the list of an output can't be read, nothing goes: it is all made again if it is wanted,
    but that takes its time.
    """
    folder = project.cache / PICTURES
    try:
        shown = {_stem(path) for path in _published(project) if routes.MEDIA in path}
    except (sqlite3.Error, CacheDamaged, msgspec.MsgspecError):
        return _size(folder)
    for source in _sources(folder):
        if source.name[:STEM] not in shown:
            shutil.rmtree(source, ignore_errors=True)
        for half in source.glob(f"*{STAGED}*"):  # of a run that was killed
            half.unlink(missing_ok=True)
    return _size(folder)


def _stem(path: str) -> str:
    return path.rpartition("/")[2][:STEM]


def _published(project: Project) -> Iterator[str]:
    """Every path of every output that was built here."""
    for file in sorted(project.cache.glob("output-*.sqlite")):
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as db:
            for job in published_jobs(db).values():
                yield from job.files


def _sources(folder: Path) -> Iterator[Path]:
    """The folders of sources; what other encoders made goes at once."""
    for entry in _entries(folder):
        if entry.name == encoder_folder():
            for part in _entries(entry):
                yield from _entries(part)
        elif entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _size(folder: Path) -> int:
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except OSError:  # pragma: no cover - another run's, gone this moment
            continue
    return total
