from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import msgspec
import pytest

from generator.archive import TermCount, row_of, summaries_of
from generator.model import Article, Credit, Headline, Issue, Page, Term
from generator.store import Issues, Manifest, Parsed, Recorded, Sources, Stamp, Written, healing

STAMPS = (Stamp("issue.md", 10, 5, True, "d"),)


def issue() -> Issue:
    article = Article(
        "content/issues/2022/2022-04-01/01-02-a.md",
        "01/02",
        1,
        2,
        Headline(("标", "题")),
        Term("yaowen", "要闻"),
        byline=(Credit("记者", "林一"),),
        region=(("2", "18.5"),),
    )
    page = Page(1, "要闻", articles=(article,))
    return Issue("2022-04-01", "content/issues/2022/2022-04-01", date(2022, 4, 1), pages=(page,))


def parsed(key: str) -> Parsed:
    encode = msgspec.msgpack.encode
    one = issue()
    return Parsed(
        key,
        encode(STAMPS),
        encode(row_of(one, key, "l", ())),
        "l",
        encode(summaries_of(one, {"林一": "linyi"})),
        encode(one),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "a.sqlite"


def filled(path: Path, engine: str = "e1") -> None:
    with Sources(path, engine) as sources:
        sources.add(parsed("k"))
        sources.remember("content/issues/2022/2022-04-01", parsed("k").stamps, "k")
        sources.commit()


def test_an_issue_comes_back_as_it_went_in(path):
    filled(path)
    with Sources(path, "e1") as sources:
        assert sources.issue("k") == issue()
        assert sources.rows()["k"] == row_of(issue(), "k", "l", ())
        assert sources.summaries("l")[0].bylines == (("linyi", "林一"),)
        assert sources.folders() == {"content/issues/2022/2022-04-01": (STAMPS, "k")}


def test_terms_that_were_counted_are_kept_by_who_may_write_and_read_by_all(path):
    terms = (TermCount("section", "yaowen", "要闻", 4),)
    with Sources(path, "e1") as sources:
        assert sources.counts("k") is None
        sources.keep_counts("k", terms)
    with Sources(path, "e1") as sources:
        assert sources.counts("k") == terms
        reader = Issues(path)
        reader.keep_counts("l", terms)
        assert (reader.counts("k"), reader.counts("l")) == (terms, None)
        reader.db.close()


def test_what_was_not_committed_is_gone(path):
    with Sources(path, "e1") as sources:
        sources.add(parsed("k"))
    with Sources(path, "e1") as sources, pytest.raises(KeyError):
        sources.issue("k")


def test_another_program_finds_nothing_of_the_old_ones_work(path):
    filled(path, "e1")
    with Sources(path, "e2") as sources:
        assert sources.rows() == {}
        assert sources.folders() == {}


def test_a_forgotten_folder_takes_its_issue_along(path):
    filled(path)
    with Sources(path, "e1") as sources:
        sources.forget(["content/issues/2022/2022-04-01"])
        assert sources.rows() == {}


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 1000])
def test_a_damaged_file_is_started_anew(path, damage):
    filled(path)
    for file in path.parent.iterdir():
        file.write_bytes(damage)
    with Sources(path, "e1") as sources:
        assert sources.rows() == {}


def test_tables_of_another_release_are_started_anew(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as db:
        db.executescript("create table outputs (path text); pragma user_version=7;")
    db.close()
    with Manifest(path) as manifest:
        assert manifest.units() == {}


def test_announced_paths_outlive_a_run_that_is_cut(path):
    with Manifest(path) as manifest:
        manifest.announce(["a.html"])
        manifest.replace({"u": Recorded("d", {})})
        manifest.announce(["b.html"])
    with Manifest(path) as manifest:
        assert manifest.pending() == {"b.html"}
        assert manifest.units() == {"u": Recorded("d", {})}


def test_replacing_records_units_with_their_files_and_what_is_gone(path):
    old, new = Written(1, 2, "c"), Written(1, 3, "d")
    with Manifest(path) as manifest:
        manifest.replace({"u": Recorded("1", {"a": old, "b": old}), "v": Recorded("1", {})})
        manifest.replace({"u": Recorded("2", {"b": new})}, gone=["v"])
    with Manifest(path) as manifest:
        assert manifest.units() == {"u": Recorded("2", {"b": new})}


def test_two_builds_of_one_output_do_not_run_at_once(path):
    with Manifest(path), pytest.raises(sqlite3.OperationalError, match="locked"):
        Manifest(path)


def test_work_that_meets_a_damaged_cache_throws_it_away_and_is_done_again(path):
    filled(path)
    tries = []

    @healing
    def work() -> int:
        with Sources(path, "e1") as sources:
            tries.append(len(sources.rows()))
            if len(tries) == 1:
                raise sqlite3.DatabaseError("database disk image is malformed")
        return tries[-1]

    assert work() == 0
    assert tries == [1, 0]


def test_a_full_disk_is_no_reason_to_throw_a_cache_away(path):
    filled(path)

    @healing
    def work() -> None:
        with Sources(path, "e1"):
            raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(sqlite3.OperationalError):
        work()
    with Sources(path, "e1") as sources:
        assert set(sources.rows()) == {"k"}
