"""What a result shows comes from the article's own page, whatever its theme; and if it can't."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from banxin.search import SearchRecord
from tests.search.index.test_articles import TRADITIONAL
from tests.support.search_browser import opened
from tests.support.search_site import index, write_pages
from tests.support.search_visit import ARTICLES, Gate, Visit, built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

THEMES = ("broadsheet", "tabloid")
MIXED = "编者说，后来的人不知道。诗云：後來的人過橋，頭髮已白，東昇日出。"
RECORDS = [
    SearchRecord("/2022-04-01/01/01/", "2022-04-01", 1, "要闻", "旧诗", body=MIXED),
    SearchRecord(
        "/2022-04-01/01/02/", "2022-04-01", 1, "要闻", "单朗溪谈桥", body="重庆的桥，单朗溪说。"
    ),
    SearchRecord(
        "/special/1/", "2022-04-02", 2, "要闻", "增刊的桥", "引题", "副题", "记者 曾汀", "桥"
    ),
]
RECORDS.append(SearchRecord("/t/", "2022-04-03", 1, "要闻", "舊體詩選", body=TRADITIONAL))
UNREAD = "/special/1/"
DESCRIBE = """async (query) => {
  const { byRank, openPaper, Search } = await import("./pagefind/paper.js");
  const { describe } = await import("./pagefind/text.js");
  const search = await new Search(await openPaper("/paper/"), query).first();
  const hits = byRank([...search.exact, ...search.pinyin]);
  return Promise.all(hits.map(async (hit) => describe(await hit.data(), search.phrases)));
}"""
OWN_PAGE = """<!doctype html><title>-</title><body><h1>自己的<wbr>主题</h1>
<script>const body = "桥";</script><p>前段。</p><nav>桥</nav><p class="note">桥</p>
<p>后<b>段</b>的桥<br>在这里</p>"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    site = tmp_path_factory.mktemp("paper") / "site"
    index(RECORDS, site)
    write_pages([r for r in RECORDS if r.url != UNREAD], site)
    with opened(browser, site) as page:
        yield page


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    with visited(browser, site) as visit:
        yield visit


def described(page: Page, query: str) -> dict[str, dict[str, object]]:
    found: list[dict[str, object]] = page.evaluate(DESCRIBE, query)
    return {str(one["url"]).removeprefix("/paper"): one for one in found}


def marks(runs: object) -> list[str]:
    assert isinstance(runs, list)
    return [run[0] for run in runs if run[1]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("后来的人", ["后来的人", "後來的人"]),
        ("後來的人", ["后来的人", "後來的人"]),
        ("头发", ["頭髮"]),
        ("東昇", ["東昇"]),
    ],
)
def test_a_phrase_is_marked_as_it_is_written_there(
    page: Page, query: str, found: list[str]
) -> None:
    result = described(page, query)["/2022-04-01/01/01/"]
    assert marks(result["excerpt"]) == found


def test_a_traditional_article_is_marked_whichever_way_it_was_asked_for(page: Page) -> None:
    for query in ("头发已白", "頭髮已白"):
        assert marks(described(page, query)["/t/"]["excerpt"]) == ["頭髮已白"]


def test_a_name_is_marked_by_its_sound_in_title_and_text(page: Page) -> None:
    result = described(page, "danlangxi")["/2022-04-01/01/02/"]
    assert marks(result["title"]) == marks(result["excerpt"]) == ["单朗溪"]


def test_what_cannot_be_read_has_its_day_and_address_at_least(page: Page) -> None:
    result = described(page, "增刊的桥")[UNREAD]
    assert (result["day"], result["page"]) == ("2022-04-02", "第2版")
    assert result["link"] == "/paper/special/1/"
    assert (result["title"], result["excerpt"], result["byline"]) == ([], [], "")


def test_a_theme_without_an_article_element_is_read_too(page: Page) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=OWN_PAGE, content_type="text/html; charset=utf-8")

    page.route("**/special/1/", answer)
    result = described(page, "增刊的桥")[UNREAD]
    page.unroute("**/special/1/")
    assert result["text"] == "自己的主题\n前段。 后段的桥 在这里"


