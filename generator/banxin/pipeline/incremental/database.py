"""A cache as an SQLite file: opened for one build alone, thrown away when it is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from functools import wraps
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import ParamSpec, Self, TypeVar
from zlib import crc32

import msgspec

from banxin.model.sealed import BrokenSeal

MARKS = "create table if not exists marks (mark text);"
OPENING = 2  # seconds to wait for another build before saying that there is one
COMMITTING = 30  # a build under way waits until the newcomer has given up
P = ParamSpec("P")
R = TypeVar("R")


# Some of these are none, see is_damage. Of Unicode: SQLite quotes a damaged table's name. Of
# msgspec: what another release put there may be sealed, and have another form.
DAMAGE = (sqlite3.DatabaseError, BrokenSeal, msgspec.MsgspecError, UnicodeDecodeError)


class CacheDamaged(sqlite3.DatabaseError):
    """What must lie in the cache is gone from it, or isn't what was put there."""


def is_damage(error: BaseException | None) -> bool:
    """Whether a cache is to be thrown away for it: not for a disk that is full, or a cache in use.

    SQLite calls both "operational", and tables and columns that aren't there any more, too.
    """
    if isinstance(error, sqlite3.OperationalError):
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)  # none where it isn't SQLite's
        return code & 0xFF == sqlite3.SQLITE_ERROR
    return isinstance(error, DAMAGE)


def healing(function: Callable[P, R]) -> Callable[P, R]:
    """``function``, done once more if a cache turned out to be damaged: it was thrown away."""

    @wraps(function)
    def twice(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except DAMAGE as error:
            if not is_damage(error):
                raise
        return function(*args, **kwargs)

    return twice


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
        except DAMAGE as error:
            if not is_damage(error):
                raise
            forget(self.path)  # damaged, and only a cache: start anew
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        db = connect(self.path, OPENING)
        version = crc32(self.SCHEMA.encode()) >> 1
        try:
            found = db.execute("pragma user_version").fetchone()[0]
            if found in (0, version):
                self._fresh = not found
                self._begin(db, version)
                return db
        except DAMAGE:
            db.close()
            raise
        db.close()
        forget(self.path)  # tables of another release
        return self._connect()

    def _begin(self, db: sqlite3.Connection, version: int) -> None:
        # A new file's first commit goes straight to its place, which is quicker: nothing is there
        # yet that would have to be kept. From then on others may read while one writes.
        mode = "delete" if self._fresh else "wal"
        db.executescript(
            f"pragma journal_mode={mode}; pragma synchronous=normal;"
            f"begin; {self.SCHEMA} {MARKS} pragma user_version={version}; commit;"
        )
        db.execute("begin immediate")
        db.execute(f"pragma busy_timeout={COMMITTING * 1000}")
        self._mark, self._alone, self._written = _mark(db), True, db.total_changes

    @property
    def mark(self) -> str:
        """Another one after every commit that wrote something, whoever made it.

        "" for a new file, and where another build may have come in between two commits of ours.
        """
        return self._mark if self._alone else ""

    def commit(self) -> None:
        """Keep what was written so far, and go on in a new transaction."""
        if self.db.total_changes > self._written:
            self._mark = token_hex(8)
            self.db.execute("delete from marks")
            self.db.execute("insert into marks values (?)", (self._mark,))
            self._written = self.db.total_changes
        self.db.execute("commit")
        if self._fresh:
            self._fresh = False
            with suppress(sqlite3.OperationalError):  # somebody looks at it: the next build's task
                self.db.execute("pragma journal_mode=wal").fetchone()
        self.db.execute("begin immediate")
        self._alone = self._alone and _mark(self.db) == self._mark

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
        if is_damage(error):
            forget(self.path)


def forget(path: Path) -> None:
    """Throw a cache away; whoever has it open keeps what nobody else sees any more."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """``patience``: seconds to wait for others. Text that was damaged is no error by itself."""
    db = sqlite3.connect(path, isolation_level=None, timeout=patience)
    db.text_factory = _text
    return db


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _mark(db: sqlite3.Connection) -> str:
    found = db.execute("select mark from marks").fetchone()
    return str(found[0]) if found else ""
