"""The index in the output folder: what is built, what stays, and what a mishap leaves."""

from __future__ import annotations

import json
import shutil
import stat
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from banxin.problems import BuildFailed, Problems
from banxin.problems.reports import report
from banxin.search import IndexMonth, SearchRecord, inspect, update
from banxin.search.index import builder, state
from banxin.search.index.pagefind_service import SearchFailed
from banxin.search.index.pagefind_service import index as whole
from banxin.search.index.state import BuiltBundle
from banxin.search.index.updating import STATE
from tests.support.search_site import INDEXER, article, cache_of, index, months_of

DAYS = [date(2020, 6, 5), date(2021, 3, 2), date(2022, 1, 7), date(2022, 2, 4), date(2022, 2, 11)]
ARTICLES = [article(n, DAYS[n % len(DAYS)]) for n in range(15)]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    index(ARTICLES, tmp_path / "site")
    return tmp_path / "site"


def bundles(site: Path) -> list[str]:
    """Of the manifest, newest first, without the digests of their names."""
    manifest = json.loads((site / "pagefind/bundles.json").read_text())
    return [path.partition("/")[0][:-9] for year in manifest["years"] for path in year["bundles"]]


def tree(site: Path) -> dict[str, bytes]:
    folder = site / "pagefind"
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_manifest_lists_years_and_filters(site: Path) -> None:
    manifest = json.loads((site / "pagefind/bundles.json").read_text())
    assert bundles(site) == ["2022-02", "2022-01", "2021", "2020"]
    assert [(y["year"], y["count"]) for y in manifest["years"]] == [(2022, 9), (2021, 3), (2020, 3)]
    assert (manifest["years"][0]["first"], manifest["years"][0]["last"]) == (
        "2022-01-07",
        "2022-02-11",
    )
    assert sum(count for _, count in manifest["sections"]) == 15
    assert sum(count for _, count, _ in manifest["pages"]) == 15


def test_only_a_paper_with_columns_has_them_in_its_files(tmp_path: Path) -> None:
    some = [replace(ARTICLES[0], column="三衢论坛"), *ARTICLES[1:]]
    index(some, tmp_path / "site")
    files = [json.loads(f.read_text()) for f in (tmp_path / "site/pagefind").rglob("facets.json")]

    assert json.loads((tmp_path / "site/pagefind/bundles.json").read_text())["columns"] == [
        ["三衢论坛", 1]
    ]
    assert [f["columns"] for f in files if "columns" in f] == [["", "三衢论坛"]]
    assert sum(sum(f.get("column", ())) for f in files) == 1


def test_only_a_paper_whose_pages_have_names_has_them_in_its_files(tmp_path: Path) -> None:
    some = [replace(ARTICLES[0], page_name="理论"), *ARTICLES[1:]]
    index(some, tmp_path / "site")
    files = [json.loads(f.read_text()) for f in (tmp_path / "site/pagefind").rglob("facets.json")]

    assert [f["page_names"] for f in files if "page_names" in f] == [["", "理论"]]
    assert sum(sum(f.get("page_name", ())) for f in files) == 1


def test_what_another_release_built_is_built_anew(site: Path) -> None:
    assert index(ARTICLES, site).built == ()
    assert len(index(ARTICLES, site, indexer="of another").built) == 4


def test_what_was_just_looked_at_is_not_looked_at_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = next((site / "pagefind").glob("2021-*/index/*"))
    damaged.write_bytes(b"")
    intact = inspect(site, cache_of(site), INDEXER)
    names = {path.name for path in (site / "pagefind").iterdir() if path.is_dir()}
    assert names - intact == {damaged.parent.parent.name}
    looked: list[str] = []
    folder_is_intact = state._folder_is_intact

    def noted(site: Path, part: BuiltBundle) -> bool:
        looked.append(part.name)
        return folder_is_intact(site, part)

    monkeypatch.setattr(state, "_folder_is_intact", noted)
    report = index(ARTICLES, site, intact=intact)
    assert report.built == ("2021",)
    assert looked == [damaged.parent.parent.name]


