"""Staged files to the output folder: announced first, moved one by one or folder by folder."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from banxin.pipeline.incremental.store import Manifest
from banxin.pipeline.output import record, staged_files
from banxin.pipeline.project import Options
from banxin.pipeline.worker import JobResult
from banxin.problems import BuildFailed, Place, Problems
from banxin.site import routes


def publish(
    manifest: Manifest,
    staging: Path,
    options: Options,
    drawn: Iterable[JobResult],
    gone: set[str],
) -> tuple[str, ...]:
    """Move what was staged into its place, remove what is ``gone``; return what was moved.

    First everything is brought to the disks that it is to lie on; until then nothing has changed.
    After that, what fails is said to have changed something: see ``changing``. A run that is cut
    anywhere in here leaves names in the manifest's ``pending``, and files that don't look as the
    manifest says: the next build finds both.
    """
    drawn = tuple(drawn)
    staged = {path: place for found in drawn for path, place in found.staged.items()}
    written = tuple(staged)
    manifest.announce((*written, *gone))
    if written or gone or not staged_files.is_ours(options.output):
        _announce(staging, options, drawn)
    elsewhere = {path for path in gone if path.startswith(routes.ELSEWHERE)}
    replacing = {path: place for path, place in staged.items() if place != path}
    pictures = staging / routes.ELSEWHERE
    with ExitStack() as stack:
        away = None
        if elsewhere or pictures.exists():
            away = stack.enter_context(_brought(pictures, options.media_folder))
            shutil.rmtree(pictures, ignore_errors=True)  # where it had to be copied
        here = stack.enter_context(_brought(staging, options.output))
        stack.enter_context(changing(options.output))
        if away:  # first: no page shows a picture that isn't there yet
            _settle(away, options.media_folder, (), {})
        _settle(here, options.output, gone - elsewhere, replacing)
        for path in elsewhere:  # last: until now a page may have shown it
            staged_files.remove(options.media_folder, path.removeprefix(routes.ELSEWHERE))
    return written


def _announce(staging: Path, options: Options, drawn: Iterable[JobResult]) -> None:
    """Say in the folders themselves what is about to be written there."""
    staged_files.mark(options.output)
    if (staging / routes.ELSEWHERE).exists():
        staged_files.mark(options.media_folder)
    record.announce(
        options,
        {path: one.files[path] for one in drawn for path in one.staged if path in one.files},
    )


@contextmanager
def leaving_no_trace(options: Options) -> Iterator[None]:
    """Whatever ends a build before it changes anything leaves no folder that wasn't there."""
    folders = (options.output, options.media_folder)
    new = [folder for folder in folders if not folder.exists()]
    try:
        yield
    except BaseException:
        for folder in new:
            staged_files.forsake(folder)
        raise


@contextmanager
def changing(output: Path) -> Iterator[None]:
    """What a disk refuses from here on can't be said to have changed nothing."""
    problems = Problems()
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or error
        problems.add(Place(str(getattr(error, "filename", None) or output)), "publish-cut", why=why)
        raise BuildFailed(tuple(problems), changed=True) from error


@contextmanager
def _brought(staging: Path, output: Path) -> Iterator[Path]:
    staged_files.mark(output)
    with staged_files.brought_over(staging, output) as incoming:
        yield incoming


def _settle(
    incoming: Path, output: Path, gone: Iterable[str], replacing: Mapping[str, str]
) -> None:
    """``replacing``: files that replace others, and where in the staging folder they wait."""
    for path in gone:
        staged_files.remove(output, path)
    _move(str(incoming), str(output), "")
    for path, place in replacing.items():
        staged_files.publish(str(incoming), str(output), path, place)


def _move(incoming: str, output: str, folder: str) -> None:
    """Move the staged ``folder``: whole where the output has none, else entry by entry."""
    with os.scandir(f"{incoming}/{folder}") as entries:
        found = sorted(
            (e for e in entries if e.name != staged_files.REPLACING), key=lambda e: e.name
        )
    for entry in found:
        path = f"{folder}{entry.name}"
        if entry.is_dir() and os.path.isdir(f"{output}/{path}"):  # noqa: PTH112
            _move(incoming, output, f"{path}/")
            os.rmdir(entry.path)  # noqa: PTH106
        else:
            staged_files.publish(incoming, output, path)


def refuse_foreign(output: Path) -> None:
    """Never write among files of somebody else's. Raises BuildFailed."""
    problems = Problems()
    if output.exists() and not output.is_dir():
        problems.add(Place(str(output)), "output-no-folder")
    elif not staged_files.is_empty(output) and not staged_files.is_ours(output):
        problems.add(Place(str(output)), "output-not-ours")
    problems.raise_errors()
