"""What earlier builds left behind: parsed sources, and a manifest of the outputs.

Two SQLite files, because they have two lives: what was parsed stays good when a build fails;
the manifest of an output folder changes only when all of its files have.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Self

import msgspec

from banxin.model import Issue
from banxin.model.archive import IssueRow, Summary, TermCount
from banxin.pipeline.incremental.database import Database
from banxin.pipeline.output.size_budget import Weight, weight_of

SOURCES = """
create table if not exists folders (
    folder text primary key, states blob, parsed text) without rowid;
create table if not exists issues (
    parsed text primary key, row blob, listing text, summaries blob, issue blob);
create index if not exists listings on issues (listing);
create index if not exists uses on folders (parsed);
create table if not exists counts (key text primary key, terms blob) without rowid;
create table if not exists programs (digest text primary key) without rowid;
"""
OUTPUTS = """
create table if not exists jobs (
    job_id text primary key, digest text, weight blob, files blob) without rowid;
create table if not exists pending (path text primary key) without rowid;
"""


COUNTS = 1000  # years of which the terms are kept counted, before all are forgotten


class FileState(msgspec.Struct, frozen=True):
    """A file as it lay in its folder when it was read."""

    name: str
    size: int
    mtime: int  # nanoseconds
    settled: bool  # False: it was so young that it may have changed again unseen
    digest: str


class ParsedIssue(msgspec.Struct, frozen=True):
    """One issue as it was read, and its files as they lay then, encoded for the store."""

    key: str
    states: bytes
    row: bytes
    listing: str  # digest of the summaries
    summaries: bytes
    issue: bytes


class PublishedFile(msgspec.Struct, frozen=True):
    """A file of the output as it was published. ``content``: digest of its bytes."""

    size: int
    mtime: int  # nanoseconds
    content: str


class PublishedJob(msgspec.Struct, frozen=True, dict=True):
    """A job as it was published: the digest of what it was made from, its files.

    They stay packed until they are asked for: most builds ask only a few of thousands of published.
    """

    digest: str
    weight: Weight
    packed: bytes

    @classmethod
    def of(cls, digest: str, files: Mapping[str, PublishedFile]) -> Self:
        weight = weight_of((path, file.size) for path, file in files.items())
        return cls(digest, weight, msgspec.msgpack.encode(files))

    @cached_property
    def files(self) -> dict[str, PublishedFile]:
        """By path."""
        return _FILES.decode(self.packed)


_FILES = msgspec.msgpack.Decoder(dict[str, PublishedFile])
_WEIGHT = msgspec.msgpack.Decoder(Weight)
_STATES = msgspec.msgpack.Decoder(tuple[FileState, ...])
_ROW = msgspec.msgpack.Decoder(IssueRow)


class IssueStore:
    """Reads issues that an earlier phase parsed and committed; good for another process too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = sqlite3.connect(path, isolation_level=None, timeout=30)

    def issue(self, parsed: str) -> Issue:
        """Raises KeyError when nothing was parsed under that key."""
        blob = self._blob("select issue from issues where parsed=?", parsed)
        return msgspec.msgpack.decode(blob, type=Issue)

    def parse_of(self, folder: str) -> str:
        """Under which key the folder was parsed; "" if it never was."""
        query = "select folders.parsed from folders join issues using (parsed) where folder=?"
        found = self.db.execute(query, (folder,)).fetchone()
        return found[0] if found else ""

    def summaries(self, listing: str) -> tuple[Summary, ...]:
        """The same of every issue with that ``listing``. Raises KeyError when there is none."""
        blob = self._blob("select summaries from issues where listing=?", listing)
        return msgspec.msgpack.decode(blob, type=tuple[Summary, ...])

    def counts(self, key: str) -> tuple[TermCount, ...] | None:
        """What ``keep_counts`` kept under that key; None if nothing."""
        found = self.db.execute("select terms from counts where key=?", (key,)).fetchone()
        return msgspec.msgpack.decode(found[0], type=tuple[TermCount, ...]) if found else None

    def keep_counts(self, key: str, terms: tuple[TermCount, ...]) -> None:
        """Only where this process may write: elsewhere the same is counted again."""

    def _blob(self, query: str, key: str) -> bytes:
        found = self.db.execute(query, (key,)).fetchone()
        if found is None:
            raise KeyError(key)
        blob: bytes = found[0]
        return blob


