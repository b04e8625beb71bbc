"""Staged files to the output folder, and old files out of it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MARKER = ".banxin-output"  # says that a folder is ours, and what in it: see record.py
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
INCOMING = ".banxin-incoming"  # hidden in the output, for no longer than publishing takes
REPLACING = ".replacing"  # in a staging folder: files that replace others, under other names


def stage(folder: Path, path: str, data: bytes) -> int:
    """Write one file below ``folder``; its modification time in nanoseconds."""
    target = f"{folder}/{path}"  # a Path costs more
    _make(target[: target.rindex("/")])  # nearly every file has a folder of its own
    file = os.open(target, _NEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
        return os.fstat(file).st_mtime_ns
    finally:
        os.close(file)


def place(job_id: str, number: int) -> str:
    """Where in a staging folder the file of a job waits that is to replace another.

    It needs no folder of its own, for there is one in the output: making it and removing it would
    take longer than the rename. So it waits with all others of its job_id. A file that is new waits
    in the folder that it comes with, which then moves as a whole.
    """
    return f"{REPLACING}/{job_id}/{number}"


def _make(folder: str) -> None:
    """Mostly the folder above is there already."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


@contextmanager
def brought_over(staged: Path, output: Path) -> Iterator[Path]:
    """Everything staged, in a hidden folder of ``output`` that is gone afterwards.

    From there each file gets to its place by a rename, even where ``output`` is on another disk;
    if that disk is full, it turns out here, before any page has changed.
    """
    incoming = output / INCOMING
    if incoming.is_symlink():
        incoming.unlink()  # never what it leads to
    shutil.rmtree(incoming, ignore_errors=True)  # of a build that was cut
    staged.mkdir(parents=True, exist_ok=True)
    try:
        _rename(staged, incoming)
        yield incoming
    finally:
        shutil.rmtree(incoming, ignore_errors=True)


def _rename(staged: Path, incoming: Path) -> None:
    try:
        staged.replace(incoming)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy(staged, incoming)


class _NotCopied(Exception):
    """Why one file couldn't be: copying a tree would go on after an OSError, and list them all."""

    def __init__(self, why: OSError) -> None:
        super().__init__(why)
        self.why = why


def _copy(staged: Path, incoming: Path) -> None:
    """Raises OSError for the first file that the other disk refuses, naming the output."""

    def copied(source: str, target: str) -> None:
        try:
            shutil.copy2(source, target)
        except OSError as error:
            raise _NotCopied(error) from error

    try:
        shutil.copytree(staged, incoming, copy_function=copied)
    except _NotCopied as failed:
        why = failed.why
        raise OSError(why.errno, why.strerror, str(incoming.parent)) from why


def publish(staged: str, output: str, path: str, place: str = "") -> None:
    """Put one staged file, or a folder that is new, in its place.

    ``place``: where the file waits, if not under its own path.

    A reader sees the old bytes or the new ones, never a part. Size and time stay as staged.
    """
    source = f"{staged}/{place or path}"
    try:
        os.replace(source, f"{output}/{path}")  # noqa: PTH105
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        target = Path(output, path)
        _make_room(Path(output), target)
        if os.path.isdir(source) and target.is_file():  # noqa: PTH112
            target.unlink()
        os.replace(source, target)  # noqa: PTH105


def _make_room(output: Path, target: Path) -> None:
    """Folders above ``target``, where a file of an older plan may lie; none in its own place."""
    for parent in reversed(target.parents):
        if parent.is_relative_to(output) and parent != output and parent.is_file():
            parent.unlink()
    if target.is_symlink():
        target.unlink()
    elif target.is_dir():
        shutil.rmtree(target)  # nothing of others' is in it: see ownership.refuse_in_the_way
    target.parent.mkdir(parents=True, exist_ok=True)


def remove(output: Path, path: str) -> None:
    """Remove one file and the folders that it leaves empty."""
    target = output / path
    try:
        target.unlink(missing_ok=True)
    except (NotADirectoryError, IsADirectoryError, PermissionError):
        return  # something new stands in its place
    parent = target.parent
    while parent != output and parent.is_dir() and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent


def is_empty(output: Path) -> bool:
    """Whether nobody's work lies in ``output``: hidden files such as .gitkeep don't count."""
    try:
        return not any(not p.name.startswith(".") for p in output.iterdir())
    except FileNotFoundError:
        return True


def is_ours(output: Path) -> bool:
    mark = output / MARKER
    return mark.is_file() and not mark.is_symlink()


def mark(output: Path) -> None:
    """Say that the folder is ours; what a mark says already stays."""
    output.mkdir(parents=True, exist_ok=True)
    if not is_ours(output):
        (output / MARKER).unlink(missing_ok=True)
        (output / MARKER).touch()


def forsake(output: Path) -> None:
    """Remove a folder of which nothing but our mark was made."""
    with suppress(OSError):
        if [p.name for p in output.iterdir()] == [MARKER]:
            (output / MARKER).unlink()
            output.rmdir()
