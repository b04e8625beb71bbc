"""What earlier builds left behind: parsed sources, and a manifest of the outputs.

Two SQLite files, because they have two lives: what was parsed stays good when a build fails;
the manifest of an output folder changes only when all of its files have. Each value lies there
sealed under the names that it is found by: what was damaged or swapped is no value.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from banxin.content.scan import FileEntry
from banxin.model import Issue
from banxin.model.archive import IssueRow, Summary, TermCount
from banxin.model.fingerprint import digest
from banxin.model.sealed import BrokenSeal, opened, sealed
from banxin.pipeline.incremental.database import CacheDamaged, Database, connect
from banxin.pipeline.incremental.published import (
    PublishedJob,
    check_total,
    published_jobs,
    row_of_job,
    total,
)

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
create table if not exists totals (total blob);
"""


COUNTS = 1000  # years of which the terms are kept counted, before all are forgotten


class FileState(msgspec.Struct, frozen=True, array_like=True):
    """A file as it lay in its folder when it was read."""

    file: FileEntry
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


_STATES = msgspec.msgpack.Decoder(tuple[FileState, ...])
_ROW = msgspec.msgpack.Decoder(IssueRow)
_ISSUE = msgspec.msgpack.Decoder(Issue)
_SUMMARIES = msgspec.msgpack.Decoder(tuple[Summary, ...])
_COUNTS = msgspec.msgpack.Decoder(tuple[TermCount, ...])


class MissingIssue(CacheDamaged):
    """Nothing lies under that key: whoever writes to the store replaced it, or it was damaged."""


class IssueStore:
    """Reads issues that an earlier phase parsed and committed; good for another process too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = connect(path, 30)

    def issue(self, parsed: str) -> Issue:
        """Raises CacheDamaged when nothing lies under that key as it was put there."""
        blob = self._blob("select issue from issues where parsed=?", parsed)
        return _ISSUE.decode(_sound(blob, parsed))

    def summaries(self, listing: str) -> tuple[Summary, ...]:
        """The same of every issue with that ``listing``. Raises CacheDamaged."""
        blob = self._blob("select summaries from issues where listing=?", listing)
        if not isinstance(blob, bytes) or digest(blob) != listing:
            raise CacheDamaged(listing)
        return _SUMMARIES.decode(blob)

    def counts(self, key: str) -> tuple[TermCount, ...] | None:
        """What ``keep_counts`` kept under that key; None if nothing."""
        found = self.db.execute("select terms from counts where key=?", (key,)).fetchone()
        try:
            return _COUNTS.decode(opened(found[0], key)) if found else None
        except BrokenSeal:
            return None

    def keep_counts(self, key: str, terms: tuple[TermCount, ...]) -> None:
        """Only where this process may write: elsewhere the same is counted again."""

    def folder(self, folder: str) -> tuple[tuple[FileState, ...], str, IssueRow | None]:
        """Its states, the key of what was parsed from it, and that; empty for one that is new.

        One of which something was damaged is as new.
        """
        query = (
            "select states, folders.parsed, row from folders"
            " left join issues on issues.parsed = folders.parsed where folder=?"
        )
        found = self.db.execute(query, (folder,)).fetchone()
        if found is None:
            return (), "", None
        states, parsed, row = found
        try:
            known = _STATES.decode(opened(states, _of_folder(folder, parsed)))
            return known, parsed, _ROW.decode(opened(row, parsed)) if row else None
        except BrokenSeal:
            return (), "", None

    def row(self, parsed: str) -> IssueRow | None:
        found = self.db.execute("select row from issues where parsed=?", (parsed,)).fetchone()
        try:
            return _ROW.decode(opened(found[0], parsed)) if found else None
        except BrokenSeal:
            return None

    def _blob(self, query: str, key: str) -> bytes:
        found = self.db.execute(query, (key,)).fetchone()
        if found is None:
            raise MissingIssue(key)
        blob: bytes = found[0]
        return blob


def _sound(blob: bytes, name: str) -> bytes:
    try:
        return opened(blob, name)
    except BrokenSeal as error:
        raise CacheDamaged(name) from error


def _of_folder(folder: str, parsed: str) -> str:
    return f"{folder}\n{parsed}"


class SourceStore(Database, IssueStore):
    """Issues as they were parsed, and the state their folders were in."""

    SCHEMA = SOURCES

    def __init__(self, path: Path, program_digest: str, *, trusted: bool = True) -> None:
        """``trusted``: whether what lies there is to be used at all."""
        self.program_digest, self.trusted = program_digest, trusted
        Database.__init__(self, path)

    def _begin(self, db: sqlite3.Connection, version: int) -> None:
        super()._begin(db, version)
        programs = db.execute("select digest from programs").fetchall()
        if programs != [(self.program_digest,)] or not self.trusted:
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

    def add(self, parsed: ParsedIssue) -> None:
        key, row = parsed.key, sealed(parsed.row, parsed.key)
        values = (key, row, parsed.listing, parsed.summaries, sealed(parsed.issue, key))
        self.db.execute("insert or replace into issues values (?,?,?,?,?)", values)

    def remember(self, folder: str, states: bytes, parsed: str) -> None:
        values = (folder, sealed(states, _of_folder(folder, parsed)), parsed)
        self.db.execute("insert or replace into folders values (?,?,?)", values)

    def keep_counts(self, key: str, terms: tuple[TermCount, ...]) -> None:
        self.db.execute("delete from counts where (select count(*) from counts) > ?", (COUNTS,))
        values = (key, sealed(msgspec.msgpack.encode(terms), key))
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
        return published_jobs(self.db)

    def pending(self) -> set[str]:
        """Paths that a build that was cut short may have written."""
        return {str(path) for (path,) in self.db.execute("select path from pending")}

    def announce(self, paths: Iterable[str]) -> None:
        """Commit the paths about to be published, so that a cut build leaves no orphan."""
        rows = [(p,) for p in paths]
        self.db.executemany("insert or replace into pending values (?)", rows)
        self.commit()

    def replace(self, published: Mapping[str, PublishedJob], gone: Iterable[str] = ()) -> None:
        """Record a published build: the jobs that changed, and those that are ``gone``.

        Raises CacheDamaged if any of the others was damaged since the build began.
        """
        rows = [row_of_job(job_id, job) for job_id, job in published.items()]
        check_total(self.db)
        self.db.executemany("delete from jobs where job_id=?", [(job_id,) for job_id in gone])
        self.db.executemany("insert or replace into jobs values (?,?,?,?)", rows)
        self.db.execute("delete from pending")
        self.db.execute("delete from totals")
        self.db.execute("insert into totals values (?)", (total(self.db),))
        self.commit()
