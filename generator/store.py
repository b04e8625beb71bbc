"""What earlier builds left behind: parsed sources, and a manifest of the outputs.

Two SQLite files, because they have two lives: what was parsed stays good when a build fails;
the manifest of an output folder changes only when all of its files have.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self, TypeVar
from zlib import crc32

import msgspec

from .archive import IssueRow, Summary, TermCount
from .model import Issue

SOURCES = """
create table if not exists folders (
    folder text primary key, stamps blob, parsed text) without rowid;
create table if not exists issues (
    parsed text primary key, row blob, listing text, summaries blob, issue blob);
create index if not exists listings on issues (listing);
create table if not exists counts (key text primary key, terms blob) without rowid;
create table if not exists engines (engine text primary key) without rowid;
"""
OUTPUTS = """
create table if not exists units (unit text primary key, digest text, files blob) without rowid;
create table if not exists pending (path text primary key) without rowid;
"""


COUNTS = 1000  # years of which the terms are kept counted, before all are forgotten
OPENING = 2  # seconds to wait for another build before saying that there is one
COMMITTING = 30  # a build under way waits until the newcomer has given up
# not its subclasses: a disk that is full, or a cache in use, is no reason to throw it away
DAMAGE = (sqlite3.DatabaseError, msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError)
P = ParamSpec("P")
R = TypeVar("R")


def healing(function: Callable[P, R]) -> Callable[P, R]:
    """``function``, done once more if a cache turned out to be damaged: it was thrown away."""

    @wraps(function)
    def twice(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except DAMAGE as error:
            if type(error) not in DAMAGE:
                raise
        return function(*args, **kwargs)

    return twice


class Stamp(msgspec.Struct, frozen=True):
    """A file as it lay in its folder when it was read."""

    name: str
    size: int
    mtime: int  # nanoseconds
    settled: bool  # False: it was so young that it may have changed again unseen
    digest: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """One issue as it was read, and its files as they lay then, encoded for the store."""

    key: str
    stamps: bytes
    row: bytes
    listing: str  # digest of the summaries
    summaries: bytes
    issue: bytes


class Written(msgspec.Struct, frozen=True):
    """A file of the output as it was published. ``content``: digest of its bytes."""

    size: int
    mtime: int  # nanoseconds
    content: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A unit as it was published: the digest of what it was made from, its files by path."""

    digest: str
    files: dict[str, Written]


class Database:
    """One connection in one transaction: what isn't committed leaves no trace."""

    SCHEMA = ""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.db = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            self._discard()  # damaged, and only a cache: start anew
            return self._connect()

    def _discard(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, isolation_level=None, timeout=OPENING)
        version = crc32(self.SCHEMA.encode()) >> 1
        try:
            if db.execute("pragma user_version").fetchone()[0] in (0, version):
                self._begin(db, version)
                return db
        except sqlite3.DatabaseError:
            db.close()
            raise
        db.close()
        self._discard()  # tables of another release
        return self._connect()

    def _begin(self, db: sqlite3.Connection, version: int) -> None:
        script = f"pragma journal_mode=wal; pragma synchronous=normal; {self.SCHEMA}"
        db.executescript(f"{script} pragma user_version={version};")
        db.execute("begin immediate")
        db.execute(f"pragma busy_timeout={COMMITTING * 1000}")

    def commit(self) -> None:
        """Keep what was written so far, and go on in a new transaction."""
        self.db.execute("commit")
        self.db.execute("begin immediate")

    def copy(self, target: Path) -> None:
        """All that was committed, as a file of its own."""
        target.unlink(missing_ok=True)
        # by another connection: this one is in a transaction, for the end of which it would wait
        with (
            closing(sqlite3.connect(self.path)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.db.close()
        if kind in DAMAGE:
            self._discard()


class Issues:
    """Reads issues that an earlier phase parsed and committed; good for another process too."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = sqlite3.connect(path, isolation_level=None, timeout=30)

    def issue(self, parsed: str) -> Issue:
        """Raises KeyError when nothing was parsed under that key."""
        blob = self._blob("select issue from issues where parsed=?", parsed)
        return msgspec.msgpack.decode(blob, type=Issue)

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


class Sources(Database, Issues):
    """Issues as they were parsed, and the state their folders were in."""

    SCHEMA = SOURCES

    def __init__(self, path: Path, engine: str) -> None:
        self.engine = engine
        Database.__init__(self, path)

    def _begin(self, db: sqlite3.Connection, version: int) -> None:
        super()._begin(db, version)
        if db.execute("select engine from engines").fetchall() != [(self.engine,)]:
            # what another program parsed may not even have the form of today's values
            db.execute("delete from engines")
            db.execute("delete from folders")
            db.execute("delete from issues")
            db.execute("delete from counts")
            db.execute("insert into engines values (?)", (self.engine,))

    def folders(self) -> dict[str, tuple[tuple[Stamp, ...], str]]:
        """Every known folder: its stamps, and the key of what was parsed from it."""
        decode = msgspec.msgpack.Decoder(tuple[Stamp, ...]).decode
        rows = self.db.execute("select folder, stamps, parsed from folders")
        return {folder: (decode(stamps), parsed) for folder, stamps, parsed in rows}

    def rows(self) -> dict[str, IssueRow]:
        decode = msgspec.msgpack.Decoder(IssueRow).decode
        found = self.db.execute("select parsed, row from issues")
        return {parsed: decode(row) for parsed, row in found}

    def add(self, parsed: Parsed) -> None:
        values = (parsed.key, parsed.row, parsed.listing, parsed.summaries, parsed.issue)
        self.db.execute("insert or replace into issues values (?,?,?,?,?)", values)

    def remember(self, folder: str, stamps: bytes, parsed: str) -> None:
        values = (folder, stamps, parsed)
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
    """The files of one output folder, and the units they were planned in."""

    SCHEMA = OUTPUTS

    def units(self) -> dict[str, Recorded]:
        decode = msgspec.msgpack.Decoder(dict[str, Written]).decode
        rows = self.db.execute("select unit, digest, files from units")
        return {unit: Recorded(digest, decode(files)) for unit, digest, files in rows}

    def pending(self) -> set[str]:
        """Paths that a build that was cut short may have written."""
        return {path for (path,) in self.db.execute("select path from pending")}

    def announce(self, paths: Iterable[str]) -> None:
        """Commit the paths about to be published, so that a cut build leaves no orphan."""
        rows = [(p,) for p in paths]
        self.db.executemany("insert or replace into pending values (?)", rows)
        self.commit()

    def replace(self, units: Mapping[str, Recorded], gone: Iterable[str] = ()) -> None:
        """Record a published build: the units that changed, and those that are ``gone``."""
        self.db.executemany("delete from units where unit=?", [(unit,) for unit in gone])
        encode = msgspec.msgpack.encode
        rows = [(unit, one.digest, encode(one.files)) for unit, one in units.items()]
        self.db.executemany("insert or replace into units values (?,?,?)", rows)
        self.db.execute("delete from pending")
        self.commit()
