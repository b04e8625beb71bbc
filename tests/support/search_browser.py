"""The search's own modules in a browser, asked from a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.search_server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Answer = dict[str, list[str]]  # exact, pinyin and close: addresses, most relevant first

# Every year is searched, as by a reader who asks for more until there is no more.
_ASK = """async ([queries, wanted]) => {
  const { byRank, openPaper, Search } = await import("./pagefind/paper.js");
  const paper = (globalThis.paper ??= await openPaper("/paper/"));
  const urls = (globalThis.urls ??= new Map());
  for (const year of paper.years) {
    if (urls.has(year)) continue;
    const all = [...(await year.every()).keys()];
    const places = await Promise.all(all.map((id) => year.place(id)));
    urls.set(year, new Map(all.map((id, n) => [id, places[n].url.replace("/paper", "")])));
  }
  const list = (hits) => hits.map((hit) => urls.get(hit.year).get(hit.id));
  const answers = [];
  for (const query of queries) {
    const search = new Search(paper, query, wanted);
    while (search.waiting.length) await search.next();
    await search.first();
    const { exact, pinyin, close } = search;
    answers.push({
      exact: list(byRank(exact)), newest: list(exact), pinyin: list(pinyin), close: list(close),
    });
  }
  return answers;
}"""


@contextmanager
def opened(browser: Browser, site: Path) -> Iterator[Page]:
    """A page without content beside the index of ``site``."""
    (site / "blank.html").write_text('<!doctype html><html lang="zh-CN"><title>-</title><p>-')
    with served(site) as address:
        page = browser.new_page()
        page.goto(f"{address}blank.html")
        yield page
        page.close()


def ask(page: Page, /, *queries: str, **wanted: str) -> list[Answer]:
    answers: list[Answer] = page.evaluate(_ASK, [queries, wanted])
    return answers
