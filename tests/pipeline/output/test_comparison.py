from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from banxin.model.fingerprint import digest
from banxin.pipeline.incremental.published import PublishedFile, PublishedJob
from banxin.pipeline.jobs import AssetsJob
from banxin.pipeline.output.comparison import PreviousOutput, collisions, gone_paths, inspect
from banxin.pipeline.project import Options
from banxin.pipeline.worker import JobResult

JOBS = {
    "2022-04-01": AssetsJob("2022-04-01", "content/issues/2022/2022-04-01"),
    "site": AssetsJob("site", "content"),
}
ALIASING = "content/issues/2022/2022-04-01/01-01-a.md"


FILE = PublishedFile(10, 0, "c")
PublishedJobs = dict[str, PublishedJob]


def drawn(job_id: str, *paths: str, chosen: str = "") -> JobResult:
    files = dict.fromkeys((*paths, *([chosen] if chosen else ())), FILE)
    return JobResult(job_id, files, {}, (), ((chosen, ALIASING),) if chosen else ())


def kept(job_id: str, *paths: str) -> PublishedJobs:
    return {job_id: PublishedJob.of("d", dict.fromkeys(paths, FILE))}


def known(published: PublishedJobs, unplanned: tuple[str, ...] = ()) -> PreviousOutput:
    return PreviousOutput(published, {}, frozenset(), frozenset(unplanned), False)


def complaints(*published: JobResult, snapshot: PublishedJobs | None = None) -> list[str]:
    found = collisions(JOBS, published, snapshot or {})
    return [f"{p.place}: {dict(p.details)['path']} / {dict(p.details)['other']}" for p in found]


def test_paths_of_their_own_are_fine() -> None:
    assert complaints(drawn("site", "index.html"), drawn("2022-04-01", "a/index.html")) == []
    assert complaints(drawn("site", "a/index.html"), snapshot=kept("site", "a/index.html")) == []


def test_one_path_for_two_units_names_both() -> None:
    issue = drawn("2022-04-01", chosen="archive/index.html")
    assert complaints(drawn("site", "archive/index.html"), issue) == [
        f"{ALIASING}: archive/index.html / content"
    ]


def test_the_place_is_where_the_path_was_chosen_whichever_unit_is_drawn_first() -> None:
    issue, site = drawn("2022-04-01", chosen="feed.xml"), drawn("site", "feed.xml")
    assert complaints(issue, site) == complaints(site, issue) == [f"{ALIASING}: feed.xml / content"]


def test_a_page_that_was_not_drawn_keeps_its_path() -> None:
    issue = drawn("2022-04-01", chosen="archive/index.html")
    assert complaints(issue, snapshot=kept("site", "archive/index.html")) == [
        f"{ALIASING}: archive/index.html / content"
    ]


def test_a_file_cannot_be_another_paths_folder() -> None:
    clash = [f"{ALIASING}: a.htm / a.htm/b/index.html"]
    issue = drawn("2022-04-01", chosen="a.htm")
    assert complaints(issue, drawn("site", "a.htm/b/index.html")) == clash
    assert complaints(issue, snapshot=kept("site", "a.htm/b/index.html")) == clash


def test_a_new_page_below_an_old_file_is_seen_too() -> None:
    site = drawn("site", "a.htm/b/index.html")
    assert complaints(site, snapshot=kept("2022-04-01", "a.htm")) == [
        "content/issues/2022/2022-04-01: a.htm / a.htm/b/index.html"
    ]


def test_nothing_gets_into_the_folder_of_the_search() -> None:
    issue = drawn("2022-04-01", chosen="pagefind/x.htm")
    assert complaints(issue) == [f"{ALIASING}: pagefind/x.htm / pagefind"]


def test_gone_is_what_no_unit_plans_any_more() -> None:
    published = kept("site", "index.html") | kept("2022-04-01", "a", "b") | kept("2021-01-01", "c")
    found = gone_paths(JOBS, [drawn("2022-04-01", "a")], known(published, ("d",)))
    assert found == {"b", "c", "d"}


def test_what_moved_to_another_unit_is_not_gone() -> None:
    published = kept("2021-01-01", "c")
    assert gone_paths(JOBS, [drawn("2022-04-01", "c")], known(published)) == set()


def test_only_what_lies_intact_on_disk_need_not_be_put_out() -> None:
    found = replace(known(kept("site", "a", "b")), damaged={"site": {"b"}})
    assert found.digests() == {}
    assert found.intact("site") == {"a": FILE}
    assert found.intact("2022-04-01") == {}
    assert replace(found, redraw=True).intact("site") == {}
    assert known(kept("site", "a")).digests() == {"site": "d"}


def test_afterwards_every_planned_unit_is_there_with_what_was_drawn() -> None:
    published = kept("site", "a") | kept("2021-01-01", "c")
    found = known(published).after(JOBS, {"2022-04-01": "now"}, [drawn("2022-04-01", "b")])
    assert found == kept("site", "a") | {"2022-04-01": PublishedJob.of("now", {"b": FILE})}


# what lies on disk


def row(data: bytes, mtime: int) -> PublishedFile:
    return PublishedFile(len(data), mtime, digest(data))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "a.html"
    file.write_bytes(b"page")
    os.utime(file, ns=(10**18, 10**18))
    return file


def seen(page: Path, **files: PublishedFile) -> tuple[set[str], dict[str, PublishedFile]]:
    return inspect(
        Options(page.parent), {name.replace("_", "."): one for name, one in files.items()}
    )


def test_a_file_as_it_was_written_is_sound(page: Path) -> None:
    assert seen(page, a_html=row(b"page", 10**18)) == (set(), {})


def test_the_same_bytes_with_another_time_are_only_noted(page: Path) -> None:
    damaged, repaired = seen(page, a_html=row(b"page", 5))
    assert damaged == set()
    assert repaired["a.html"].mtime == 10**18


@pytest.mark.parametrize("written", [b"pag", b"gone", b"pagE"])
def test_other_bytes_are_damage(page: Path, written: bytes) -> None:
    assert seen(page, a_html=row(written, 5))[0] == {"a.html"}


def test_what_is_not_there_is_damage(page: Path) -> None:
    files = {"b.html": row(b"page", 5), "a.html/index.html": row(b"page", 5)}
    assert inspect(Options(page.parent), files)[0] == set(files)


def test_pictures_that_lie_elsewhere_are_looked_at_there(page: Path) -> None:
    away = page.parent / "media"
    away.mkdir()
    page.rename(away / "a.html")
    options = Options(page.parent, media=away)
    assert inspect(options, {".banxin-media/a.html": row(b"page", 10**18)})[0] == set()


def test_a_folder_of_a_files_size_in_its_place_is_damage(page: Path) -> None:
    folder = page.parent / "b.html"
    folder.mkdir()
    row = PublishedFile(folder.stat().st_size, 5, "c")
    assert inspect(Options(page.parent), {"b.html": row}) == ({"b.html"}, {})
