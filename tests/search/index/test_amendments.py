"""A corrected old article costs a small bundle beside its own, and nothing else."""

from __future__ import annotations

import gzip
import json
import random
import shutil
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from pathlib import Path

import cbor2
import pytest
from msgspec.structs import replace

from banxin.search import SearchRecord
from banxin.search.index import amendments, bundles
from banxin.search.index.amendments import LEAST, difference, rows
from banxin.search.index.numbering import number
from banxin.search.index.state import _state
from banxin.search.index.updating import STATE
from tests.support.search_site import INDEXER, article, articles, cache_of, index, weekly

DAYS = weekly(date(2021, 1, 8), 50)
OLD = [article(n, DAYS[n % 50]) for n in range(100)]
NEW = [article(n, date(2022, 1, 7)) for n in range(100, 105)]


@pytest.fixture(autouse=True)
def small_bundles_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(amendments, "LEAST", 50)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    index([*OLD, *NEW], tmp_path / "site")
    return tmp_path / "site"


def entries(site: Path, year: int = 2021) -> list[dict[str, object]]:
    """The bundles of a year in the manifest, without the tags that Pagefind opens them by."""
    years = json.loads((site / "pagefind/bundles.json").read_text())["years"]
    (found,) = (about["bundles"] for about in years if about["year"] == year)
    told = (entry if isinstance(entry, dict) else {"path": entry} for entry in found)
    return [{**entry, "path": f"{entry['path'].partition('/')[0]}/"} for entry in told]


def paths(site: Path, year: int = 2021) -> list[str]:
    """Of a year's bundles, without the digests of their names."""
    return [str(entry["path"])[:-10] for entry in entries(site, year)]


def held(site: Path, year: int = 2021) -> dict[str, object]:
    """What can be found of a year, by address: all words with their places, and where it is."""
    found: dict[str, object] = {}
    for entry in entries(site, year):
        without = entry.get("without", ())
        assert isinstance(without, list | tuple)
        words = postings(site / "pagefind" / str(entry["path"]))
        for n, row in enumerate(rows_of(site, entry)):
            if number(n) in without:
                continue
            assert row[0] not in found, "an article is there twice"
            found[row[0]] = (sorted(words[n]), row)
    return found


def rows_of(site: Path, entry: dict[str, object]) -> list[list[str]]:
    folder = site / "pagefind" / str(entry["path"]) / "articles"
    count = len(list(folder.iterdir()))
    return [row for n in range(count) for row in json.loads((folder / f"{n}.json").read_text())]


