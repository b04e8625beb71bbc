"""What a reader looks for is found, all of it and nothing else: in a browser, against the truth."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.search import Record

from .search_site import articles, article, fields, index, served, truth, weekly

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ONE_MONTH = [date(2022, 3, day) for day in range(1, 31)]
THREE_YEARS = [
    *weekly(date(2020, 1, 3), 40),
    *weekly(date(2021, 2, 5), 30),
    *weekly(date(2022, 1, 7), 16),
]
COUNT = 420

ASK = """async (queries) => {
  const { openPaper, Search } = await import("./pagefind/paper.js");
  const paper = (globalThis.paper ??= await openPaper("/paper/"));
  const urls = (globalThis.urls ??= new Map());
  for (const year of paper.years)
    if (!urls.has(year)) {
      const all = [...(await year.every())];
      const data = await Promise.all(all.map(([, article]) => article.data()));
      urls.set(year, new Map(all.map(([id], n) => [id, data[n].url.replace("/paper", "")])));
    }
  const answers = [];
  for (const [query, wanted] of queries) {
    const search = new Search(paper, query, wanted ?? {});
    while (search.waiting.length) await search.next();
    await search.first();
    const list = (hits) => hits.map((hit) => urls.get(hit.year).get(hit.id));
    answers.push({ exact: list(search.exact), pinyin: list(search.pinyin), close: list(search.close) });
  }
  return answers;
}"""


def ask(page: Page, *queries: str) -> list[dict[str, list[str]]]:
    answers: list[dict[str, list[str]]] = page.evaluate(ASK, [[query] for query in queries])
    return answers


class Site:
    """A paper in a browser."""

    def __init__(self, records: Sequence[Record], folder: Path, browser: Browser) -> None:
        self.records = list(records)
        self.folder = folder / "site"
        self.browser = browser

    def open(self, address: str) -> Page:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "blank.html").write_text('<!doctype html><html lang="zh-CN"><p>')
        page = self.browser.new_page()
        page.goto(f"{address}blank.html")
        return page


@pytest.fixture(scope="module", params=["one bundle", "many bundles"])
def opened(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Page, Sequence[Record]]]:
    days = ONE_MONTH if request.param == "one bundle" else THREE_YEARS
    site = Site(articles(COUNT, days), tmp_path_factory.mktemp("paper"), browser)
    report = index(site.records, site.folder)
    assert report.bundles == (1 if request.param == "one bundle" else 6)
    with served(site.folder) as address:
        page = site.open(address)
        yield page, site.records
        page.close()


def some_queries(records: Sequence[Record], count: int, seed: str) -> list[str]:
    """Pieces of the articles as they are printed: of every field, length and position."""
    choose = random.Random(seed)
    queries = []
    while len(queries) < count:
        record = choose.choice(records)
        texts = (record.title, record.kicker, record.subtitle, record.byline, record.body)
        text = choose.choice([t for t in (*texts, record.signoff, *record.captions) if t])
        length = choose.randint(1, 12)
        start = choose.choice((0, max(0, len(text) - length), choose.randrange(len(text))))
        piece = text[start : start + length].replace("\n", " ").strip().replace('"', "")
        queries.append(f'"{piece}"' if " " in piece and choose.random() < 0.7 else piece)
    return [q for q in queries if any(c.isalnum() for c in q)]


def test_every_piece_of_a_text_is_found_and_nothing_else(
    opened: tuple[Page, Sequence[Record]],
) -> None:
    page, records = opened
    queries = some_queries(records, 330, "pieces")
    assert len(queries) >= 300
    found = wanted = right = 0
    for query, answer in zip(queries, ask(page, *queries), strict=True):
        expected = truth(query, records)
        assert expected, query
        assert len(answer["exact"]) == len(set(answer["exact"])), query
        found += len(answer["exact"])
        wanted += len(expected)
        right += len(expected & set(answer["exact"]))
        assert set(answer["exact"]) == expected, query
    recall, precision = right / wanted, right / found
    print(f"{len(queries)} queries: recall {recall:.3f}, precision {precision:.3f}")
    assert (recall, precision) == (1, 1)
