"""Units that changed, to staged files: plan each, compare with the manifest, draw what differs."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import write
from .fingerprint import digest
from .outputs import Output
from .problems import Place, Problem, Problems
from .render import Painter
from .store import Written
from .units import ASSETS, Units


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that waits in the staging folder. ``content``: digest of its bytes."""

    path: str
    fingerprint: str
    content: str


@dataclass(frozen=True, slots=True)
class UnitDrawn:
    """What came of one unit: all of its paths, and those that had to be drawn again."""

    unit: str
    paths: tuple[str, ...]
    staged: tuple[Staged, ...]
    problems: tuple[Problem, ...]


def stale_units(
    wanted: Mapping[str, str],
    known: Mapping[str, str],
    outputs: Mapping[str, Written],
    damaged: Collection[str],
) -> list[str]:
    """Units whose value changed, or one of whose files isn't on disk as it was published."""
    hurt = {outputs[path].unit for path in damaged}
    return [
        unit
        for unit, value in wanted.items()
        if known.get(unit) != value or unit in hurt or unit == ASSETS
    ]


def draw_unit(
    unit: str,
    units: Units,
    painter: Painter,
    staging: Path,
    current: Mapping[str, str],
) -> UnitDrawn:
    """Draw what differs from ``current``: path to fingerprint of the files that are intact."""
    problems = Problems()
    outputs = units.plan(unit)
    staged = []
    for output in outputs:
        wanted = painter.fingerprint(output, problems)
        if current.get(output.path) == wanted:
            continue
        data = painter.render(output, problems)
        if data is not None:
            write.stage(staging, output.path, data)
            staged.append(Staged(output.path, wanted, digest(data)))
    problems.extend(_claimed_twice(outputs, units.source(unit)))
    paths = tuple(output.path for output in outputs)
    return UnitDrawn(unit, paths, tuple(staged), tuple(problems))


def _claimed_twice(outputs: tuple[Output, ...], source: str) -> Iterator[Problem]:
    seen: set[str] = set()
    problems = Problems()
    for output in outputs:
        if output.path in seen:
            problems.add(Place(source), "path-twice", path=output.path, other=source)
        seen.add(output.path)
    yield from problems


def damaged_outputs(
    output: Path, outputs: Mapping[str, Written]
) -> tuple[set[str], dict[str, Written]]:
    """Paths that aren't as they were published; and rows to mend where only the time differs.

    A restored cache or a copied folder brings the same bytes with new times.
    """
    damaged: set[str] = set()
    mended: dict[str, Written] = {}
    root = f"{output}/"
    for path, row in outputs.items():
        try:
            stat = os.stat(root + path)  # noqa: PTH116 a Path costs five times as much
        except (FileNotFoundError, NotADirectoryError):
            damaged.add(path)
            continue
        if stat.st_size == row.size and stat.st_mtime_ns == row.mtime:
            continue
        if stat.st_size == row.size and _content(root + path) == row.content:
            mended[path] = Written(
                row.unit, row.fingerprint, row.size, stat.st_mtime_ns, row.content
            )
        else:
            damaged.add(path)
    return damaged, mended


def _content(path: str) -> str:
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return ""
