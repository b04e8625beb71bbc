"""The preview in a real browser: the example paper, its theme, its content security policy."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from banxin.server.preview.live import Live
from banxin.site.outputs import Scaled
from tests.support.paths import ROOT
from tests.support.preview import SECONDS, Preview, previewed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARTICLE = "content/issues/2022/2022-04-01/01-02-leading-group.md"
TITLE = "title: 衢江区新型冠状病毒肺炎"
SAVED = 200  # how far down the reader has read


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example paper's folder, whose caches make every preview after the first a quick one."""
    return tmp_path_factory.mktemp("paper")


@pytest.fixture
def preview(paper: Path) -> Iterator[Preview]:
    for folder in ("content", "themes"):
        shutil.rmtree(paper / folder, ignore_errors=True)
        shutil.copytree(ROOT / folder, paper / folder)
    with running(paper) as preview:
        yield preview


@contextmanager
def running(paper: Path, port: int = 0) -> Iterator[Preview]:
    output = paper / ".banxin" / "preview"
    options = Options(output, base_url="https://example.org/paper/", search=False)
    build(Project(paper), options)  # so that the wait for the preview is short
    with previewed(
        paper,
        build=lambda project, _, progress, state, priority: build(
            project, options, progress, state, priority
        ),
        base_path=lambda: "/paper/",
        port=port,
    ) as preview:
        yield preview


@pytest.fixture
def complaints() -> list[str]:
    """Errors in the console of the page."""
    return []


@pytest.fixture
def page(browser: Browser, preview: Preview, complaints: list[str]) -> Iterator[Page]:
    """The article, scrolled down, with a mark that a reload would wipe out."""
    context = browser.new_context(viewport={"width": 900, "height": 360})
    page = context.new_page()
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with page.expect_response("**/__banxin/events?*"):
        page.goto(f"http://127.0.0.1:{preview.port}/paper/2022-04-01/01/02/")
    page.evaluate(f"scrollTo(0, {SAVED}); window.mark = true")
    yield page
    context.close()


def change(preview: Preview, path: str, old: str, new: str) -> None:
    text = (preview.root / path).read_text("utf-8")
    assert old in text
    preview.write(path, text.replace(old, new, 1))


def until(page: Page, expression: str) -> None:
    """Wait until it holds. Not wait_for_function: the page's policy forbids its eval."""
    end = time.monotonic() + SECONDS
    while not holds(page, expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(20)


def holds(page: Page, expression: str) -> bool:
    try:
        return bool(page.evaluate(expression))
    except Error:  # asked in the middle of a reload
        return False


def reloaded(page: Page) -> bool:
    return not page.evaluate("window.mark")


def test_while_all_is_drawn_anew_an_open_page_is_shown_first(
    page: Page, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banxin.pipeline.drawing.WORTH_SPREADING", 1)
    shown: list[str] = []
    show_first = Live.show_first

    def noted(live: Live, files: Mapping[str, bytes], pictures: tuple[Scaled, ...]) -> None:
        shown.extend(files)
        show_first(live, files, pictures)

    monkeypatch.setattr(Live, "show_first", noted)
    change(preview, "themes/broadsheet/article.html", "<footer>", "<hr><footer>")
    page.wait_for_selector("hr", state="attached")
    assert "2022-04-01/01/02/index.html" in shown


def test_an_edit_shows_at_once_where_the_reader_was(
    page: Page, preview: Preview, complaints: list[str]
) -> None:
    change(preview, ARTICLE, TITLE, "title: 另一个题目")
    until(page, "document.querySelector('h1').textContent.includes('另一个题目')")
    assert reloaded(page)
    until(page, f"scrollY === {SAVED}")
    assert complaints == []


def test_a_mistake_appears_over_the_page_and_vanishes_when_mended(
    page: Page, preview: Preview, complaints: list[str]
) -> None:
    change(preview, ARTICLE, TITLE, "tittle: 衢江区新型冠状病毒肺炎")
    panel = page.locator("banxin-live .panel")
    panel.get_by_text("个错误").wait_for()
    shown = panel.inner_text()
    assert f"{ARTICLE}:9:1" in shown
    assert "tittle" in shown
    assert "怎么办：" in shown
    colour = "getComputedStyle(document.querySelector('banxin-live').shadowRoot"
    colour = page.evaluate(f"{colour}.querySelector('li')).borderInlineStartColor")
    assert colour == "rgb(179, 38, 30)"  # its style sheet passed the page's policy
    change(preview, ARTICLE, "tittle: ", "title: ")
    panel.get_by_text("个错误").wait_for(state="detached")
    assert not reloaded(page)
    assert page.evaluate("scrollY") == SAVED
    assert complaints == []


def test_a_style_sheet_is_exchanged_without_a_reload(
    page: Page, preview: Preview, complaints: list[str]
) -> None:
    file = next((preview.root / "themes/broadsheet").rglob("style.css"))
    sheets = page.evaluate("document.querySelectorAll('link[rel=stylesheet]').length")
    for colour in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        file.write_text(file.read_text("utf-8") + f"\nbody {{ outline-color: {colour} }}", "utf-8")
        until(
            page,
            f"getComputedStyle(document.body).outlineColor === '{colour}'"
            f" && document.querySelectorAll('link[rel=stylesheet]').length === {sheets}",
        )
    assert not reloaded(page)
    assert page.evaluate("scrollY") == SAVED
    assert complaints == []


def test_a_page_outlives_the_end_and_the_next_run_of_the_preview(
    page: Page, preview: Preview
) -> None:
    port = preview.port
    preview.stop.set()
    panel = page.locator("banxin-live .lost")
    panel.get_by_text("预览已停止或断开").wait_for()
    with running(preview.root, port):
        until(page, "!window.mark && scrollY === 200")
