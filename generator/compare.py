"""What is to be done to the output folder: the plan held against what an earlier build left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from . import routes, search, write
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
        if not outputs and write.is_ours(options.media_folder):
            found = write.everything(options.media_folder)
            unplanned |= {routes.ELSEWHERE + path for path in found}
        damaged, mended = _damaged(options, outputs)
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


def _damaged(
    options: Options, outputs: Mapping[str, Written]
) -> tuple[set[str], dict[str, Written]]:
    """As ``damaged_outputs`` says, of the output folder and of the pictures' own."""
    start = routes.ELSEWHERE
    elsewhere = {p.removeprefix(start): r for p, r in outputs.items() if p.startswith(start)}
    if not elsewhere:
        return damaged_outputs(options.output, outputs)
    here = {path: row for path, row in outputs.items() if not path.startswith(start)}
    damaged, mended = damaged_outputs(options.output, here)
    away_damaged, away_mended = damaged_outputs(options.media_folder, elsewhere)
    damaged |= {start + path for path in away_damaged}
    return damaged, mended | {start + path: row for path, row in away_mended.items()}


def collisions(
    jobs: Mapping[str, Job], drawn: Iterable[UnitDrawn], outputs: Mapping[str, Written]
) -> Iterator[Problem]:
    """One path, two units: an alias that is another article's address, a page called archive."""
    drawn = tuple(drawn)
    owners = _kept(jobs, drawn, outputs)
    chosen = {path: file for found in drawn for path, file in found.chosen}
    problems = Problems()
    for found in drawn:
        for path in found.paths:
            other = owners.setdefault(path, found.unit)
            if other != found.unit:
                here = dict(found.chosen).get(path)
                # whoever chose the path can choose another; a page of the program's can't
                other, unit = (other, found.unit) if here else (found.unit, other)
                place = Place(chosen.get(path, jobs[unit].source))
                problems.add(place, "path-twice", path=path, other=jobs[other].source)
    for path in _files_as_folders(drawn, owners, chosen.keys()):
        within = next((p for p in sorted(owners) if p.startswith(f"{path}/")), search.FOLDER)
        place = Place(chosen.get(path, jobs[owners[path]].source))
        problems.add(place, "path-twice", path=path, other=within)
    yield from problems


def _files_as_folders(
    drawn: tuple[UnitDrawn, ...], owners: Mapping[str, str], chosen: Collection[str]
) -> set[str]:
    """Files that another path needs as its folder, or that lie in the search's folder.

    Only what an editor chose can be such a file.
    """
    found = {up for one in drawn for path in one.paths for up in _above(path) if up in owners}
    if chosen:
        folders = {path.rpartition("/")[0] for path in owners}
        folders |= {up for folder in folders for up in _above(folder)}
        found |= {path for path in chosen if path in folders}
    return found | {path for path in chosen if path.split("/")[0] == search.FOLDER}


def _above(path: str) -> Iterator[str]:
    """a/b/c: a/b, a."""
    while path := path.rpartition("/")[0]:
        yield path


def gone_paths(jobs: Mapping[str, Job], drawn: Iterable[UnitDrawn], known: Known) -> set[str]:
    """Paths on disk that no unit plans any more."""
    drawn = tuple(drawn)
    planned = {path for found in drawn for path in found.paths}
    kept = _kept(jobs, drawn, known.outputs).keys()
    return (known.outputs.keys() | known.unplanned) - planned - kept


def _kept(
    jobs: Mapping[str, Job], drawn: tuple[UnitDrawn, ...], outputs: Mapping[str, Written]
) -> dict[str, str]:
    """Path to unit of the files whose unit is still planned and didn't need to be drawn."""
    units = jobs.keys() - {found.unit for found in drawn}
    return {path: row.unit for path, row in outputs.items() if row.unit in units}
