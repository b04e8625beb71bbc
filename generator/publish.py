"""Staged files to the output folder: announced first, moved one by one or folder by folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from . import write
from .draw import UnitDrawn
from .problems import Place, Problems
from .store import Manifest, Written


def publish(
    manifest: Manifest, staging: Path, output: Path, drawn: Iterable[UnitDrawn], gone: set[str]
) -> dict[str, Written]:
    """Move what was staged into ``output``, remove what is ``gone``; return what was written.

    A run that is cut anywhere in here leaves names in the manifest's ``pending``, and files that
    don't look as the manifest says: the next build finds both.
    """
    written = {
        one.path: Written(found.unit, one.fingerprint, one.size, one.mtime, one.content)
        for found in drawn
        for one in found.staged
    }
    manifest.announce((*written, *gone))
    write.mark(output)
    with write.brought_over(staging, output) as incoming:
        for path in gone:
            write.remove(output, path)
        _move(incoming, output, "")
    return written


def _move(incoming: Path, output: Path, folder: str) -> None:
    """Move the staged ``folder``: whole where the output has none, else entry by entry."""
    for entry in sorted((incoming / folder).iterdir()):
        path = f"{folder}{entry.name}"
        if entry.is_dir() and (output / path).is_dir():
            _move(incoming, output, f"{path}/")
        else:
            write.publish(incoming, output, path)


def refuse_foreign(output: Path) -> None:
    """Never write among files of somebody else's. Raises BuildFailed."""
    problems = Problems()
    if output.exists() and not output.is_dir():
        problems.add(Place(str(output)), "output-no-folder")
    elif not write.is_empty(output) and not write.is_ours(output):
        problems.add(Place(str(output)), "output-not-ours")
    problems.raise_errors()
