"""A cache may be damaged in any way: the site is right, and nothing is said of it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from banxin.model import Issue
from banxin.model.sealed import opened, sealed
from banxin.pipeline.build import build
from banxin.pipeline.incremental.database import forget
from banxin.pipeline.last_look import last_look
from banxin.pipeline.program_digest import running_program
from banxin.pipeline.project import Project
from banxin.pipeline.search_index import reindex
from banxin.search.index.state import IndexState
from tests.attack.papers import DAYS, attacked_paper, site
from tests.support.paper import Paper, folder
from tests.support.present import present

OLD = 1_700_000_000 * 10**9  # nanoseconds


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return attacked_paper(tmp_path)


def cached(paper: Paper, pattern: str) -> list[Path]:
    found = sorted(p for p in (paper.root / ".banxin").rglob(pattern) if p.is_file())
    assert found
    return found


def columns(file: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as db:
        tables = [n for (n,) in db.execute("select name from sqlite_master where type='table'")]
        return [(t, row[1]) for t in tables for row in db.execute(f"pragma table_info({t})")]


def changed(value: object) -> object:
    if isinstance(value, str):
        return value[:-1] + chr(ord(value[-1]) ^ 1)
    return value[:-1] + bytes([value[-1] ^ 1]) if isinstance(value, bytes) else 7


@pytest.mark.parametrize("kind", ["sources", "output-*"])
@pytest.mark.parametrize("other", [lambda _: None, lambda _: 7, changed])
def test_any_value_of_a_database_may_be_another(
    paper: Paper, kind: str, other: Callable[[object], object]
) -> None:
    paper.build()
    before = site(paper)
    (file,) = cached(paper, f"{kind}.sqlite")
    for table, column in columns(file):
        with closing(sqlite3.connect(file)) as db:
            rows = db.execute(f"select {column} from {table}").fetchall()
            if rows:
                new = other(rows[0][0])
                db.execute(
                    f"update or ignore {table} set {column}=? where {column}=?", (new, *rows[0])
                )
                db.commit()
        paper.article(DAYS[0], 1, f"{table}.{column}")
        paper.build()
        paper.article(DAYS[0], 1, "第一段，1。")
        paper.build()
        assert site(paper) == before, (table, column)
        assert paper.build().drawn == ()


@pytest.mark.parametrize("kind", ["sources", "output-*"])
def test_rows_and_tables_may_be_missing(paper: Paper, kind: str) -> None:
    paper.build()
    shutil.rmtree(paper.root / "content" / folder(DAYS[1]))
    (file,) = cached(paper, f"{kind}.sqlite")
    for table in {table for table, _ in columns(file)}:
        for statement in (f"delete from {table}", f"drop table {table}"):
            with closing(sqlite3.connect(file)) as db:
                db.execute(statement)
                db.commit()
            paper.build()
            paper.build("clean")
            assert site(paper) == site(paper, "clean"), statement


@pytest.mark.parametrize("kind", ["sources", "output-*"])
def test_a_damaged_name_of_a_table_may_be_no_text(paper: Paper, kind: str) -> None:
    """SQLite says it in its message, and Python can't read that."""
    paper.build()
    before = site(paper)
    (file,) = cached(paper, f"{kind}.sqlite")
    data = file.read_bytes()
    assert b"TABLE marks" in data
    file.write_bytes(data.replace(b"TABLE marks", b"TABLE mar\xebs"))
    paper.build()
    assert site(paper) == before


@pytest.mark.parametrize("kind", ["sources", "output-*"])
def test_columns_may_have_other_names(paper: Paper, kind: str) -> None:
    paper.build()
    before = site(paper)
    (file,) = cached(paper, f"{kind}.sqlite")
    for table, column in columns(file):
        with closing(sqlite3.connect(file)) as db:
            if (table, column) in columns(file):
                db.execute(f"alter table {table} rename column {column} to other_{column}")
                db.commit()
        paper.build()
        assert site(paper) == before, (table, column)


def test_a_job_that_is_missing_leaves_no_page_of_an_issue_that_went(paper: Paper) -> None:
    paper.build()
    (file,) = cached(paper, "output-*.sqlite")
    with closing(sqlite3.connect(file)) as db:
        db.execute("delete from jobs where job_id=?", (DAYS[1],))
        db.commit()
    shutil.rmtree(paper.root / "content" / folder(DAYS[1]))
    paper.build()
    paper.build("clean")
    assert site(paper) == site(paper, "clean")


def test_compiled_templates_may_be_swapped_or_damaged(paper: Paper) -> None:
    paper.build()
    before = site(paper)
    files = cached(paper, "templates/*/*")
    for n, file in enumerate(files):
        data = file.read_bytes()
        file.write_bytes(
            (data[: n * 7], data[:40] + b"\xff" * 40, files[n - 1].read_bytes())[n % 3]
        )
    shutil.rmtree(paper.root / "output")
    assert paper.build().warnings == ()
    assert site(paper) == before


