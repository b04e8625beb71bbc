"""Content folder to archive. Reads only what changed; reports everything that is wrong."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from banxin.content import paper_file, reading
from banxin.content.frontmatter import NOTHING
from banxin.content.scan import Folder, is_passing, survey
from banxin.model import Issue, Paper, Standing
from banxin.model.archive import Archive, IssueRow, row_of, summaries_of
from banxin.model.fingerprint import digest, fingerprint
from banxin.pipeline.incremental.file_state import (
    all_read,
    changed_meanwhile,
    key_of,
    rests,
    stamps_of,
)
from banxin.pipeline.incremental.slug_cache import recall
from banxin.pipeline.incremental.store import Parsed, Sources, Stamp
from banxin.pipeline.parallel import begin, spread
from banxin.pipeline.program_digest import ENGINE
from banxin.problems import BuildFailed, Place, Problem, Problems

_NOWHERE = Folder("", ())
WORTH_SPREADING = 120  # issues to read; below that, starting processes takes longer
Tick = Callable[[int, int], None]


class Job(msgspec.Struct, frozen=True):
    """An issue folder to be read, with what it may know of the paper.

    ``stamps``: empty for a folder that is new, so that whoever reads it looks at its files.
    ``words``: digest of the program and the vocabulary.
    """

    root: Path
    folder: Folder
    stamps: tuple[Stamp, ...]
    vocabulary: Paper
    words: str


class Outcome(msgspec.Struct, frozen=True):
    """What reading one folder came to; ``parsed`` is None when it has errors.

    It crosses from one process to another, which bytes do more cheaply than values.
    """

    folder: str
    parsed: Parsed | None
    problems: tuple[Problem, ...]


class Seen(msgspec.Struct, frozen=True):
    """An issue's folder as it was found, and what was read from it."""

    folder: Folder
    row: IssueRow


class Read(msgspec.Struct, frozen=True):
    """Issues as an earlier load found them, by folder: those that can't have changed unseen.

    Good as long as nobody else wrote to the store (its ``mark``: see ``Database.mark``), in which
    the rest of each issue lies, and for the same ``words``.
    """

    mark: str = ""
    words: str = ""
    issues: Mapping[str, Seen] = msgspec.field(default_factory=dict)

    def without(self, folders: Iterable[str]) -> Read:
        """Without these folders, and without all that lie in one of them."""
        gone = tuple(folders)
        above = tuple(f"{folder}/" for folder in gone)
        kept = {p: one for p, one in self.issues.items() if p not in gone}
        return replace(self, issues={p: s for p, s in kept.items() if not p.startswith(above)})

    def still(self, sources: Sources, words: str) -> Mapping[str, Seen]:
        good = self.mark and (self.mark, self.words) == (sources.mark, words)
        return self.issues if good else {}


UNREAD = Read()


def load(
    root: Path,
    sources: Sources,
    problems: Problems,
    *,
    processes: int,
    tick: Tick,
    known: Read = UNREAD,
) -> tuple[Archive, Read]:
    """The archive under ``root``. Raises BuildFailed with every problem of every file.

    What was parsed is committed to ``sources`` even then, so that the next run reads less.
    Warnings stay in ``problems``, those of issues that weren't read again too. With it comes what
    the next load may be given as ``known``, once it has the mark that ``sources`` will have then.
    """
    now = time.time_ns()
    paper = paper_file.read_paper(root, problems)
    if paper is None:
        raise BuildFailed(tuple(problems))
    standing = _standing(root, paper, problems)
    vocabulary = _vocabulary(paper)
    words = fingerprint((ENGINE, vocabulary))
    held = known.still(sources, words)
    plain = Job(root, _NOWHERE, (), vocabulary, words)
    seen, jobs = _known(plain, held, sources, problems, processes)
    if len(jobs) < WORTH_SPREADING:
        recall([job.folder.path for job in jobs], vocabulary, words, sources)
    seen += _read(jobs, sources, problems, processes, tick)
    # only now: what a new text replaced is forgotten by the build that read it
    here = {one.folder.path for one in seen} | {job.folder.path for job in jobs}
    sources.forget(sources.folders() - here)
    problems.extend(p for one in seen for p in one.row.problems)
    sources.commit()
    problems.raise_errors()
    rows = sorted((one.row for one in seen), key=lambda row: (row.day, row.edition))
    archive = Archive(paper, standing, tuple(rows), _attachments(root, standing))
    return archive, Read("", words, _settled(seen, held, now))


def _read(
    jobs: list[Job], sources: Sources, problems: Problems, processes: int, tick: Tick
) -> Iterator[Seen]:
    """The issues that could be read, kept in ``sources``; what they were complained of is added."""
    for n, (job, outcome) in enumerate(_outcomes(jobs, processes), 1):
        problems.extend(outcome.problems)
        if outcome.parsed:
            yield Seen(job.folder, _added(sources, outcome.folder, outcome.parsed))
        tick(n, len(jobs))


