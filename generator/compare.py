"""What is to be done to the output folder: the plan held against what an earlier build left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from . import search, write
from .draw import UnitDrawn, damaged_outputs
from .problems import Place, Problem, Problems
from .project import Options
from .store import Manifest, Written
from .units import Job


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier build left in the output folder."""

    units: dict[str, str]
    outputs: dict[str, Written]
    damaged: set[str]
    mended: dict[str, Written]
    unplanned: set[str]  # files that may be ours though no manifest names them
    redraw: bool

    @classmethod
    def of(cls, manifest: Manifest, options: Options) -> Known:
        outputs = manifest.outputs()
        unplanned = manifest.pending() - outputs.keys()
        if not outputs and write.is_ours(options.output):
            found = write.everything(options.output)
            unplanned |= {path for path in found if not path.startswith(f"{search.FOLDER}/")}
        damaged, mended = damaged_outputs(options.output, outputs)
        units = {} if options.redraw else manifest.units()
        return cls(units, outputs, damaged, mended, unplanned, options.redraw)

    def hurt(self) -> set[str]:
        """Units that have a damaged file."""
        return {self.outputs[path].unit for path in self.damaged}

    def intact(self, units: set[str]) -> dict[str, dict[str, str]]:
        """Unit to path to fingerprint, of the files that lie on disk as they should."""
        found: dict[str, dict[str, str]] = {}
        for path, row in () if self.redraw else self.outputs.items():
            if row.unit in units and path not in self.damaged:
                found.setdefault(row.unit, {})[path] = row.fingerprint
        return found


def collisions(
    jobs: Mapping[str, Job], drawn: Iterable[UnitDrawn], outputs: Mapping[str, Written]
) -> Iterator[Problem]:
    """One path, two units: an alias that is another article's address, a page called archive."""
    drawn = tuple(drawn)
    owners = _kept(jobs, drawn, outputs)
    problems = Problems()
    for found in drawn:
        for path in found.paths:
            other = owners.setdefault(path, found.unit)
            if other != found.unit:
                rival = jobs[other].source
                problems.add(Place(jobs[found.unit].source), "path-twice", path=path, other=rival)
    yield from problems


def gone_paths(jobs: Mapping[str, Job], drawn: Iterable[UnitDrawn], known: Known) -> set[str]:
    """Paths on disk that no unit plans any more."""
    drawn = tuple(drawn)
    planned = {path for found in drawn for path in found.paths}
    kept = _kept(jobs, drawn, known.outputs).keys()
    return (known.outputs.keys() | known.unplanned) - planned - kept


def totals(
    outputs: Mapping[str, Written], written: Mapping[str, Written], gone: set[str]
) -> tuple[int, int]:
    """Bytes and number of all files once ``written`` and ``gone`` are applied."""
    sizes = {p: row.size for p, row in outputs.items() if p not in gone}
    sizes |= {p: row.size for p, row in written.items()}
    return sum(sizes.values()), len(sizes)


def _kept(
    jobs: Mapping[str, Job], drawn: tuple[UnitDrawn, ...], outputs: Mapping[str, Written]
) -> dict[str, str]:
    """Path to unit of the files whose unit is still planned and didn't need to be drawn."""
    units = jobs.keys() - {found.unit for found in drawn}
    return {path: row.unit for path, row in outputs.items() if row.unit in units}
