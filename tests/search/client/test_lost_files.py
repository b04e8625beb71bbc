"""Whatever file of the index gets lost, nobody is told that nothing was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from banxin.search.index.engine_repairs import REPAIRS, SCRIPTS, repaired
from banxin.search.index.pagefind_service import binary, index
from tests.support.search_site import BASE
from tests.support.search_visit import Visit, built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

PATIENCE = "800"  # milliseconds, instead of fifteen seconds
HASTY = re.compile(r"/pagefind/(paper|engine-\w+/pagefind(-worker)?)\.js")
SAYS = """(right) => {
  const said = document.querySelector("#count")?.textContent ?? "";
  return said.includes(right) && !said.includes("没有查");
}"""
FIRST = "虞澜朗"  # of an article of 2022, in the newest bundles
# by what the file is: its address, what is asked for, and what is said once it is there again
KINDS = {
    "manifest": (r"bundles\.json", FIRST, "找到1篇"),
    "engine": (r"engine-\w+/pagefind\.js", FIRST, "找到1篇"),
    "wasm": (r"wasm\.unknown\.pagefind", FIRST, "找到1篇"),
    "meta": (r"2022[^/]*/pagefind\..*\.pf_meta", FIRST, "找到1篇"),
    "chunk": (r"2022[^/]*/index/.*\.pf_index", FIRST, "找到1篇"),
    "addresses": (r"2022[^/]*/articles/\d+\.json", FIRST, "找到1篇"),
    "filters": (r"2022[^/]*/facets\.json", f"{FIRST}&page=2", "找到1篇"),
    "sounds": (r"sounds\.json", "yucen", "按拼音找到"),
    "names": (r"names\.json", "yucen", "按拼音找到"),
    "the script for near sounds": (r"behind\.js", "yvcheng", "按拼音找到"),
    "all syllables": (r"syllables\.json", "防汛排练如期", "相近的有"),
    "other characters": (r"variants\.json", "虞瀾朗", "找到1篇"),
    "the script for what is close": (r"behind\.js", "防汛排练如期", "相近的有"),
}


def _abort(route: Route) -> None:
    route.abort()


def _missing(route: Route) -> None:
    route.fulfill(status=404, content_type="text/html", body="<h1>没有这一页</h1>")


def _home_page(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><p>首页")


def _half(route: Route) -> None:
    answer = route.fetch()
    body = answer.body()
    route.fulfill(status=200, headers=answer.headers | {"content-length": ""}, body=body[:-9])


def _silence(route: Route) -> None:
    """Never an answer."""


LOSSES = (_abort, _missing, _home_page, _half, _silence)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("lost"))


@pytest.fixture(scope="module")
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    with visited(browser, site) as visit:
        visit.page.context.route(HASTY, _hasty)
        yield visit


@pytest.fixture
def whole(browser: Browser, site: Path) -> Iterator[Visit]:
    """A reader who is as patient as they are."""
    with visited(browser, site) as visit:
        yield visit


def _hasty(route: Route) -> None:
    answer = route.fetch()
    text = answer.text().replace("15e3", PATIENCE).replace("15000", PATIENCE)
    route.fulfill(response=answer, body=text)


def _told(visit: Visit) -> str:
    """What is said once the search has come to an end, whatever it came to."""
    visit.page.wait_for_function(
        "() => document.querySelector('#unready.now') ||"
        " (document.querySelector('#count').textContent.endsWith('。') &&"
        " !document.querySelector('#found [aria-busy]'))"
    )
    return visit.page.inner_text("main")


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.__name__.strip("_"))
@pytest.mark.parametrize("kind", KINDS)
def test_a_lost_file_is_said_and_asked_for_again(
    visit: Visit, kind: str, loss: Callable[[Route], None]
) -> None:
    address, query, right = KINDS[kind]
    lost = re.compile(rf"/pagefind/(.*/)?{address}(\?.*)?$")
    visit.page.route(lost, loss)
    visit.page.goto(f"{visit.address}search/?q={query}")

    assert re.search("没有查到|没有查成|没有读到", said := _told(visit)), said
    assert not re.search("没有找到|没有一篇", said)

    visit.page.unroute_all(behavior="ignoreErrors")  # one that comes behind may be on its way
    if visit.page.locator("#unready").count():
        visit.page.reload()
    else:
        visit.page.get_by_role("button", name="重试").click()
    visit.page.wait_for_function(SAYS, arg=right)


def test_what_was_found_stands_beside_a_year_that_is_lost(whole: Visit) -> None:
    visit = whole
    visit.year_by_year()
    year = re.compile(r"/pagefind/2021[^/]*/.*")
    visit.page.route(year, _missing)
    visit.search("防汛演练")
    visit.scroll(24)
    visit.page.get_by_role("button", name="再查2021年").click()  # 2021 is lost
    visit.says("有一部分没有查到（2021年）")
    visit.page.get_by_role("button", name="再查2020年").click()

    visit.says("找到32篇。有一部分没有查到（2021年）。")


def test_lost_years_are_named_in_their_order(whole: Visit) -> None:
    visit = whole
    visit.page.route(re.compile(r"/pagefind/2022[^/]*/.*"), _missing)
    visit.page.route(re.compile(r"/pagefind/202[01][^/]*/index/.*"), _missing)
    visit.search("防汛演练")

    assert "没有查到（2020、2021、2022年）" in visit.said()


def test_nothing_of_another_query_stays_under_a_failure(whole: Visit) -> None:
    visit = whole
    visit.search(FIRST)
    assert len(visit.titles()) == 1
    every = re.compile(r"/pagefind/.*\.pf_index")
    visit.page.route(every, _abort)
    visit.page.fill("#q", "鹦鹉洲上起雾")
    visit.says("没有查到")

    assert visit.titles() == []


def test_a_page_left_open_finds_what_was_published_since(browser: Browser, tmp_path: Path) -> None:
    site = built(tmp_path)
    with visited(browser, site) as visit:
        visit.search(FIRST)
        late = tmp_path / "content/issues/2022/2022-04-01/01-09-late.md"
        late.write_text("---\ntitle: 晚到的稿\nsection: 要闻\n---\n鹳雀楼头看日落。\n")
        build(Project(tmp_path), Options(site, base_url=BASE))

        visit.page.fill("#q", "鹳雀楼头")
        visit.says("找到1篇")


def test_a_page_left_open_loads_itself_anew_when_the_index_is_of_other_scripts(
    browser: Browser, tmp_path: Path
) -> None:
    site = built(tmp_path)
    manifest = site / "pagefind/bundles.json"
    with visited(browser, site) as visit:
        visit.search(FIRST)
        visit.page.evaluate("window.old = true")
        for year in (*manifest.parent.glob("20*"), *manifest.parent.glob("engine-*")):
            year.rename(year.with_name(f"{year.name}-new"))
        text = re.sub('"client":"[^"]*"', '"client":"new"', manifest.read_text("utf-8"))
        manifest.write_text(re.sub(r'((?:20|engine-)[\w-]+)(?=/[0-9a-f]+")', r"\1-new", text))

        visit.page.fill("#q", "防汛演练")
        visit.says("找到48篇")
        assert visit.page.evaluate("window.old") is None
        assert visit.asked() == {"q": ["防汛演练"]}


def test_each_repair_of_the_engine_is_still_needed() -> None:
    files = index(
        binary(), [{"url": "/", "language": "und", "content": "-", "meta": {}, "filters": {}}]
    )

    for script in SCRIPTS:
        text = files[script].decode()
        assert [text.count(repair.found) for repair in REPAIRS] == [1] * len(REPAIRS)
        assert all(repair.put in repaired(files[script]).decode() for repair in REPAIRS)
