"""What the search costs: to build, beside stock Pagefind, and to ask, in a cold browser.

    python -m tests.benchmarks.search --years 1,5,14

The texts are those of corpus.py, 5,240 articles a year. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from banxin.problems import Problems
from banxin.search import IndexMonth, SearchRecord, update
from banxin.search.index.pagefind_service import binary
from banxin.site import routes
from tests.conftest import QUIET
from tests.support.paths import ROOT
from tests.support.search_server import Line, served
from tools.chromium import find

from . import corpus, meter, tool

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIRST_YEAR = 2008
A_YEAR = 262  # issues, of twenty articles
A_MONTH = 22
SLOW = (50_000, 0.4)  # bytes a second and seconds: 400 kbit/s, 400 ms
ME = (sys.executable, "-m", "tests.benchmarks.search")
GOALS = "goals: a month 2 s; a year 12 s and 1,000 MB; a rare name in one year 150 kB"
ASK = """async (query) => {
  const started = performance.now();
  const { openPaper, Search, byRank } = await import("./pagefind/paper.js");
  const { describe } = await import("./pagefind/text.js");
  const search = await new Search(await openPaper("/paper/"), query).first();
  const best = byRank(search.exact).slice(0, 8);
  for (const article of await Promise.all(best.map((hit) => hit.data())))
    describe(article, search.phrases);
  return [search.exact.length, performance.now() - started];
}"""


def records(first: int, last: int) -> Iterator[SearchRecord]:
    """Of the issues with these numbers, newest first, each in printed order."""
    words = corpus.language()
    for number in range(last, first - 1, -1):
        issue = corpus.issue(number, words)
        for story in issue.stories:
            address = routes.article(str(issue.day), f"{story.page:02}/{story.order:02}")
            yield _record(f"/{address}", issue.day.isoformat(), story)


def _record(url: str, day: str, story: corpus.Story) -> SearchRecord:
    return SearchRecord(
        url,
        day,
        story.page,
        story.section,
        story.title,
        story.kicker,
        story.subtitle,
        f"记者 {' '.join(story.byline)}",
        story.body,
        authors=story.byline,
    )


def last_of(year: int) -> int:
    """The number of the last issue of a year: there is one every weekday."""
    days = (date(year, 12, 31) - corpus.MONDAY).days
    return days // 7 * 5 + min(days % 7, 4)


def write_months(folder: Path, found: Iterable[SearchRecord]) -> None:
    folder.mkdir(parents=True)
    for key, group in groupby(found, key=lambda r: r.day[:7]):
        (folder / key).write_bytes(msgspec.msgpack.encode(list(group)))


def read_months(folder: Path) -> dict[str, IndexMonth]:
    decode = msgspec.msgpack.Decoder(list[SearchRecord]).decode
    found = {}
    for file in folder.iterdir():
        found[file.name] = IndexMonth(file.name, len(decode(file.read_bytes())), _loader(file))
    return found


def _loader(file: Path) -> Callable[[], list[SearchRecord]]:
    return lambda: msgspec.msgpack.decode(file.read_bytes(), type=list[SearchRecord])


def index(folder: Path) -> None:
    """The command that is measured: from the months in ``folder`` to a site beside them."""
    problems = Problems()
    output, cache = folder.with_name(f"{folder.name}-site"), folder.with_name("cache")
    months = read_months(folder)
    update(months, output=output, cache=cache, problems=problems, processes=2, indexer_digest="")
    problems.raise_errors()


def write_stock(folder: Path, found: Iterable[SearchRecord]) -> None:
    """The same articles as pages for Pagefind as it comes."""
    folder.mkdir(parents=True)
    for n, r in enumerate(found):
        named = [("年份", r.day[:4]), ("版次", str(r.page)), ("栏目", r.section)]
        named += [("记者", name) for name in r.authors]
        marks = "".join(f'<i data-pagefind-filter="{k}:{html.escape(v)}"></i>' for k, v in named)
        text = "".join(f"<p>{html.escape(p)}</p>" for p in (r.byline, *r.body.split("\n\n")))
        body = f"<h1>{html.escape(r.title)}</h1>{marks}{text}"
        (folder / f"{n:05}.html").write_text(f'<html lang="zh-CN"><body>{body}</body></html>')


def compare(folder: Path, name: str, issues: int) -> None:
    """Print what the index of the first issues costs, and stock Pagefind's."""
    months, stock = folder / name / "months", folder / name / "stock"
    write_months(months, records(1, issues))
    write_stock(stock, records(1, issues))
    log = folder / "log"
    ours = meter.measure((*ME, "--index", str(months)), folder=ROOT, log=log)
    theirs = meter.measure((str(binary()), "--site", str(stock)), folder=folder, log=log)
    sizes = (size(months.with_name("months-site") / "pagefind"), size(stock / "pagefind"))
    for who, cost, bytes_ in (("banxin", ours, sizes[0]), ("stock", theirs, sizes[1])):
        print(
            f"{name:6} {who:7} {cost.wall:6.1f} s  {cost.cpu:6.1f} s CPU  "
            f"{cost.peak / 1e6:6.0f} MB memory  {bytes_ / 1e6:5.1f} MB index  load {cost.load:.1f}"
        )
    print(
        f"{name:6} ratio   {ours.wall / theirs.wall:6.2f}    {ours.cpu / theirs.cpu:6.2f}        "
        f"{ours.peak / theirs.peak:6.2f}            {sizes[0] / sizes[1]:5.2f}"
    )
    shutil.rmtree(stock)