def test_nothing_is_built_or_even_loaded_when_nothing_changed(site: Path) -> None:
    before = tree(site)
    months = {
        key: replace(month, load=lambda: pytest.fail("was loaded"))
        for key, month in months_of(ARTICLES).items()
    }
    problems = Problems()
    found = update(
        months, output=site, cache=site.parent / "cache", problems=problems, indexer_digest=INDEXER
    )
    assert not list(problems)
    assert found.built == found.removed == ()
    assert (found.bundles, found.articles) == (4, 15)
    assert tree(site) == before


def test_a_changed_article_rebuilds_its_bundle_alone(site: Path) -> None:
    edited = [replace(a, title="改过的题目") if a.day == "2021-03-02" else a for a in ARTICLES]
    assert index(edited, site).built == ("2021",)


def test_a_new_year_turns_the_months_of_the_last_into_one_bundle(site: Path) -> None:
    found = index([*ARTICLES, article(20, date(2023, 1, 6))], site)
    assert sorted(found.built) == ["2022", "2023-01"]
    assert bundles(site) == ["2023-01", "2022", "2021", "2020"]
    assert {name[:7] for name in found.removed} == {"2022-01", "2022-02"}
    folders = {p.name[:-9] for p in (site / "pagefind").iterdir() if p.is_dir()}
    assert folders == {"engine", "2023-01", "2022", "2021", "2020"}


def test_what_no_article_needs_any_more_is_removed(site: Path) -> None:
    index([a for a in ARTICLES if a.day != "2020-06-05"], site)
    assert bundles(site) == ["2022-02", "2022-01", "2021"]
    index([], site)
    assert bundles(site) == []
    assert not [p for p in (site / "pagefind").iterdir() if p.name.startswith("20")]


def test_a_month_of_drafts_has_no_bundle(site: Path) -> None:
    months = {**months_of(ARTICLES), "2022-03": IndexMonth("drafts", 4, lambda: ())}
    problems = Problems()
    found = update(
        months, output=site, cache=site.parent / "cache", problems=problems, indexer_digest=INDEXER
    )
    assert not list(problems)
    assert found.built == ("2022-03",)
    assert bundles(site) == ["2022-02", "2022-01", "2021", "2020"]
    found = update(
        months, output=site, cache=site.parent / "cache", problems=problems, indexer_digest=INDEXER
    )
    assert found.built == ()


@pytest.mark.parametrize("damage", ["removed", "cut short", "folder gone", "left over"])
def test_a_damaged_index_is_repaired(site: Path, damage: str) -> None:
    folder = next(p for p in (site / "pagefind").iterdir() if p.name.startswith("2021"))
    file = next((folder / "index").iterdir())
    if damage == "removed":
        file.unlink()
    elif damage == "cut short":
        file.write_bytes(file.read_bytes()[:-5])
    elif damage == "folder gone":
        shutil.rmtree(folder)
    else:
        (site / "pagefind/2019-old").mkdir()
        (site / "pagefind/.staging/2021-half").mkdir(parents=True)
    found = index(ARTICLES, site)
    assert found.built == (() if damage == "left over" else ("2021",))
    names = {p.name[:4] for p in (site / "pagefind").iterdir() if p.is_dir()}
    assert names == {"engi", "2022", "2021", "2020"}  # and what a killed run left is gone
    assert index(ARTICLES, site).built == ()


def test_without_its_cache_all_is_built_again(site: Path) -> None:
    shutil.rmtree(site.parent / "cache")
    assert len(index(ARTICLES, site).built) == 4


@pytest.mark.parametrize(
    "damage", [b"", b"\x00", b"\xc1", b"\xa1\xff", b"\x81\xaeindexer_digest\xa1\xff"]
)
def test_a_damaged_memory_of_it_is_as_good_as_none(site: Path, damage: bytes) -> None:
    before = tree(site)
    file = cache_of(site) / STATE
    for state_of_it in (damage, file.read_bytes()[:-9] + damage):
        file.write_bytes(state_of_it)
        assert len(index(ARTICLES, site).built) == 4
    assert tree(site) == before