def test_an_excerpt_begins_with_a_text_and_not_with_the_cells_above_it(page: Page) -> None:
    table = "<table><tr><th>排名</th><th>姓名</th></tr><tr><td>1</td><td>王慧</td></tr></table>"

    def answer(route: Route) -> None:
        body = OWN_PAGE.replace("<p>前段", f'<div class="table">{table}</div><p>前段')
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route("**/special/1/", answer)
    result = described(page, "增刊的桥")[UNREAD]
    page.unroute("**/special/1/")
    assert result["text"] == "自己的主题\n前段。 后段的桥 在这里 排名 姓名 1 王慧"


def test_a_byline_is_shown_as_its_page_prints_it(page: Page) -> None:
    facts = '{"author": [{"name": "王五", "jobTitle": "摄"}], "creditText": "王五 摄 县文联"}'
    own = OWN_PAGE + f'<script type="application/ld+json">{facts}</script>'

    def answer(route: Route) -> None:
        route.fulfill(body=own, content_type="text/html; charset=utf-8")

    page.route("**/special/1/", answer)
    result = described(page, "增刊的桥")[UNREAD]
    page.unroute("**/special/1/")
    assert result["byline"] == "王五 摄 县文联"


def test_a_result_leads_to_its_place_on_the_picture_of_its_page(page: Page) -> None:
    link = '<a href="/paper/2022-04-02/02/#/special/1/"><svg><polygon points="0,0 9,9 0,9"/></svg>'
    own = OWN_PAGE.replace("<body>", "<body><main>") + f"<footer>{link}</a></footer></main>"

    def answer(route: Route) -> None:
        route.fulfill(body=own, content_type="text/html; charset=utf-8")

    page.route("**/special/1/", answer)
    result = described(page, "增刊的桥")[UNREAD]
    page.unroute("**/special/1/")
    assert result["spot"] == "/paper/2022-04-02/02/#/special/1/"


def test_a_name_in_the_byline_is_marked_there_and_the_excerpt_is_of_the_text(visit: Visit) -> None:
    visit.search("虞岑", year="2022")
    first = visit.page.locator("#found li").first
    _, excerpt, facts = first.locator("h3, p").all_inner_texts()
    assert first.locator("mark").all_inner_texts() == ["虞岑"]
    assert first.locator(".facts mark").inner_text() == "虞岑"
    assert "虞岑" not in excerpt
    assert len(excerpt) > 60
    assert re.search(r"第[12]版\s+记者 虞岑$", facts)


def unspaced(*paragraphs: str) -> str:
    """An excerpt runs on over the ends of paragraphs."""
    return "".join("".join(paragraphs).split())


def test_an_excerpt_is_of_the_text_and_nothing_around_it(visit: Visit) -> None:
    visit.search("", by="虞岑", page="2")
    first = visit.page.locator("#found li").first
    first.wait_for()
    title, excerpt, facts = first.locator("h3, p").all_inner_texts()
    visit.page.locator("#found h3 a").first.click()
    visit.page.wait_for_selector("h1:not(:text-is('检索'))")
    body = visit.page.locator(".txt p, article > p:not([class])").all_inner_texts()
    assert visit.page.locator("h1").inner_text() == title
    assert unspaced(*body).startswith(unspaced(excerpt.removesuffix("…")))
    assert re.search(r"第2版\s+记者 虞岑$", facts)


def test_a_page_that_is_gone_leaves_a_result_to_be_opened(visit: Visit) -> None:
    visit.page.route(ARTICLES, lambda route: route.abort())
    visit.search("虞澜朗")
    assert "找到1篇" in visit.said()
    link = visit.page.locator("#found h3 a")
    assert link.inner_text() == "没有读到标题和摘要，请打开看"
    assert "/2022-03-04/" in (link.get_attribute("href") or "")
    assert "2022年3月4日" in visit.page.inner_text("#found li")


def test_only_a_few_pages_are_read_at_a_time(visit: Visit) -> None:
    gate = Gate(visit.page)
    visit.page.goto(f"{visit.address}search/?q=防汛演练")
    gate.wait_for(6)
    visit.page.wait_for_timeout(200)  # any more that are asked for together come together
    assert len(gate.held) == 6
    gate.let_in()
    visit.page.wait_for_function("() => document.querySelectorAll('#found li').length >= 8")
