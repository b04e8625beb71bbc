"""Content folder to archive. Reads only what changed; reports everything that is wrong."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from banxin.content import paper_file, reading
from banxin.content.frontmatter import NOTHING
from banxin.content.reading import Slugs
from banxin.content.root_files import read_root_files
from banxin.content.scan import IssueFolder, scan_issues
from banxin.model import Paper, Picture
from banxin.model.archive import Archive, IssueRow, row_of, summaries_of
from banxin.model.fingerprint import digest, fingerprint
from banxin.pipeline.context import StepProgress
from banxin.pipeline.incremental.early_links import EarlyAudit, refuse_errors, unread
from banxin.pipeline.incremental.file_state import (
    changed_since,
    file_states,
    is_settled,
    parse_key,
    read_all,
)
from banxin.pipeline.incremental.known_pictures import known_pictures
from banxin.pipeline.incremental.slug_cache import known_slugs
from banxin.pipeline.incremental.standing import attachments, standing_pages
from banxin.pipeline.incremental.store import FileState, ParsedIssue, SourceStore
from banxin.pipeline.parallel import run_parallel, start_workers
from banxin.plugins import running
from banxin.plugins.running import Plugins
from banxin.problems import Place, Problem, Problems, Silence
from banxin.site.address_book import book

_NOWHERE = IssueFolder("", ())
WORTH_SPREADING = 120  # issues to read; below that, starting processes takes longer


class ReadJob(msgspec.Struct, frozen=True):
    """An issue folder to be read, with what it may know of the paper.

    ``states``: empty for a folder that is new, so that whoever reads it looks at its files.
    ``reading_digest``: digest of the program and the vocabulary.
    """

    root: Path
    folder: IssueFolder
    states: tuple[FileState, ...]
    vocabulary: Paper
    reading_digest: str
    plugins: Plugins = ()
    pictures: tuple[Picture, ...] = ()  # that needn't be looked at again


class ReadOutcome(msgspec.Struct, frozen=True):
    """What reading one folder came to; ``parsed`` is None when it has errors, and ``row`` is then
    the issue as far as it could be read.

    It crosses from one process to another, which bytes do more cheaply than values.
    """

    folder: str
    parsed: ParsedIssue | None
    problems: tuple[Problem, ...]
    silences: tuple[Silence, ...]
    row: IssueRow | None = None


class ReadIssue(msgspec.Struct, frozen=True):
    """An issue's folder as it was found, and what was read from it."""

    folder: IssueFolder
    row: IssueRow


class ReadIssues(msgspec.Struct, frozen=True):
    """Issues as an earlier load found them, by folder: those that can't have changed unseen.

    Good as long as nobody else wrote to the store (its ``mark``: see ``Database.mark``), in which
    the rest of each issue lies, and for the same ``reading_digest``.
    """

    mark: str = ""
    reading_digest: str = ""
    issues: Mapping[str, ReadIssue] = msgspec.field(default_factory=dict)

    def without(self, folders: Iterable[str]) -> ReadIssues:
        """Without these folders, and without all that lie in one of them."""
        gone = tuple(folders)
        above = tuple(f"{folder}/" for folder in gone)
        kept = {p: one for p, one in self.issues.items() if p not in gone}
        return replace(self, issues={p: s for p, s in kept.items() if not p.startswith(above)})

    def still(self, sources: SourceStore, reading_digest: str) -> Mapping[str, ReadIssue]:
        good = self.mark and (self.mark, self.reading_digest) == (sources.mark, reading_digest)
        return self.issues if good else {}


NOTHING_READ = ReadIssues()


