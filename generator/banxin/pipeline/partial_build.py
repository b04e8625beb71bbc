"""Parts of a site: some of its years, drawn by themselves, and taken over into the whole.

A part is an output folder with the manifest of what was drawn into it. Whoever joins parts plans
the whole site all the same, and takes over only jobs that come out as planned: a part made from
other articles, or by another version of the program, is drawn anew instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import msgspec
from msgspec.structs import replace

from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.database import DAMAGE, connect
from banxin.pipeline.incremental.published import PublishedFile, PublishedJob, published_jobs
from banxin.pipeline.incremental.store import Manifest
from banxin.pipeline.jobs import IssueJob, Job, YearJob
from banxin.pipeline.output import staged_files
from banxin.pipeline.project import Options
from banxin.pipeline.worker import JobResult
from banxin.problems import Place, Problems
from banxin.site import routes

MANIFEST = ".banxin-part.sqlite"  # hidden, so that no page is in its way


def of_years(jobs: dict[str, Job], years: tuple[int, int] | None) -> dict[str, Job]:
    """The issues and the lists of the years from the first to the last; None: the whole site."""
    if years is None:
        return jobs
    first, last = years
    return {
        job_id: job
        for job_id, job in jobs.items()
        if isinstance(job, IssueJob | YearJob) and first <= int(job.job_id[:4]) <= last
    }


def seal(manifest: Manifest, options: Options) -> None:
    """Put the manifest of a part beside what was drawn."""
    if options.years:
        manifest.copy(options.output / MANIFEST)
    else:
        (options.output / MANIFEST).unlink(missing_ok=True)


def refuse_others(parts: Iterable[Path]) -> None:
    """Raises BuildFailed for folders that are no parts."""
    problems = Problems()
    for part in parts:
        if not (part / MANIFEST).is_file():
            problems.add(Place(str(part)), "part-unknown")
    problems.raise_errors()


def taken_over(
    options: Options, staging: Path, stale: Iterable[Job], wanted: Mapping[str, str]
) -> Iterator[JobResult]:
    """Jobs that ``options.parts`` have just as they are ``wanted``, their files in ``staging``."""
    missing = {job.job_id for job in stale if wanted[job.job_id]}
    for part in options.parts:
        here = {u: one for u, one in _published(part).items() if u in missing}
        folders = replace(options, output=part, media=None)
        for job_id, recorded in here.items():
            if recorded.digest != wanted[job_id]:
                continue
            found = {p: _staged(folders, staging, p, row) for p, row in recorded.files.items()}
            files = {path: file for path, file in found.items() if file}
            if len(files) == len(found):
                missing.discard(job_id)
                yield JobResult(job_id, files, {path: path for path in files})


def _published(part: Path) -> dict[str, PublishedJob]:
    """Nothing where the manifest of a part was damaged: its jobs are drawn anew."""
    try:
        with closing(connect(part / MANIFEST, 0)) as db:
            return published_jobs(db)
    except DAMAGE:
        return {}


def _staged(part: Options, staging: Path, path: str, row: PublishedFile) -> PublishedFile | None:
    """One file of a part in ``staging``; None if it is lost or not what was drawn."""
    inside = path.removeprefix(routes.ELSEWHERE)
    folder = part.output if inside == path else part.media_folder
    try:
        data = (folder / inside).read_bytes()
    except OSError:
        return None
    if digest(data) != row.content:
        return None
    return msgspec.structs.replace(row, mtime=staged_files.stage(staging, path, data))