def test_the_index_is_built_anew_from_a_damaged_state(paper: Paper) -> None:
    bundles = paper.build(search=True).index.built
    before = site(paper)
    (state,) = cached(paper, "search.msgpack")
    data = bytearray(state.read_bytes())
    data[len(data) // 2] ^= 4
    state.write_bytes(data)
    assert sorted(paper.build(search=True).index.built) == sorted(bundles)
    assert site(paper) == before
    assert paper.build(search=True).index.built == ()


def test_a_part_with_a_damaged_manifest_is_drawn_anew(paper: Paper) -> None:
    paper.build("part", years=(2022, 2023))
    manifest = paper.root / "part/.banxin-part.sqlite"
    damaged = manifest.read_bytes()[:5000] + b"\xff" * 3000
    for data in (damaged, b"", b"nonsense" * 500):
        manifest.write_bytes(data)
        paper.build("joined", parts=(paper.root / "part",))
        paper.build("clean")
        assert site(paper, "joined") == site(paper, "clean")
        shutil.rmtree(paper.root / "joined")


def test_the_last_look_at_a_damaged_cache_is_none(paper: Paper) -> None:
    paper.build()
    assert last_look(Project(paper.root))
    (sources,) = cached(paper, "sources.sqlite")
    with closing(sqlite3.connect(sources)) as db:
        db.execute("update issues set issue=x'00'")
        db.commit()
    assert last_look(Project(paper.root)) is None
    forget(sources)
    sources.write_bytes(b"nonsense" * 500)
    assert last_look(Project(paper.root)) is None


@pytest.mark.parametrize(
    "statement",
    [
        "update jobs set files='text'",
        f"update jobs set files=x'00' where job_id='{DAYS[1]}'",
        f"delete from jobs where job_id='{DAYS[1]}'",
        "delete from totals",
        "drop table jobs",
    ],
)
def test_a_preview_that_remembers_the_manifest_adds_nothing_to_a_damaged_one(
    paper: Paper, statement: str
) -> None:
    project, options = Project(paper.root), paper.options()
    state = build(project, options).state
    (manifest,) = cached(paper, "output-*.sqlite")
    with closing(sqlite3.connect(manifest)) as db:
        db.execute(statement)
        db.commit()
    story = paper.article(DAYS[2], 1, "改过。")
    build(project, options, state=state.told([story.relative_to(paper.root).as_posix()]))
    shutil.rmtree(paper.root / "content" / folder(DAYS[1]))
    paper.build()
    paper.build("clean")
    assert site(paper) == site(paper, "clean")


def test_an_index_that_waits_for_a_damaged_cache_comes_with_the_next_build(paper: Paper) -> None:
    project, options = Project(paper.root), paper.options(search=True, index=False)
    program = running_program()
    archive = present(build(project, options, program=program).state.archive)
    (sources,) = cached(paper, "sources.sqlite")
    with closing(sqlite3.connect(sources)) as db:
        db.execute("update issues set issue=x'00'")
        db.commit()
    assert reindex(project, options, archive, program).built == ()
    archive = present(build(project, options, program=program).state.archive)
    assert reindex(project, options, archive, program).built
    found = site(paper)
    paper.build("clean", search=True)
    assert found == site(paper, "clean")


def forge(paper: Paper) -> None:
    """Wrong values under right seals, as only a bug of ours could put there."""
    (sources,) = cached(paper, "sources.sqlite")
    with closing(sqlite3.connect(sources)) as db:
        for key, blob in db.execute("select parsed, issue from issues").fetchall():
            issue = msgspec.msgpack.decode(opened(blob, key), type=Issue)
            wrong = msgspec.structs.replace(issue, number=(issue.number or 0) + 1000)
            data = sealed(msgspec.msgpack.encode(wrong), key)
            db.execute("update issues set issue=? where parsed=?", (data, key))
        db.commit()
    (state,) = cached(paper, "search.msgpack")
    index = msgspec.msgpack.decode(opened(state.read_bytes(), state.name), type=IndexState)
    bundles = {k: msgspec.structs.replace(b, sections={"错": 9}) for k, b in index.bundles.items()}
    wrong_index = msgspec.structs.replace(index, bundles=bundles)
    state.write_bytes(sealed(msgspec.msgpack.encode(wrong_index), state.name))


def test_a_build_of_all_trusts_nothing_that_lies_in_the_cache(paper: Paper) -> None:
    paper.build(search=True)
    before = site(paper)
    forge(paper)
    shutil.rmtree(paper.root / "output")
    paper.build(search=True)
    assert site(paper) != before, "forged so that a build believes it"
    paper.build(search=True, redraw=True)
    assert site(paper) == before


@pytest.mark.parametrize("moved", [False, True])
def test_another_text_of_the_same_size_and_time_is_seen(paper: Paper, moved: bool) -> None:
    story = paper.root / "content" / folder(DAYS[1]) / "01-01-story.md"
    for file in story.parent.iterdir():
        os.utime(file, ns=(OLD, OLD))
    paper.build()
    assert paper.build().drawn == ()
    text = story.read_text("utf-8")
    new = story.with_name(".new") if moved else story  # hidden: nobody reads it
    new.write_text(text.replace("第一段", "第一句"), "utf-8")
    os.utime(new, ns=(OLD, OLD))
    new.replace(story)
    assert story.stat().st_mtime_ns == OLD
    assert story.stat().st_size == len(text.encode())
    paper.build()
    paper.build("clean")
    assert site(paper) == site(paper, "clean")
    assert "第一句".encode() in site(paper)[f"{DAYS[1]}/01/01/index.html"]