def postings(bundle: Path) -> dict[int, list[str]]:
    """What Pagefind's files hold of each article: a word and where it stands."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for file in (bundle / "index").iterdir():
        (words,) = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        for word, told, *_ in words:
            steps = (step for step, *_ in told)  # from the article before
            for n, (_, *places) in zip(accumulate(steps), told, strict=True):
                found[n].append(f"{word} {places}")
    return found


def fresh(records: Sequence[SearchRecord], folder: Path) -> dict[str, object]:
    index(records, folder / "site")
    return held(folder / "site")


def edited(record: SearchRecord) -> SearchRecord:
    return replace(record, body=f"{record.body}\n更正后的一段。")


def test_an_edit_leaves_the_bundle_and_adds_a_small_one(site: Path) -> None:
    before = entries(site)[0]["path"]
    assert index([edited(OLD[7]), *OLD[:7], *OLD[8:], *NEW], site).built == ("2021",)
    assert paths(site) == ["2021", "2021-amended"]
    base, amendment = entries(site)
    assert base["path"] == before
    assert len(rows_of(site, amendment)) == 1


def test_a_bundle_with_its_amendment_holds_what_a_new_one_would(tmp_path: Path) -> None:
    choose, now = random.Random("amendments"), [*OLD, *NEW]
    index(now, tmp_path / "site")
    for step in range(12):
        now.remove(choose.choice(now[:-5]))
        old = choose.choice(now[:-5])
        now[now.index(old)] = edited(old)
        now.insert(0, article(200 + step, choose.choice(DAYS)))
        index(now, tmp_path / "site")
        assert held(tmp_path / "site") == fresh(now, tmp_path / f"fresh-{step}")


def test_what_was_heard_before_needs_no_dictionary(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [edited(OLD[7]), *OLD[:7], *OLD[8:], *NEW]
    whole = fresh(now, tmp_path / "fresh")
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "pypinyin", None)
        index(now, site)
    assert held(site) == whole


def test_a_title_corrected_once_is_heard_from_then_on(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = replace(OLD[7], title="另起一题", people=("单于飞",))
    index([renamed, *OLD[:7], *OLD[8:], *NEW], site)
    monkeypatch.setitem(sys.modules, "pypinyin", None)
    assert index([edited(renamed), *OLD[:7], *OLD[8:], *NEW], site).built == ("2021",)
    with pytest.raises(ImportError):
        index([replace(renamed, title="又起一题"), *OLD[:7], *OLD[8:], *NEW], site)


def test_an_article_taken_back_needs_no_second_bundle(site: Path) -> None:
    index([*OLD[1:], *NEW], site)
    assert paths(site) == ["2021"]
    assert len(held(site)) == 99


def test_a_withdrawn_correction_leaves_nothing(site: Path) -> None:
    index([edited(OLD[0]), *OLD[1:], *NEW], site)
    found = index([*OLD, *NEW], site)
    assert entries(site) == [{"path": entries(site)[0]["path"]}]
    assert [name[:12] for name in found.removed] == ["2021-amended"]
    assert index([*OLD, *NEW], site).built == ()


def test_many_changes_build_the_bundle_anew(site: Path) -> None:
    index([*map(edited, OLD[:6]), *OLD[6:], *NEW], site)
    assert paths(site) == ["2021"]
    assert "without" not in entries(site)[0]


def test_another_order_of_what_stayed_builds_the_bundle_anew() -> None:
    day = [replace(r, day="2021-01-08") for r in OLD]
    assert difference(rows(day), [day[1], day[0], *day[2:]]) is None


def test_places_are_counted_in_the_bundle() -> None:
    new = [article(300 + n, DAYS[0]) for n in range(3)]
    found = difference(rows(OLD), [new[0], *OLD[:50], new[1], new[2], *OLD[51:]])
    assert found
    assert found.superseded == (50,)
    assert found.added == tuple(new)
    assert found.places == (0, 50, 50)


def issues(days: int, each: int = 20) -> list[SearchRecord]:
    """Of the first ``days`` of March 2022."""
    return [article(1000 + n, date(2022, 3, 1 + n // each)) for n in range(days * each)]


def test_the_latest_issues_stand_beside_the_month_and_before_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    index(issues(4), site)
    base = entries(site, 2022)[0]["path"]
    for days in (5, 6, 7):
        assert index(issues(days), site).built == ("2022-03",)
        latest, month = entries(site, 2022)
        assert month == {"path": base}
        assert len(rows_of(site, latest)) == (days - 4) * 20
        assert "places" not in latest  # as another bundle: they are newer than all of the month
    index(issues(8), site)
    assert paths(site, 2022) == ["2022-03"]


def test_a_month_that_is_over_is_put_together(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for days in (4, 5):
        index(issues(days), site)
    next_month = [article(9000, date(2022, 4, 1))]
    assert index([*issues(5), *next_month], site).built == ("2022-04", "2022-03")
    assert paths(site, 2022) == ["2022-04", "2022-03"]


def test_a_correction_in_the_month_that_is_written_costs_little(tmp_path: Path) -> None:
    site = tmp_path / "site"
    index(issues(4), site)
    now = issues(5)
    now[3] = edited(now[3])
    index(now, site)
    assert paths(site, 2022) == ["2022-03", "2022-03-amended"]
    assert len(rows_of(site, entries(site, 2022)[1])) == 21


def test_a_month_that_grows_holds_what_a_new_one_would(tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    choose = random.Random(seed)
    now = issues(3)
    for step in range(10):
        day = date(2022, 3, 4 + step)
        now += [article(2000 + 40 * step + n, day) for n in range(choose.randint(1, 40))]
        if choose.random() < 0.4:
            old = choose.randrange(len(now))
            now[old] = edited(now[old])
        if choose.random() < 0.3:
            now.pop(choose.randrange(len(now)))
        index(now, tmp_path / "site")
        whole = tmp_path / f"fresh-{step}" / "site"
        index(now, whole)
        assert held(tmp_path / "site", 2022) == held(whole, 2022), f"seed {seed}, step {step}"


def test_a_small_bundle_is_built_anew(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(site)
    monkeypatch.setattr(amendments, "LEAST", LEAST)
    index([*OLD, *NEW], site)
    index([edited(OLD[0]), *OLD[1:], *NEW], site)
    assert paths(site) == ["2021"]


def test_a_year_has_only_a_few_amendments(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "MOST_ARTICLES", 30)
    monkeypatch.setattr(amendments, "LEAST", 10)
    monkeypatch.setattr("banxin.search.index.updating.MOST_IN_A_YEAR", 2)
    now = [*OLD, *NEW]
    for day in (DAYS[1], DAYS[15], DAYS[30]):
        index(now, site)
        n = next(n for n, record in enumerate(now) if record.day == day.isoformat())
        now[n] = edited(now[n])
    index(now, site)
    quarters = ["2021-10-12", "2021-07-09", "2021-04-06", "2021-04-06-amended"]
    assert paths(site) == [*quarters, "2021-01-03", "2021-01-03-amended"]


@pytest.mark.parametrize("damage", ["2021-amended-*", "2021-????????"])
def test_damage_is_repaired(site: Path, damage: str) -> None:
    now = [edited(OLD[0]), *OLD[1:], *NEW]
    index(now, site)
    (folder,) = (site / "pagefind").glob(damage)
    next((folder / "articles").iterdir()).unlink()
    assert index(now, site).built == ("2021",)
    assert held(site).keys() == {record.url for record in OLD}
    assert index(now, site).built == ()


def test_a_damaged_proof_builds_the_bundle_anew(site: Path) -> None:
    file = cache_of(site) / STATE
    (proof,) = (b.proof for b in _state(file, INDEXER).bundles.values() if b.proof)
    file.write_bytes(file.read_bytes().replace(proof, proof[:-9] + b"\xc1" * 9))
    index([edited(OLD[0]), *OLD[1:], *NEW], site)
    assert paths(site) == ["2021"]


def test_without_its_cache_all_bundles_are_whole(site: Path) -> None:
    now = [edited(OLD[0]), *OLD[1:], *NEW]
    index(now, site)
    shutil.rmtree(site.parent / "cache")
    index(now, site)
    assert paths(site) == ["2021"]
    assert articles(1, DAYS)[0].url in held(site)
