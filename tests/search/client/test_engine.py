"""Years that are opened side by side share Pagefind's WebAssembly, and none spoils another's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.search.client.test_query import story
from tests.support.search_browser import opened
from tests.support.search_site import index

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

YEARS = range(2015, 2023)  # each has an article more than the one before
STORIES = [
    story(100 * n + m, day=str(date(year, 3, 4)), url=f"/{year}/{m}/", kicker="鹦鹉洲上起雾")
    for n, year in enumerate(YEARS)
    for m in range(n + 1)
]
COUNTS = [n + 1 for n in reversed(range(len(YEARS)))]
FIND = """async () => {
  const { openPaper } = await import("./pagefind/paper.js");
  const { years } = await openPaper("/paper/");
  const count = async (phrase) =>
    Promise.all(years.map(async (year) => (await year.find([...phrase])).size));
  return [await count("鹦鹉洲"), await count("洲上起"), await count("鼍")];
}"""


# Each is made a moment after the one before, as on a slow phone.
SLOWLY = """{
  const make = WebAssembly.instantiate;
  let made = 0;
  WebAssembly.instantiate = async (...given) => {
    const wait = 400 * made++;
    const one = await make(...given);
    await new Promise((done) => setTimeout(done, wait));
    return one;
  };
}"""


def _slowly(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=SLOWLY + answer.text())


def test_years_that_are_opened_together_take_nothing_from_each_other(
    browser: Browser, tmp_path: Path
) -> None:
    index(STORIES, tmp_path / "site")
    with opened(browser, tmp_path / "site") as page:
        page.context.route("**/pagefind-worker.js", _slowly)
        ones, others, none = page.evaluate(FIND)
    assert ones == others == COUNTS
    assert none == [0] * len(YEARS)
