"""A search on a telephone as a row of pictures: python -m tests.search.recording FOLDER

A reader looks for a phrase, at the years and their chart, narrows, misspells a name and takes what
is offered; then the line breaks, and comes back. Each is a picture, in light and in dark.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.conftest import QUIET
from tests.support.search_visit import Visit, built, visited
from tools.chromium import find

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
SCHEMES = ("light", "dark")
THEMES = ("broadsheet", "tabloid")
INDEX = re.compile(r"/pagefind/.*\.pf_index$")


def begin(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}search/")
    visit.page.wait_for_selector("#find:not([hidden])")


def query(visit: Visit) -> None:
    visit.page.fill("#q", "防汛演练")
    visit.page.keyboard.press("Enter")
    visit.says("找到48篇")
    visit.page.wait_for_selector("#chart button")


def results(visit: Visit) -> None:
    _show(visit, "#found h2")


def chart(visit: Visit) -> None:
    visit.page.get_by_role("button", name="2021 16篇").tap()
    visit.says("找到16篇")
    visit.page.wait_for_selector("#chart [aria-pressed=true]")
    _show(visit, "#count")


def narrow(visit: Visit) -> None:
    visit.page.tap("#narrow summary")
    visit.page.wait_for_function(
        "() => document.querySelector('#column').options[1]?.text === '时评（4）'"
    )
    _show(visit, "#narrow")


def foot(visit: Visit) -> None:
    visit.page.tap("#everything")
    visit.says("找到48篇")
    visit.scroll(48)
    visit.page.tap("#keep summary")
    _show(visit, "#keep")


def suggestion(visit: Visit) -> None:
    visit.search("虞琛")
    visit.page.wait_for_selector("#meant a")


def taken(visit: Visit) -> None:
    visit.page.tap("#meant a")
    visit.page.wait_for_function("() => document.querySelector('#q').value === '虞岑'")
    visit.says("找到24篇")


def failure(visit: Visit) -> None:
    visit.page.route(INDEX, lambda route: route.abort())
    visit.page.fill("#q", "鹦鹉洲")
    visit.page.keyboard.press("Enter")
    visit.says("没有查到")


def again(visit: Visit) -> None:
    visit.page.unroute_all(behavior="ignoreErrors")
    visit.page.get_by_role("button", name="重试").tap()
    visit.says("找到1篇")


SCENES: tuple[Callable[[Visit], None], ...] = (
    *(begin, query, results, chart, narrow, foot, suggestion, taken, failure, again),
)


def _show(visit: Visit, selector: str) -> None:
    visit.page.locator(selector).first.evaluate("e => e.scrollIntoView({block: 'start'})")


def record(browser: Browser, site: Path, folder: Path, scheme: str = "light") -> list[Path]:
    """The pictures, in their order."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    look = {"viewport": PHONE, "color_scheme": scheme, "has_touch": True, "device_scale_factor": 2}
    with visited(browser, site, **look) as visit:
        for n, scene in enumerate(SCENES, 1):
            scene(visit)
            made.append(folder / f"{n:02}-{scene.__name__}-{scheme}.png")
            visit.page.screenshot(path=made[-1])
            wide = visit.page.evaluate("document.documentElement.scrollWidth")
            if wide > PHONE["width"]:
                raise AssertionError(f"{made[-1].name}: {wide} pixels wide")
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=QUIET)
        for theme in THEMES:
            site = built(Path(name, theme), theme)
            for scheme in SCHEMES:
                for picture in record(browser, site, asked.folder / theme, scheme):
                    print(picture)


if __name__ == "__main__":
    main()
