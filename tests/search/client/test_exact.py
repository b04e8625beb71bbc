"""What a reader looks for is found, all of it and nothing else: in a browser, against the truth."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from banxin.search import SearchRecord
from banxin.search.index import amendments
from tests.support.search_browser import ask, opened
from tests.support.search_site import article, articles, index, texts, truth, weekly

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ONE_MONTH = [date(2022, 3, day) for day in range(1, 31)]
THREE_YEARS = [day for year in (2020, 2021) for day in weekly(date(year, 1, 8), 30)]
THREE_YEARS += weekly(date(2022, 1, 7), 16)  # January to April
BUNDLES = {"one bundle": (ONE_MONTH, 1), "many bundles": (THREE_YEARS, 6)}
COUNT = 420
PIECES = 330


@pytest.fixture(scope="module", params=BUNDLES)
def paper(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Page, Sequence[SearchRecord]]]:
    days, bundles = BUNDLES[request.param]
    records = articles(COUNT, days)
    site = tmp_path_factory.mktemp("paper") / "site"
    assert index(records, site).bundles == bundles
    with opened(browser, site) as page:
        yield page, records


def pieces(records: Sequence[SearchRecord], count: int, seed: str) -> list[str]:
    """Of the texts as they are printed: of every field, length and position."""
    choose = random.Random(seed)
    found: list[str] = []
    while len(found) < count:
        text = choose.choice(texts(choose.choice(records)))
        length = choose.randint(1, 12)
        start = choose.choice((0, max(0, len(text) - length), choose.randrange(len(text))))
        piece = text[start : start + length].replace('"', "").strip().lstrip("-")  # a sign: not
        if any(c.isalnum() for c in piece):
            found.append(f'"{piece}"' if " " in piece and choose.random() < 0.7 else piece)
    return found


def assert_exact(page: Page, records: Sequence[SearchRecord], queries: Sequence[str]) -> None:
    """Recall and precision over all queries are 1.000; no article is listed twice."""
    found = wanted = right = 0
    wrong = []
    for query, answer in zip(queries, ask(page, *queries), strict=True):
        expected, got = truth(query, records), answer["exact"]
        assert expected, f"{query} isn't taken from the texts"
        found, wanted = found + len(got), wanted + len(expected)
        right += len(expected & set(got))
        if sorted(got) != sorted(expected):
            wrong.append((query, expected ^ set(got)))
    print(f"{len(queries)} queries: recall {right / wanted:.3f}, precision {right / found:.3f}")
    assert not wrong
    assert right == wanted == found


def test_every_piece_of_a_text_is_found_and_nothing_else(
    paper: tuple[Page, Sequence[SearchRecord]],
) -> None:
    page, records = paper
    queries = pieces(records, PIECES, "pieces")
    assert {len(q) for q in queries} >= set(range(1, 13))
    assert_exact(page, records, queries)


def test_the_newest_comes_first_across_all_bundles(
    paper: tuple[Page, Sequence[SearchRecord]],
) -> None:
    assert_newest_first(*paper)


def assert_newest_first(page: Page, records: Sequence[SearchRecord]) -> None:
    day = {r.url: r.day for r in records}
    for answer in ask(page, "的", "2022年", "大"):
        days = [day[url] for url in answer["newest"]]
        assert len(days) > 20
        assert days == sorted(days, reverse=True)


def test_days_and_filters_narrow_the_search_together(
    paper: tuple[Page, Sequence[SearchRecord]],
) -> None:
    page, records = paper
    assert_filtered(page, records, next(r for r in records[200:] if r.authors))


def assert_filtered(page: Page, records: Sequence[SearchRecord], some: SearchRecord) -> None:
    """By days and section, and by author and page, as ``some`` article has them."""
    first, last = sorted((records[150].day, records[300].day))
    wanted = {"from": first, "to": last, "section": some.section}
    (found,) = ask(page, "的", **wanted)
    among = [r for r in records if first <= r.day <= last and r.section == some.section]
    assert set(found["exact"]) == truth("的", among)
    author = some.authors[0]
    (found,) = ask(page, "", by=author, page=str(some.page))
    among = [r for r in records if author in r.authors and r.page == some.page]
    assert set(found["exact"]) == {r.url for r in among}


@pytest.mark.parametrize("least", [10, 10_000], ids=["amended", "built anew"])
def test_the_search_is_exact_after_an_incremental_update(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, least: int
) -> None:
    monkeypatch.setattr(amendments, "LEAST", least)
    site = tmp_path / "site"
    records = articles(COUNT, THREE_YEARS)
    index(records, site)
    changed = [30, 31, 90, 200, 260]
    edited = [replace(records[n], body=f"{records[n].body}\n改写：鹦鹉洲上有雾。") for n in changed]
    moved = replace(records[8], day="2021-02-19", url="/2021-02-19/03/0008/")
    added = [
        replace(article(n, day), title=f"新添的第{n}篇")
        for n, day in enumerate((*THREE_YEARS[::20], date(2022, 5, 6)), 900)
    ]
    left = {records[n].url for n in (*changed, 8, 50, 51, 210)}  # the last three were withdrawn
    now = [*edited, moved, *added, *(r for r in records if r.url not in left)]
    report = index(now, site)
    assert {"2020", "2021", "2022-05"} <= set(report.built)
    assert len(list((site / "pagefind").glob("20*-amended-*"))) == (2 if least < COUNT else 0)
    with opened(browser, site) as page:
        wanted = ["鹦鹉洲", "新添的第9", *pieces(now, 80, "update"), *pieces(edited, 20, "edited")]
        assert_exact(page, now, wanted)
        gone = [records[n].body[40:60] for n in (50, 51, 210)]
        assert [a["exact"] for a in ask(page, *(f'"{text}"' for text in gone))] == [[], [], []]
        assert_newest_first(page, now)
        assert_filtered(page, now, next(r for r in edited if r.authors))
