from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import msgspec
import pytest

from banxin.content.scan import FileEntry
from banxin.model import Article, Credit, Headline, Issue, Page, Term
from banxin.model.archive import TermCount, row_of, summaries_of
from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.database import CacheDamaged
from banxin.pipeline.incremental.published import PublishedFile, PublishedJob
from banxin.pipeline.incremental.store import (
    FileState,
    IssueStore,
    Manifest,
    ParsedIssue,
    SourceStore,
)

FOLDER = "content/issues/2022/2022-04-01"
STAMPS = (FileState(FileEntry("issue.md", 10, 5, 5, 7), True, "d"),)


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
    return Issue(
        "2022-04-01", FOLDER, date(2022, 4, 1), pages=(page,), person_keys=(("林一", "linyi"),)
    )


LISTING = digest(msgspec.msgpack.encode(summaries_of(issue())))


def parsed(key: str) -> ParsedIssue:
    encode = msgspec.msgpack.encode
    one = issue()
    return ParsedIssue(
        key,
        encode(STAMPS),
        encode(row_of(one, key, LISTING, ())),
        LISTING,
        encode(summaries_of(one)),
        encode(one),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "a.sqlite"


def filled(path: Path, engine: str = "e1") -> None:
    with SourceStore(path, engine) as sources:
        sources.add(parsed("k"))
        sources.remember(FOLDER, parsed("k").states, "k")
        sources.commit()


def test_an_issue_comes_back_as_it_went_in(path: Path) -> None:
    filled(path)
    with SourceStore(path, "e1") as sources:
        assert sources.issue("k") == issue()
        assert sources.row("k") == row_of(issue(), "k", LISTING, ())
        assert sources.summaries(LISTING)[0].bylines == ("林一",)
        assert sources.folders() == {FOLDER}
        assert sources.folder(FOLDER) == (STAMPS, "k", sources.row("k"))


def test_terms_that_were_counted_are_kept_by_who_may_write_and_read_by_all(path: Path) -> None:
    terms = (TermCount("section", "yaowen", "要闻", 4),)
    with SourceStore(path, "e1") as sources:
        assert sources.counts("k") is None
        sources.keep_counts("k", terms)
    with SourceStore(path, "e1") as sources:
        assert sources.counts("k") == terms
        reader = IssueStore(path)
        reader.keep_counts("l", terms)
        assert (reader.counts("k"), reader.counts("l")) == (terms, None)
        reader.db.close()


def test_what_was_not_committed_is_gone(path: Path) -> None:
    with SourceStore(path, "e1") as sources:
        sources.add(parsed("k"))
    with SourceStore(path, "e1") as sources, pytest.raises(CacheDamaged):
        sources.issue("k")


def test_another_program_finds_nothing_of_the_old_ones_work(path: Path) -> None:
    filled(path, "e1")
    with SourceStore(path, "e2") as sources:
        assert sources.row("k") is None
        assert sources.folders() == set()


def test_a_forgotten_folder_takes_its_issue_along(path: Path) -> None:
    filled(path)
    with SourceStore(path, "e1") as sources:
        sources.forget([FOLDER])
        assert sources.row("k") is None


def test_announced_paths_outlive_a_run_that_is_cut(path: Path) -> None:
    with Manifest(path) as manifest:
        manifest.announce(["a.html"])
        manifest.replace({"u": PublishedJob.of("d", {})})
        manifest.announce(["b.html"])
    with Manifest(path) as manifest:
        assert manifest.pending() == {"b.html"}
        assert manifest.published() == {"u": PublishedJob.of("d", {})}


def test_replacing_records_units_with_their_files_and_what_is_gone(path: Path) -> None:
    old, new = PublishedFile(1, 2, "c"), PublishedFile(1, 3, "d")
    with Manifest(path) as manifest:
        manifest.replace(
            {"u": PublishedJob.of("1", {"a": old, "b": old}), "v": PublishedJob.of("1", {})}
        )
        manifest.replace({"u": PublishedJob.of("2", {"b": new})}, gone=["v"])
    with Manifest(path) as manifest:
        assert manifest.published() == {"u": PublishedJob.of("2", {"b": new})}


def test_a_row_that_was_damaged_is_not_believed(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as db:
        db.execute("update issues set row = x'00' where parsed = 'k'")
    with SourceStore(path, "e1") as sources:
        assert sources.row("k") is None