def size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def ask_all(folder: Path, years: list[int]) -> None:
    """Print what a cold query costs in sites of so many years."""
    months = folder / "long" / "months"
    last = last_of(FIRST_YEAR + max(years) - 1)
    write_months(months, records(1, last))
    started = time.perf_counter()
    index(months)
    print(f"{max(years)} years indexed in {time.perf_counter() - started:.0f} s")
    site = months.with_name("months-site")
    print(f"{size(site / 'pagefind') / 1e6:.0f} MB of index")
    add_pages(site, folder, range(last - A_YEAR + 1, last + 1))
    manifest = site / "pagefind/bundles.json"
    whole = json.loads(manifest.read_bytes())
    newest = next(records(last, last))
    queries = {
        "a rare name": corpus.language().names.words[-20],
        "a common word": corpus.language().telling.words[0],
        "a phrase": "".join(c for c in newest.body if c.isalnum())[200:206],
    }
    with Chromium() as browser:
        for count in years:
            kept = {**whole, "years": whole["years"][:count]}
            manifest.write_text(json.dumps(kept))
            for kind, query in queries.items():
                print(f"{count:3} years  {kind:13} {query:8} {ask(browser, site, query)}")
                print(f"{'':32}{visit(browser, site, query)}")
    manifest.write_text(json.dumps(whole))


def add_pages(site: Path, folder: Path, numbers: range) -> None:
    """The pages of these issues' articles, which a search reads for its results, and its own."""
    banxin = tool.banxin(folder / "paper")
    corpus.make(numbers, ((banxin.write, banxin.content),))
    subprocess.run(banxin.build, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    own = (banxin.output / name for name in ("search", "assets"))
    for folder in (*banxin.output.glob("20*-*-*"), *own):
        folder.rename(site / folder.name)


def ask(browser: Browser, site: Path, query: str) -> str:
    """One query in a browser that has seen nothing yet."""
    sent: list[tuple[str, int]] = []
    (site / "blank.html").write_text('<!doctype html><html lang="zh-CN"><p>')
    with served(site, lambda path, bytes_: sent.append((path, bytes_))) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}blank.html")
        found, milliseconds = page.evaluate(ASK, query)
        context.close()
    engine = [n for path, n in sent if "/engine-" in path]
    parts = re.compile("/pagefind/20|/variants")
    index = [n for path, n in sent if parts.search(path)]
    pages = [n for path, n in sent if path.endswith("/")]
    return (
        f"{found:5} found  {sum(index + pages) / 1000:6.1f} kB in {len(index + pages):3} requests, "
        f"{sum(pages) / 1000:.1f} of them pages  "
        f"(Pagefind itself {sum(engine) / 1000:.0f} kB)  {milliseconds:5.0f} ms"
    )


def visit(browser: Browser, site: Path, query: str) -> str:
    """A reader on a slow line: the search page with the query in its address; then once more."""
    sent: list[tuple[str, int]] = []
    with served(site, lambda path, bytes_: sent.append((path, bytes_)), Line(*SLOW)) as address:
        context = browser.new_context()
        page = context.new_page()
        started = time.perf_counter()
        page.goto(f"{address}search/?q={quote(query)}", wait_until="commit")
        page.locator("#found li").first.wait_for(timeout=60_000)
        counted = time.perf_counter() - started
        page.locator("#found h3").first.wait_for(timeout=60_000)
        first, cost = time.perf_counter() - started, _cost(sent)
        page.wait_for_load_state("networkidle")
        whole = _cost(sent)
        sent.clear()
        page = context.new_page()
        page.goto(f"{address}search/", wait_until="networkidle")
        again = len(sent)
        context.close()
    return (
        f"counted after {counted:.1f} s, first result after {first:.1f} s ({cost}), "
        f"all told {whole}; second visit: {again} requests before a query"
    )


def _cost(sent: list[tuple[str, int]]) -> str:
    return f"{sum(n for _, n in sent) / 1000:.0f} kB in {len(sent)} requests"


class Chromium:
    """A browser for a ``with``."""

    def __enter__(self) -> Browser:
        from playwright.sync_api import sync_playwright

        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=find(), args=QUIET)
        return self._browser

    def __exit__(self, *_: object) -> None:
        self._browser.close()
        self._playwright.stop()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--years", default="1,5,14", help="sizes of the sites that are asked")
    parser.add_argument("--index", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--only-ask", action="store_true", help="don't measure the building")
    given = parser.parse_args(arguments)
    if given.index:
        index(given.index)
        return 0
    with tempfile.TemporaryDirectory(prefix="banxin-search-") as name:
        folder = Path(name)
        print(GOALS)
        for case, issues in () if given.only_ask else (("month", A_MONTH), ("year", A_YEAR)):
            compare(folder, case, issues)
        ask_all(folder, [int(years) for years in given.years.split(",")])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