def load(
    root: Path,
    sources: SourceStore,
    problems: Problems,
    *,
    processes: int,
    tick: StepProgress,
    plugins: Plugins = (),
    known: ReadIssues = NOTHING_READ,
    early: EarlyAudit = lambda _: (),
    drafts: bool = False,
) -> tuple[Archive, ReadIssues]:
    """The archive under ``root``. Raises BuildFailed with every problem of every file.

    ``plugins``: those that check issues; the digest that ``sources`` has is of them, too.
    ``early``: what to check between issues in any case. ``drafts``: whether links may lead to them.

    What was parsed is committed to ``sources`` even then, so that the next run reads less.
    Warnings stay in ``problems``, those of issues that weren't read again too. With it comes what
    the next load may be given as ``known``, once it has the mark that ``sources`` will have then.
    """
    now = time.time_ns()
    paper = paper_file.read_paper(root, problems)
    if paper is None:
        raise unread(root, problems)
    standing, at_root = standing_pages(root, paper, problems), read_root_files(root, problems)
    vocabulary = _vocabulary(paper)
    reading_digest = fingerprint((sources.program_digest, vocabulary))
    unchanged = known.still(sources, reading_digest)
    plain = ReadJob(root, _NOWHERE, (), vocabulary, reading_digest, plugins)
    read, jobs = _known(plain, unchanged, sources, problems, processes)
    outcomes = _outcomes(jobs, _slugs_for(jobs, plain, sources), processes)
    failed: list[IssueRow] = []
    read += _read(jobs, outcomes, sources, problems, tick, failed)
    _keep(sources, {one.folder.path for one in read} | {job.folder.path for job in jobs})
    rows = sorted((*(one.row for one in read), *failed), key=lambda row: (row.day, row.edition))
    archive = Archive(paper, standing, tuple(rows), ())
    refuse_errors(root, archive, failed, problems, early, drafts=drafts)
    archive = replace(archive, attachments=attachments(root, standing), root_files=at_root)
    return archive, ReadIssues("", reading_digest, _settled(read, unchanged, now))


def _slugs_for(jobs: list[ReadJob], plain: ReadJob, sources: SourceStore) -> Slugs:
    """What names come to, asked of the cache only where few issues are read."""
    few = [job.folder.path for job in jobs] if len(jobs) < WORTH_SPREADING else []
    return known_slugs(few, plain.vocabulary, plain.reading_digest, sources)


def _keep(sources: SourceStore, here: set[str]) -> None:
    """Commit what was read; only now, for what a new text replaced is forgotten with it."""
    sources.forget(sources.folders() - here)
    sources.commit()


def _read(
    jobs: list[ReadJob],
    outcomes: Iterator[ReadOutcome],
    sources: SourceStore,
    problems: Problems,
    tick: StepProgress,
    failed: list[IssueRow],
) -> Iterator[ReadIssue]:
    """The issues that could be read, kept in ``sources``; what they were complained of is added,
    and the others, as far as they could be read, to ``failed``."""
    for n, (job, outcome) in enumerate(zip(jobs, outcomes, strict=True), 1):
        problems.extend(outcome.problems, outcome.silences)
        if outcome.parsed:
            yield ReadIssue(job.folder, _added(sources, outcome.folder, outcome.parsed))
        elif outcome.row:
            failed.append(outcome.row)
        tick(n, len(jobs))


def _outcomes(jobs: list[ReadJob], slugs: Slugs, processes: int) -> Iterator[ReadOutcome]:
    """Where several processes read there is one more of them, for some wait for the disk."""
    readers = processes + 1 if processes > 1 else 1
    opening = partial(_reading, slugs)
    return run_parallel(opening, jobs, processes=readers, least=WORTH_SPREADING)


def _reading(slugs: Slugs) -> AbstractContextManager[Callable[[ReadJob], ReadOutcome]]:
    return nullcontext(partial(read_folder, slugs=slugs))


def _added(sources: SourceStore, folder: str, parsed: ParsedIssue) -> IssueRow:
    sources.add(parsed)
    sources.remember(folder, parsed.states, parsed.key)
    return msgspec.msgpack.decode(parsed.row, type=IssueRow)


def _vocabulary(paper: Paper) -> Paper:
    """All that an issue's reading may depend on; the rest of the paper is left blank."""
    return Paper(
        name="",
        joins_lines=paper.joins_lines,
        sections=paper.sections,
        columns=tuple(replace(term, about="") for term in paper.columns),
        topics=tuple(replace(term, about="") for term in paper.topics),
        people=paper.people,
        extra=paper.extra,
    )