def test_a_failed_run_leaves_the_last_good_index(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(site)
    program = site.parent / "pagefind"
    program.write_text(f"#!{sys.executable}\nimport sys; sys.exit(3)\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(builder, "binary", lambda: program)
    with pytest.raises(BuildFailed) as failed:
        index([*ARTICLES, article(30, date(2022, 3, 4))], site)
    assert [p.code for p in failed.value.problems] == ["search-died"]
    assert tree(site) == before
    monkeypatch.undo()
    assert index([*ARTICLES, article(30, date(2022, 3, 4))], site).built == ("2022-03",)


@pytest.mark.parametrize("lost", ["pagefind-entry.json", "pagefind.js"])
def test_an_index_that_lacks_a_file_is_never_published(
    site: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    before = tree(site)
    monkeypatch.setattr(
        "banxin.search.index.builder.index",
        lambda *asked: {path: data for path, data in whole(*asked).items() if path != lost},
    )
    with pytest.raises(BuildFailed) as failed:
        index([*ARTICLES, article(99, DAYS[0])], site, indexer="of another")
    assert {p.code for p in failed.value.problems} == {"search-nonsense"}
    assert tree(site) == before


@pytest.mark.parametrize("target", [".", "bundles.json"])
def test_a_folder_that_holds_somebodys_link_is_no_bundle_and_stays(site: Path, target: str) -> None:
    strangers = site / "pagefind/2019-0123abcd"
    strangers.mkdir()
    (strangers / "notes").symlink_to(site / "pagefind" / target)
    index(ARTICLES[:-1], site)
    assert (strangers / "notes").is_symlink()


def test_a_run_cut_before_the_manifest_leaves_the_last_good_index(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = (site / "pagefind/bundles.json").read_bytes()
    before = tree(site)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    more = [*ARTICLES, article(30, date(2022, 2, 25))]
    monkeypatch.setattr("banxin.search.index.updating.replace", killed)
    with pytest.raises(KeyboardInterrupt):
        index(more, site)
    assert (site / "pagefind/bundles.json").read_bytes() == manifest
    assert before.items() <= tree(site).items()
    monkeypatch.undo()
    assert index(more, site).built == ("2022-02",)
    assert len([p for p in (site / "pagefind").iterdir() if p.name.startswith("2022-02")]) == 1


def test_a_missing_pagefind_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Path:
        raise SearchFailed("search-not-installed", why="No module named 'pagefind_bin'")

    monkeypatch.setattr(builder, "binary", missing)
    problems = Problems()
    update(
        months_of(ARTICLES),
        output=tmp_path,
        cache=tmp_path / "cache",
        problems=problems,
        indexer_digest=INDEXER,
    )
    assert "pip install --force-reinstall pagefind-bin" in report(problems)
    assert "pip install --force-reinstall pagefind-bin" in report(problems, language="en")
    assert not (tmp_path / "pagefind" / "bundles.json").exists()


def test_a_full_disk_is_a_problem_and_no_traceback(site: Path) -> None:
    shutil.rmtree(site / "pagefind")
    (site / "pagefind").write_text("a file in the way")
    with pytest.raises(BuildFailed) as failed:
        index(ARTICLES, site)
    assert [p.code for p in failed.value.problems] == ["search-not-written"]


def test_articles_lie_newest_first_in_their_bundle(site: Path) -> None:
    folder = next(p for p in (site / "pagefind").iterdir() if p.name.startswith("2022-02"))
    facets = json.loads((folder / "facets.json").read_text())
    assert facets["days"] == [["2022-02-11", 3], ["2022-02-04", 3]]


def test_the_record_of_an_article_without_author_or_heads_is_indexed(tmp_path: Path) -> None:
    bare = SearchRecord("/2022-01-01/01/01/", "2022-01-01", 1, "要闻", "通知")
    assert index([bare], tmp_path / "site").articles == 1
