"""What a reader sees of an archive at first: its best, its years, and never anything that jumps."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from banxin.search import SearchRecord
from tests.support.search_browser import opened
from tests.support.search_site import index
from tests.support.search_visit import Visit, built, visited

from .test_query import TOPICS, about

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

YEARS = range(2015, 2023)
FIRST = """async (queries) => {
  const { openPaper, Search } = await import("./pagefind/paper.js");
  const { Results } = await import("./pagefind/paper.js");
  const paper = await openPaper("/paper/");
  const answers = [];
  for (const query of queries) {
    const search = await new Search(paper, query).first();
    const all = new Results(search, "", document.createElement("div")).all().slice(0, 10);
    const places = await Promise.all(all.map(({ hit }) => hit.year.place(hit.id)));
    answers.push(places.map(({ url }) => url.replace("/paper", "")));
  }
  return answers;
}"""


def judged(topic: str) -> list[tuple[SearchRecord, int]]:
    """Articles on a topic in all years, of which some have the best, and what each is worth."""
    dice = random.Random(topic)
    found = []
    for year in YEARS:
        some = about(topic, 1000 * year + 10 * TOPICS.index(topic))
        for record, grade in dice.sample(some, dice.randint(0, 2)):
            found.append((replace(record, day=f"{year}{record.day[4:]}"), grade))
    return found


JUDGED = {topic: judged(topic) for topic in TOPICS}


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("paper") / "site"
    index([record for articles in JUDGED.values() for record, _ in articles], site)
    with opened(browser, site) as page:
        yield page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("paper"))


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    with visited(browser, site) as visit:
        visit.year_by_year()
        yield visit
        assert visit.complaints == []


def test_the_best_of_all_years_is_seen_first(page: Page) -> None:
    gains = []
    for topic, found in zip(TOPICS, page.evaluate(FIRST, list(TOPICS)), strict=True):
        grades = {record.url: grade for record, grade in JUDGED[topic]}
        best = sorted(grades.values(), reverse=True)
        gains.append(_gain([grades[url] for url in found]) / _gain(best))
    print(f"NDCG@10 at first sight: {sum(gains) / len(gains):.3f}")
    assert sum(gains) / len(gains) >= 0.985


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(n + 2) for n, grade in enumerate(grades[:10]))


def test_older_years_are_asked_until_a_page_is_full(visit: Visit) -> None:
    visit.search("防汛演练", by="虞岑", page="2", to="2022-03-04")  # four of 2022, eight of 2021

    assert visit.said() == "2021—2022年里找到12篇。"
    assert visit.page.locator("#found h2").all_inner_texts() == ["2022年", "2021年"]
    assert not [path for path in visit.requests if "/pagefind/2020" in path]


def test_all_years_can_be_asked_at_once(visit: Visit) -> None:
    visit.search("防汛演练")
    visit.scroll(24)
    before = visit.titles()
    visit.page.get_by_role("button", name="查全部年份").click()

    visit.says("找到48篇。")
    visit.scroll(48)
    assert visit.titles()[:24] == before
    assert visit.page.locator("#found h2").all_inner_texts() == ["2022年", "2020—2021年"]


def test_the_oldest_first_begins_with_the_oldest_year(visit: Visit) -> None:
    visit.search("防汛演练", order="old")

    assert visit.said() == "2020—2021年里找到24篇。" or visit.said() == "2020年里找到8篇。"
    days = visit.page.locator("#found time").evaluate_all("all => all.map(t => t.dateTime)")
    assert days[0] == "2020-05-08"
    assert days == sorted(days)
    assert not [path for path in visit.requests if re.search("/pagefind/2022.*/index/", path)]


def test_each_year_has_a_bar_that_leads_to_it_and_back(visit: Visit) -> None:
    visit.search("防汛演练")
    chart = visit.page.get_by_role("group", name="各年有几篇")
    bars = chart.get_by_role("button")
    bars.first.wait_for()
    assert [re.sub(r"\s+", " ", b) for b in bars.all_text_contents()] == [
        "2020 未查",
        "2021 未查",
        "2022 24篇",
    ]

    chart.get_by_role("button", name="2021").click()
    visit.says("2021年里找到16篇。")
    chart.get_by_role("button", name="2021 16篇", pressed=True).wait_for()
    assert visit.asked()["year"] == ["2021"]
    assert "24篇" in bars.last.text_content()  # type: ignore[operator]

    chart.get_by_role("button", name="2021").click()
    visit.says("2022年里找到24篇。")


SPEECH = """() => {
  window.spoken = [];
  for (const place of document.querySelectorAll("[aria-live]"))
    new MutationObserver(() => {
      const text = place.textContent;
      if (text && text !== spoken.at(-1)) spoken.push(text);
    }).observe(place, { childList: true, characterData: true, subtree: true });
}"""


def test_what_is_spoken_comes_in_the_order_of_what_is_known(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}search/")
    visit.page.wait_for_selector("#find:not([hidden])")
    visit.page.evaluate(SPEECH)
    visit.page.fill("#q", "防汛 标题：第3篇")
    visit.says("找到6篇。")
    visit.page.fill("#q", "虞澜朗")
    visit.says("找到1篇。")
    visit.page.click("#narrow summary")
    visit.page.select_option("#year", "2021")
    visit.page.get_by_role("button", name="不限“年份”").wait_for()

    spoken = [text for text in visit.page.evaluate("spoken") if text != "正在查……"]
    assert spoken == [
        "2022年里找到3篇，正在查……",
        "2021—2022年里找到5篇，正在查……",
        "找到6篇。",
        "2022年里找到1篇，正在查……",
        "2021—2022年里找到1篇，正在查……",
        "找到1篇。",
        "没有找到。换一个说法，或者少写几个字试试。",
        "不限“年份”，有1篇",
    ]


def test_back_shows_what_was_shown_in_the_same_order(visit: Visit) -> None:
    visit.search("防汛演练")
    visit.scroll(24)
    visit.page.click("#older")
    visit.says("2021—2022年里找到40篇")
    visit.scroll(40)
    before = visit.titles()
    visit.page.locator("#found h3 a").last.click()
    visit.page.wait_for_url("**/2021-*/**")
    visit.page.go_back()

    visit.says("2021—2022年里找到40篇")
    visit.scroll(40)
    assert visit.titles() == before