def _outcomes(jobs: list[Job], processes: int) -> Iterator[tuple[Job, Outcome]]:
    """Where several processes read there is one more of them, for some wait for the disk."""
    readers = processes + 1 if processes > 1 else 1
    outcomes = spread(read_folder, jobs, processes=readers, least=WORTH_SPREADING)
    return zip(jobs, outcomes, strict=True)


def _added(sources: Sources, folder: str, parsed: Parsed) -> IssueRow:
    sources.add(parsed)
    sources.remember(folder, parsed.stamps, parsed.key)
    return msgspec.msgpack.decode(parsed.row, type=IssueRow)


def _vocabulary(paper: Paper) -> Paper:
    """All that an issue's reading may depend on; the rest of the paper is left blank."""
    return Paper(name="", sections=paper.sections, columns=paper.columns, people=paper.people)


def _standing(root: Path, paper: Paper, problems: Problems) -> tuple[Standing, ...]:
    files = sorted(p.name for p in (root / "content").glob("*.md") if not is_passing(p.name))
    pages = (reading.read_standing(root, f"content/{name}", paper, problems) for name in files)
    return tuple(sorted((p for p in pages if p), key=lambda p: (p.order, p.key)))


def _attachments(root: Path, standing: tuple[Standing, ...]) -> tuple[tuple[str, str], ...]:
    refs = (ref for page in standing for ref in page.body.refs)
    files = sorted({ref.target for ref in refs if ref.kind == "file"})
    return tuple((file, digest((root / file).read_bytes())) for file in files)


def _known(
    plain: Job,
    held: Mapping[str, Seen],
    sources: Sources,
    problems: Problems,
    processes: int,
) -> tuple[list[Seen], list[Job]]:
    """Issues that were read before, as they are now, and jobs to read all others.

    ``plain``: a job without a folder. ``held``: what needn't be asked again. The ``processes`` are
    begun once there are jobs enough for several.
    """
    seen: list[Seen] = []
    jobs: list[Job] = []
    for folder in survey(plain.root, problems, {p: one.folder for p, one in held.items()}):
        before = held.get(folder.path)
        found = before if before and before.folder is folder else _found(plain, folder, sources)
        if isinstance(found, Seen):
            seen.append(found)
            continue
        jobs.append(found)
        if len(jobs) == WORTH_SPREADING:
            begin(processes)
    return seen, jobs


def _found(plain: Job, folder: Folder, sources: Sources) -> Seen | Job:
    """What was read from the folder as it is now, or else the job to read it."""
    stamps, recorded, known = sources.folder(folder.path)
    fresh = stamps_of(plain.root, folder, stamps) if stamps else ()
    key = key_of(plain.words, folder.path, fresh)
    row = known if key == recorded else sources.row(key)
    if row is None:
        return replace(plain, folder=folder, stamps=fresh)
    if fresh != stamps or key != recorded:
        sources.remember(folder.path, msgspec.msgpack.encode(fresh), key)
    return Seen(folder, row)


def _settled(seen: Iterable[Seen], held: Mapping[str, Seen], now: int) -> dict[str, Seen]:
    """Those of which every change after ``now`` shows, or is told by who watches."""
    found = ((one.folder.path, one) for one in seen)
    return {path: one for path, one in found if one is held.get(path) or _rests(one.folder, now)}


def _rests(folder: Folder, now: int) -> bool:
    """Whether nothing in the folder, nor the folder itself, can have changed unseen."""
    times = (file.mtime for file in folder.files)
    return folder.state is not None and rests(max((folder.state[2], *times)), now)


def read_folder(job: Job) -> Outcome:
    """Read one issue; a pure function of the job and the files it names."""
    problems = Problems()
    folder = job.folder.path
    stamps, held = (job.stamps, NOTHING) if job.stamps else all_read(job.root, job.folder)
    key = key_of(job.words, folder, stamps)
    names = tuple(stamp.name for stamp in stamps)
    issue = reading.read_issue(job.root, folder, names, job.vocabulary, problems, held)
    if changed_meanwhile(job.root, folder, stamps):
        problems.add(Place(folder), "changed-while-read")
    elif issue is None and not problems:
        problems.add(Place(folder), "issue-unreadable")
    found = tuple(problems)
    if issue is None or problems:
        return Outcome(folder, None, found)
    keys = _byline_keys(issue, job.vocabulary)
    summaries = msgspec.msgpack.encode(summaries_of(issue, keys))
    listing = digest(summaries)
    row = row_of(issue, key, listing, found)
    encoded = msgspec.msgpack.encode
    parsed = Parsed(key, encoded(stamps), encoded(row), listing, summaries, encoded(issue))
    return Outcome(folder, parsed, found)


def _byline_keys(issue: Issue, vocabulary: Paper) -> dict[str, str]:
    """The address key of every name in the issue's bylines."""
    given = {person.name: person.key for person in vocabulary.people if person.key}
    names = {credit.name for article in issue.articles for credit in article.byline}
    return {name: given.get(name) or reading.term_key(name) for name in sorted(names)}
