"""What is to be done to the output folder: the plan held against what an earlier build left."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from banxin import search
from banxin.model.fingerprint import digest
from banxin.pipeline.background import in_background
from banxin.pipeline.incremental.store import Manifest, PublishedFile, PublishedJob
from banxin.pipeline.jobs import Job
from banxin.pipeline.output import staged_files
from banxin.pipeline.project import Options
from banxin.pipeline.worker import JobResult
from banxin.problems import Place, Problem, Problems
from banxin.site import routes

Units = Mapping[str, PublishedJob]
Inspection = tuple[dict[str, set[str]], dict[str, PublishedJob]]  # see inspect_all
WORTH_FORKING = 200  # units; fewer are looked at before a process has begun


class OutputSnapshot(msgspec.Struct, frozen=True):
    """The output as a build left it: every file was as it was published.

    Good as long as no other build was there (the manifest's ``mark``: see ``Database.mark``) and
    the ``folders`` are the same. That nobody else damaged a file can't be seen from here.
    """

    mark: str = ""
    folders: tuple[tuple[int, int] | None, ...] = ()
    units: Units = msgspec.field(default_factory=dict)

    def is_good(self, manifest: Manifest, options: Options) -> bool:
        marked = bool(self.mark) and self.mark == manifest.mark
        return (
            marked
            and self.folders == output_folders(options)
            and staged_files.is_ours(options.output)
        )


NO_SNAPSHOT = OutputSnapshot()


def output_folders(options: Options) -> tuple[tuple[int, int] | None, ...]:
    """Which folders the output's are: their devices and numbers, None where there is none."""
    return tuple(map(_identity, (options.output, options.media_folder)))


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        stat = folder.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


class PreviousOutput(msgspec.Struct, frozen=True):
    """What an earlier build left in the output folder.

    ``damaged``: paths by unit of what isn't on disk as it was published. ``repaired``: units of
    which only a file's time was another, as a restored cache or a copied folder brings it.
    """

    units: Units
    damaged: Mapping[str, set[str]]
    repaired: frozenset[str]
    unplanned: frozenset[str]  # files that may be ours though no manifest names them
    redraw: bool

    @classmethod
    def of(
        cls, manifest: Manifest, options: Options, snapshot: OutputSnapshot = NO_SNAPSHOT
    ) -> PreviousOutput:
        """``snapshot``: how it lay after the last build, where somebody remembers that."""
        if snapshot.is_good(manifest, options):
            return cls(snapshot.units, {}, frozenset(), frozenset(), options.redraw)
        units = manifest.units()
        return cls.found(manifest, options, units, inspect_all(options, units))

    @classmethod
    def found(
        cls, manifest: Manifest, options: Options, units: Units, inspection: Inspection
    ) -> PreviousOutput:
        """What ``inspect_all`` came to."""
        damaged, repaired = inspection
        unplanned = manifest.pending() if units else _orphans(options) | manifest.pending()
        if unplanned:
            unplanned -= {path for one in units.values() for path in one.files}
        return cls(
            {**units, **repaired},
            damaged,
            frozenset(repaired),
            frozenset(unplanned),
            options.redraw,
        )

    def digests(self) -> dict[str, str]:
        """Unit to digest, of those that needn't be drawn if it is still the same."""
        kept = () if self.redraw else self.units.items()
        return {unit: one.digest for unit, one in kept if unit not in self.damaged}

    def intact(self, unit: str) -> Mapping[str, PublishedFile]:
        """The unit's files that lie on disk as they should."""
        if self.redraw or unit not in self.units:
            return {}
        files, damaged = self.units[unit].files, self.damaged.get(unit, ())
        return {p: file for p, file in files.items() if p not in damaged} if damaged else files

    def after(
        self, jobs: Mapping[str, Job], wanted: Mapping[str, str], drawn: Iterable[JobResult]
    ) -> dict[str, PublishedJob]:
        """Every unit as it will lie in the output folder once what was ``drawn`` is published."""
        kept = {unit: one for unit, one in self.units.items() if unit in jobs}
        return kept | {d.unit: PublishedJob.of(wanted[d.unit], d.files) for d in drawn}


def _orphans(options: Options) -> set[str]:
    """What lies in folders of ours of which no manifest says anything."""
    found = set()
    if staged_files.is_ours(options.output):
        inside = staged_files.everything(options.output)
        found |= {path for path in inside if not path.startswith(f"{search.FOLDER}/")}
    if staged_files.is_ours(options.media_folder):
        found |= {routes.ELSEWHERE + path for path in staged_files.everything(options.media_folder)}
    return found


Inspected = tuple[PreviousOutput, frozenset[str]]  # and the intact folders of the search index


@contextmanager
def inspecting(
    manifest: Manifest,
    options: Options,
    snapshot: OutputSnapshot,
    indexer_digest: str,
    *,
    processes: int,
) -> Iterator[Callable[[], Inspected]]:
    """Begin to inspect the output folder, and give what waits for the result."""
    if snapshot.is_good(manifest, options):
        yield lambda: (PreviousOutput.of(manifest, options, snapshot), frozenset())
        return
    units = manifest.units()

    def work() -> tuple[Inspection, frozenset[str]]:
        index: frozenset[str] = frozenset()
        if options.indexed:
            index = search.inspect(options.output, manifest.beside, indexer_digest)
        return inspect_all(options, units), index

    with in_background(work, processes=processes if len(units) >= WORTH_FORKING else 1) as done:

        def found() -> Inspected:
            inspection, index = done()
            return PreviousOutput.found(manifest, options, units, inspection), index

        yield found


def inspect_all(options: Options, units: Units) -> Inspection:
    """Units with files that aren't as they were published; and units with their times put right."""
    damaged: dict[str, set[str]] = {}
    repaired: dict[str, PublishedJob] = {}
    for unit, one in units.items():
        paths, retimed = inspect(options, one.files)
        if paths:
            damaged[unit] = paths
        if retimed:
            repaired[unit] = PublishedJob.of(one.digest, one.files | retimed)
    return damaged, repaired


def inspect(
    options: Options, files: Mapping[str, PublishedFile]
) -> tuple[set[str], dict[str, PublishedFile]]:
    """Paths that aren't as they were published, and files of which only the time differs."""
    damaged: set[str] = set()
    repaired: dict[str, PublishedFile] = {}
    here, elsewhere = f"{options.output}/", f"{options.media_folder}/"
    for path, file in files.items():
        on_disk = here + path
        if path.startswith(routes.ELSEWHERE):
            on_disk = elsewhere + path.removeprefix(routes.ELSEWHERE)
        try:
            stat = os.stat(on_disk)  # noqa: PTH116 a Path costs more
        except (FileNotFoundError, NotADirectoryError):
            damaged.add(path)
            continue
        if stat.st_size != file.size:
            damaged.add(path)
        elif stat.st_mtime_ns != file.mtime:
            if _content(on_disk) == file.content:
                repaired[path] = msgspec.structs.replace(file, mtime=stat.st_mtime_ns)
            else:
                damaged.add(path)
    return damaged, repaired


def _content(path: str) -> str:
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return ""


def collisions(
    jobs: Mapping[str, Job], drawn: Iterable[JobResult], units: Units
) -> Iterator[Problem]:
    """One path, two units: an alias that is another article's address, a page called archive.

    What was published has no two of a path, so only a path that is new to its unit can be one.
    """
    drawn = tuple(drawn)
    if not any(_claims(found, units) for found in drawn):
        return
    owners = _kept(jobs, drawn, units)
    chosen = {path: file for found in drawn for path, file in found.chosen}
    problems = Problems()
    for found in drawn:
        for path in found.files:
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


def _claims(found: JobResult, units: Units) -> bool:
    """Whether the unit has a path now that it hadn't when it was published."""
    return found.unit not in units or not found.files.keys() <= units[found.unit].files.keys()


def _files_as_folders(
    drawn: tuple[JobResult, ...], owners: Mapping[str, str], chosen: Collection[str]
) -> set[str]:
    """Files that another path needs as its folder, or that lie in the search's folder.

    Only what an editor chose can be such a file.
    """
    found = {up for one in drawn for path in one.files for up in _above(path) if up in owners}
    if chosen:
        folders = {path.rpartition("/")[0] for path in owners}
        folders |= {up for folder in folders for up in _above(folder)}
        found |= {path for path in chosen if path in folders}
    return found | {path for path in chosen if path.split("/")[0] == search.FOLDER}


def _above(path: str) -> Iterator[str]:
    """a/b/c: a/b, a."""
    while path := path.rpartition("/")[0]:
        yield path


def gone_paths(
    jobs: Mapping[str, Job], drawn: Iterable[JobResult], known: PreviousOutput
) -> set[str]:
    """Paths on disk that no unit plans any more."""
    again = {found.unit: found.files for found in drawn}
    before = {
        path
        for unit, one in known.units.items()
        if unit in again or unit not in jobs
        for path in one.files
    }
    return (before | known.unplanned).difference(*again.values())


def _kept(jobs: Mapping[str, Job], drawn: tuple[JobResult, ...], units: Units) -> dict[str, str]:
    """Path to unit of the files whose unit is still planned and didn't need to be drawn."""
    again = {found.unit for found in drawn}
    return {
        path: unit
        for unit, one in units.items()
        if unit in jobs and unit not in again
        for path in one.files
    }