def _known(
    plain: ReadJob,
    unchanged: Mapping[str, ReadIssue],
    sources: SourceStore,
    problems: Problems,
    processes: int,
) -> tuple[list[ReadIssue], list[ReadJob]]:
    """Issues that were read before, as they are now, and jobs to read all others.

    ``plain``: a job without a folder. ``unchanged``: what needn't be asked again. The ``processes``
    are started once there are jobs enough for several.
    """
    read: list[ReadIssue] = []
    jobs: list[ReadJob] = []
    for folder in scan_issues(
        plain.root, problems, {p: one.folder for p, one in unchanged.items()}
    ):
        before = unchanged.get(folder.path)
        found = before if before and before.folder is folder else _found(plain, folder, sources)
        if isinstance(found, ReadIssue):
            read.append(found)
            continue
        jobs.append(found)
        if len(jobs) == WORTH_SPREADING:
            start_workers(processes)
    return read, jobs


def _found(plain: ReadJob, folder: IssueFolder, sources: SourceStore) -> ReadIssue | ReadJob:
    """What was read from the folder as it is now, or else the job to read it."""
    states, recorded, known = sources.folder(folder.path)
    fresh = file_states(plain.root, folder, states) if states else ()
    key = parse_key(plain.reading_digest, folder.path, fresh)
    row = known if key == recorded else sources.row(key)
    if row is None:
        pictures = known_pictures(recorded, known, fresh, sources)
        return replace(plain, folder=folder, states=fresh, pictures=pictures)
    if fresh != states or key != recorded:
        sources.remember(folder.path, msgspec.msgpack.encode(fresh), key)
    return ReadIssue(folder, row)


def _settled(
    read: Iterable[ReadIssue], unchanged: Mapping[str, ReadIssue], now: int
) -> dict[str, ReadIssue]:
    """Those of which every change after ``now`` shows, or is told by who watches."""
    found = ((one.folder.path, one) for one in read)
    return {
        path: one
        for path, one in found
        if one is unchanged.get(path) or _is_settled(one.folder, now)
    }


def _is_settled(folder: IssueFolder, now: int) -> bool:
    """Whether nothing in the folder, nor the folder itself, can have changed unseen."""
    times = (file.mtime for file in folder.files)
    return folder.state is not None and is_settled(max((folder.state[2], *times)), now)


def read_folder(job: ReadJob, slugs: Slugs | None = None) -> ReadOutcome:
    """Read one issue; a pure function of the job and the files it names.

    ``slugs``: what the names in it come to, as far as that is known already.
    """
    problems = Problems()
    folder = job.folder.path
    states, held = (job.states, NOTHING) if job.states else read_all(job.root, job.folder)
    key = parse_key(job.reading_digest, folder, states)
    names = tuple(state.file.name for state in states)
    root, paper, seen = job.root, job.vocabulary, {one.file: one for one in job.pictures}
    issue = reading.read_issue(root, folder, names, paper, problems, held, slugs, seen)
    if changed_since(job.root, folder, states):
        problems.add(Place(folder), "changed-while-read")
    elif issue is None and not problems:
        problems.add(Place(folder), "issue-unreadable")
    elif issue and not problems:
        running.check(job.plugins, issue, problems)
    found = tuple(problems.found), tuple(problems.silences)
    if issue is None or problems:
        return ReadOutcome(folder, None, *found, row_of(issue, "", "", ()) if issue else None)
    summaries = msgspec.msgpack.encode(summaries_of(issue))
    listing = digest(summaries)
    row = row_of(issue, key, listing, *found)
    row = replace(row, addresses=book(row))
    encoded = msgspec.msgpack.encode
    parsed = ParsedIssue(key, encoded(states), encoded(row), listing, summaries, encoded(issue))
    return ReadOutcome(folder, parsed, *found)