class SourceStore(Database, IssueStore):
    """Issues as they were parsed, and the state their folders were in."""

    SCHEMA = SOURCES

    def __init__(self, path: Path, program_digest: str) -> None:
        self.program_digest = program_digest
        Database.__init__(self, path)

    def _begin(self, db: sqlite3.Connection, version: int) -> None:
        super()._begin(db, version)
        if db.execute("select digest from programs").fetchall() != [(self.program_digest,)]:
            # what another program parsed may not even have the form of today's values
            db.execute("delete from programs")
            db.execute("delete from folders")
            db.execute("delete from issues")
            db.execute("delete from counts")
            db.execute("insert into programs values (?)", (self.program_digest,))
            self._mark = ""

    def folders(self) -> set[str]:
        """Every folder that was parsed."""
        return {folder for (folder,) in self.db.execute("select folder from folders")}

    def folder(self, folder: str) -> tuple[tuple[FileState, ...], str, IssueRow | None]:
        """Its states, the key of what was parsed from it, and that; empty for one that is new."""
        query = (
            "select states, folders.parsed, row from folders"
            " left join issues on issues.parsed = folders.parsed where folder=?"
        )
        found = self.db.execute(query, (folder,)).fetchone()
        if found is None:
            return (), "", None
        states, parsed, row = found
        return _STATES.decode(states), parsed, _ROW.decode(row) if row else None

    def row(self, parsed: str) -> IssueRow | None:
        found = self.db.execute("select row from issues where parsed=?", (parsed,)).fetchone()
        return _ROW.decode(found[0]) if found else None

    def add(self, parsed: ParsedIssue) -> None:
        values = (parsed.key, parsed.row, parsed.listing, parsed.summaries, parsed.issue)
        self.db.execute("insert or replace into issues values (?,?,?,?,?)", values)

    def remember(self, folder: str, states: bytes, parsed: str) -> None:
        values = (folder, states, parsed)
        self.db.execute("insert or replace into folders values (?,?,?)", values)

    def keep_counts(self, key: str, terms: tuple[TermCount, ...]) -> None:
        self.db.execute("delete from counts where (select count(*) from counts) > ?", (COUNTS,))
        values = (key, msgspec.msgpack.encode(terms))
        self.db.execute("insert or replace into counts values (?,?)", values)
        self.commit()

    def forget(self, folders: Iterable[str]) -> None:
        """Drop folders that are gone, and every parse that no folder uses any more."""
        self.db.executemany("delete from folders where folder=?", [(f,) for f in folders])
        self.db.execute("delete from issues where parsed not in (select parsed from folders)")


class Manifest(Database):
    """The files of one output folder, and the jobs they were planned in."""

    SCHEMA = OUTPUTS

    @property
    def beside(self) -> Path:
        """A folder for what else is kept of the same output."""
        return self.path.with_suffix("")

    def published(self) -> dict[str, PublishedJob]:
        decode = _WEIGHT.decode
        rows = self.db.execute("select job_id, digest, weight, files from jobs")
        return {
            job_id: PublishedJob(digest, decode(weight), files)
            for job_id, digest, weight, files in rows
        }

    def pending(self) -> set[str]:
        """Paths that a build that was cut short may have written."""
        return {path for (path,) in self.db.execute("select path from pending")}

    def announce(self, paths: Iterable[str]) -> None:
        """Commit the paths about to be published, so that a cut build leaves no orphan."""
        rows = [(p,) for p in paths]
        self.db.executemany("insert or replace into pending values (?)", rows)
        self.commit()

    def replace(self, published: Mapping[str, PublishedJob], gone: Iterable[str] = ()) -> None:
        """Record a published build: the jobs that changed, and those that are ``gone``."""
        self.db.executemany("delete from jobs where job_id=?", [(job_id,) for job_id in gone])
        encode = msgspec.msgpack.encode
        rows = [(job_id, u.digest, encode(u.weight), u.packed) for job_id, u in published.items()]
        self.db.executemany("insert or replace into jobs values (?,?,?,?)", rows)
        self.db.execute("delete from pending")
        self.commit()
