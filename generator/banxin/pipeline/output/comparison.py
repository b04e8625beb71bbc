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
from banxin.pipeline.incremental.published import PublishedFile, PublishedJob
from banxin.pipeline.incremental.store import Manifest
from banxin.pipeline.jobs import Job
from banxin.pipeline.output import record, staged_files
from banxin.pipeline.project import Options
from banxin.pipeline.worker import JobResult
from banxin.problems import Place, Problem, Problems
from banxin.site import routes

PublishedJobs = Mapping[str, PublishedJob]
Inspection = tuple[dict[str, set[str]], dict[str, PublishedJob]]  # see inspect_all
WORTH_FORKING = 200  # jobs; fewer are looked at before a process has begun


class OutputSnapshot(msgspec.Struct, frozen=True):
    """The output as a build left it: every file was as it was published.

    Good as long as no other build was there (the manifest's ``mark``: see ``Database.mark``) and
    the ``folders`` are the same. That nobody else damaged a file can't be seen from here.
    """

    mark: str = ""
    folders: tuple[tuple[int, int] | None, ...] = ()
    published: PublishedJobs = msgspec.field(default_factory=dict)

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

    ``damaged``: paths by job of what isn't on disk as it was published. ``repaired``: jobs of
    which only a file's time was another, as a restored cache or a copied folder brings it.
    """

    published: PublishedJobs
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
            return cls(snapshot.published, {}, frozenset(), frozenset(), options.redraw)
        published = manifest.published()
        return cls.found(manifest, options, published, inspect_all(options, published))

    @classmethod
    def found(
        cls, manifest: Manifest, options: Options, published: PublishedJobs, inspection: Inspection
    ) -> PreviousOutput:
        """What ``inspect_all`` came to."""
        damaged, repaired = inspection
        unplanned = manifest.pending()
        # the cache is lost, or older than the output
        if not published or not record.is_settled(options, manifest):
            unplanned |= record.read_both(options).files.keys()
        if unplanned:
            unplanned -= {path for one in published.values() for path in one.files}
        return cls(
            {**published, **repaired},
            damaged,
            frozenset(repaired),
            frozenset(unplanned),
            options.redraw,
        )

    def paths(self) -> set[str]:
        """Files that we wrote."""
        return set(self.unplanned).union(*(one.files for one in self.published.values()))

    def digests(self) -> dict[str, str]:
        """Unit to digest, of those that needn't be drawn if it is still the same."""
        kept = () if self.redraw else self.published.items()
        return {job_id: one.digest for job_id, one in kept if job_id not in self.damaged}

    def digest_of(self, job_id: str) -> str:
        """What the job was made from when it was published; "" for one that wasn't."""
        return self.published[job_id].digest if job_id in self.published else ""

    def intact(self, job_id: str) -> Mapping[str, PublishedFile]:
        """The job's files that lie on disk as they should."""
        if self.redraw or job_id not in self.published:
            return {}
        files, damaged = self.published[job_id].files, self.damaged.get(job_id, ())
        return {p: file for p, file in files.items() if p not in damaged} if damaged else files

    def after(
        self, jobs: Mapping[str, Job], wanted: Mapping[str, str], drawn: Iterable[JobResult]
    ) -> dict[str, PublishedJob]:
        """Every job as it will lie in the output folder once what was ``drawn`` is published."""
        kept = {job_id: one for job_id, one in self.published.items() if job_id in jobs}
        return kept | {d.job_id: PublishedJob.of(d.made_from(wanted), d.files) for d in drawn}


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
    published = manifest.published()

    def work() -> tuple[Inspection, frozenset[str]]:
        index: frozenset[str] = frozenset()
        if options.indexed:
            index = search.inspect(options.output, manifest.beside, indexer_digest)
        return inspect_all(options, published), index

    with in_background(work, processes=processes if len(published) >= WORTH_FORKING else 1) as done:

        def found() -> Inspected:
            inspection, index = done()
            return PreviousOutput.found(manifest, options, published, inspection), index

        yield found


def inspect_all(options: Options, published: PublishedJobs) -> Inspection:
    """Jobs with files that aren't as they were published; and jobs with their times put right."""
    damaged: dict[str, set[str]] = {}
    repaired: dict[str, PublishedJob] = {}
    for job_id, one in published.items():
        paths, retimed = inspect(options, one.files)
        if paths:
            damaged[job_id] = paths
        if retimed:
            repaired[job_id] = PublishedJob.of(one.digest, one.files | retimed)
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
    jobs: Mapping[str, Job], drawn: Iterable[JobResult], published: PublishedJobs
) -> Iterator[Problem]:
    """One path, two published: an alias that is another article's address, a page called archive.

    What was published has no two of a path, so only a path that is new to its job can be one.
    """
    drawn = tuple(drawn)
    if not any(_claims(found, published) for found in drawn):
        return
    owners = _kept(jobs, drawn, published)
    chosen = {path: file for found in drawn for path, file in found.chosen}
    problems = Problems()
    for found in drawn:
        for path in found.files:
            other = owners.setdefault(path, found.job_id)
            if other != found.job_id:
                here = dict(found.chosen).get(path)
                # whoever chose the path can choose another; a page of the program's can't
                other, job_id = (other, found.job_id) if here else (found.job_id, other)
                place = Place(chosen.get(path, jobs[job_id].source))
                problems.add(place, "path-twice", path=path, other=jobs[other].source)
    for path in _files_as_folders(drawn, owners, chosen.keys()):
        within = next((p for p in sorted(owners) if p.startswith(f"{path}/")), search.FOLDER)
        place = Place(chosen.get(path, jobs[owners[path]].source))
        problems.add(place, "path-twice", path=path, other=within)
    yield from problems


def _claims(found: JobResult, published: PublishedJobs) -> bool:
    """Whether the job has a path now that it hadn't when it was published."""
    return (
        found.job_id not in published
        or not found.files.keys() <= published[found.job_id].files.keys()
    )


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
    """Paths on disk that no job plans any more."""
    again = {found.job_id: found.files for found in drawn}
    before = {
        path
        for job_id, one in known.published.items()
        if job_id in again or job_id not in jobs
        for path in one.files
    }
    return (before | known.unplanned).difference(*again.values())


def _kept(
    jobs: Mapping[str, Job], drawn: tuple[JobResult, ...], published: PublishedJobs
) -> dict[str, str]:
    """Path to job of the files whose job is still planned and didn't need to be drawn."""
    again = {found.job_id for found in drawn}
    return {
        path: job_id
        for job_id, one in published.items()
        if job_id in jobs and job_id not in again
        for path in one.files
    }
