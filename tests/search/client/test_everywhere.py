"""What every page does for the search, in either theme: / and the marks in an opened article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import TimeoutError

from tests.support.search_visit import Visit, built, visited

if TYPE_CHECKING:
    from playwright.sync_api import Browser


THEMES = ("broadsheet", "tabloid")
FROM = ("", "2022-03-04/", "2022-03-04/01/", "2022-03-11/02/03/", "archive/2022/", "404.html")
IN_THE_BOX = "() => document.activeElement.name === 'q'"
IN_SIGHT = """() => {
  const { top, bottom } = document.querySelector("mark").getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    """A reader, at the end of whose visit nothing was refused by the page's own CSP."""
    with visited(browser, site, viewport={"width": 390, "height": 600}) as visit:
        yield visit
        assert visit.complaints == []


@pytest.mark.parametrize("address", FROM)
def test_the_slash_key_leads_to_the_search_from_any_page(visit: Visit, address: str) -> None:
    visit.page.goto(visit.address + address, wait_until="networkidle")
    _press_slash(visit)
    visit.page.keyboard.type("虞澜朗")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/search/?q=**")
    visit.says("找到1篇")


def _press_slash(visit: Visit) -> None:
    """Again, if a busy machine lost the key because it came before the window was ready."""
    for patience in (3_000, 15_000):
        visit.page.keyboard.press("/")
        with suppress(TimeoutError):
            visit.page.wait_for_function(IN_THE_BOX, timeout=patience)
            return
    raise AssertionError("the search box never had the focus")


def test_a_slash_that_is_typed_stays_where_it_is(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}search/")
    visit.page.wait_for_selector("#find:not([hidden])")
    visit.page.keyboard.type("3/4")
    assert visit.page.input_value("#q") == "3/4"


@pytest.mark.parametrize(
    ("query", "marks"),
    [("虞澜朗", ["虞澜朗"]), ("后来的人", ["後來的人"]), ("虞澜朗 到任", ["虞澜朗", "到任"])],
)
def test_a_result_opens_with_the_phrase_marked_and_in_sight(
    visit: Visit, query: str, marks: list[str]
) -> None:
    visit.search(query)
    visit.page.focus("#q")
    visit.down()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/03/?mark=**")
    visit.page.wait_for_selector("mark")
    found = visit.page.locator("mark").all_inner_texts()
    assert "".join(found) == "".join(marks)
    visit.page.wait_for_function(IN_SIGHT)
    assert visit.page.evaluate("scrollY") > 0
    visit.page.go_back()
    visit.says("找到1篇")
    assert visit.page.input_value("#q") == query


def test_who_was_found_by_sound_is_marked_in_the_article(visit: Visit) -> None:
    visit.search("yucen")
    visit.page.locator("#found h3 a").first.click()
    visit.page.wait_for_selector("mark")
    assert set(visit.page.locator("mark").all_inner_texts()) == {"虞岑"}


def test_a_phrase_is_marked_across_emphasis_and_punctuation(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}2022-04-01/02/01/?mark={quote('防汛演练如期举行')}")
    visit.page.wait_for_selector("mark")
    assert "".join(visit.page.locator("mark").all_inner_texts()) == "防汛演练如期举行"
