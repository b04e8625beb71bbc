from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from banxin.pipeline.incremental.database import healing
from banxin.pipeline.incremental.published import PublishedJob
from banxin.pipeline.incremental.store import Manifest, SourceStore
from banxin.pipeline.output.size_budget import Weight
from tests.pipeline.incremental.test_store import filled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "a.sqlite"


def mark(path: Path) -> str:
    with Manifest(path) as manifest:
        return manifest.mark


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 1000])
def test_a_damaged_file_is_started_anew(path: Path, damage: bytes) -> None:
    filled(path)
    for file in path.parent.iterdir():
        file.write_bytes(damage)
    with SourceStore(path, "e1") as sources:
        assert sources.row("k") is None


def test_tables_of_another_release_are_started_anew(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as db:
        db.executescript("create table outputs (path text); pragma user_version=7;")
    db.close()
    with Manifest(path) as manifest:
        assert manifest.published() == {}


def test_two_builds_of_one_output_do_not_run_at_once(path: Path) -> None:
    with Manifest(path), pytest.raises(sqlite3.OperationalError, match="locked"):
        Manifest(path)


def test_a_new_cache_is_written_straight_to_its_place_and_shared_from_then_on(path: Path) -> None:
    with Manifest(path) as manifest:
        manifest.replace(
            {f"u{n}": PublishedJob(str(n), Weight(), b"0" * 5000) for n in range(2000)}
        )
        assert journal(manifest) == "wal"
        assert path.with_name("a.sqlite-wal").stat().st_size < 100_000 < path.stat().st_size
    with Manifest(path) as manifest:
        assert journal(manifest) == "wal"


def journal(database: Manifest) -> str:
    return str(database.db.execute("pragma journal_mode").fetchone()[0])


def test_a_cut_first_build_leaves_an_empty_cache(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path;"
        "from banxin.pipeline.incremental.store import Manifest;"
        "from banxin.pipeline.output.size_budget import Weight;"
        f"m = Manifest(Path({str(path)!r}));"
        "r = [(str(n), '', b'', b'0' * 5000) for n in range(2000)];"
        "m.db.executemany('insert into jobs values (?,?,?,?)', r); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert path.with_name("a.sqlite-journal").exists()
    with Manifest(path) as manifest:
        assert manifest.published() == {}


def test_work_that_meets_a_damaged_cache_throws_it_away_and_is_done_again(path: Path) -> None:
    filled(path)
    tries: list[bool] = []

    @healing
    def work() -> bool:
        with SourceStore(path, "e1") as sources:
            tries.append(sources.row("k") is not None)
            if len(tries) == 1:
                raise sqlite3.DatabaseError("database disk image is malformed")
        return tries[-1]

    assert work() is False
    assert tries == [True, False]


def test_a_full_disk_is_no_reason_to_throw_a_cache_away(path: Path) -> None:
    filled(path)

    @healing
    def work() -> None:
        with SourceStore(path, "e1"):
            raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(sqlite3.OperationalError):
        work()
    with SourceStore(path, "e1") as sources:
        assert sources.row("k")


def test_every_commit_that_wrote_something_leaves_another_mark(path: Path) -> None:
    marks = [mark(path)]
    for digest in "123":
        with Manifest(path) as manifest:
            manifest.replace({"u": PublishedJob.of(digest, {})})
            assert manifest.mark not in marks
            marks.append(manifest.mark)
        assert mark(path) == marks[-1]
    assert marks[0] == ""


def test_who_only_reads_leaves_the_mark_as_it_was(path: Path) -> None:
    with Manifest(path) as manifest:
        manifest.replace({"u": PublishedJob.of("1", {})})
        first = manifest.mark
    with Manifest(path) as manifest:
        manifest.published()
        manifest.commit()
        assert manifest.mark == first


def test_what_is_thrown_away_or_emptied_by_another_program_has_no_mark(path: Path) -> None:
    filled(path, "e1")
    assert mark_of_sources(path, "e1")
    assert mark_of_sources(path, "e2") == ""
    assert mark_of_sources(path, "e1")  # the other one was turned away before it wrote anything
    path.unlink()
    assert mark_of_sources(path, "e1") == ""


def mark_of_sources(path: Path, engine: str) -> str:
    with SourceStore(path, engine) as sources:
        return sources.mark


def test_a_mark_is_worth_nothing_once_another_build_came_in_between(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Manifest(path) as manifest:
        manifest.replace({"u": PublishedJob.of("1", {})})
        slip_in(path, manifest, monkeypatch)
        manifest.replace({"u": PublishedJob.of("2", {})})
        assert manifest.mark == ""
        monkeypatch.undo()
        manifest.replace({"u": PublishedJob.of("3", {})})
        assert manifest.mark == ""


def slip_in(path: Path, manifest: Manifest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another build writes between the next commit of ``manifest`` and what follows it."""

    class Gap:
        def __init__(self, db: sqlite3.Connection) -> None:
            self.db = db

        def __getattr__(self, name: str) -> object:
            return getattr(self.db, name)

        def execute(self, statement: str, *values: Sequence[str | bytes]) -> sqlite3.Cursor:
            found = self.db.execute(statement, *values)
            if statement == "commit":
                with Manifest(path) as other:
                    other.replace({"v": PublishedJob.of("1", {})})
            return found

    monkeypatch.setattr(manifest, "db", Gap(manifest.db))
