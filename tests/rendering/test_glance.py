"""An issue at a glance: what each page opens with and its titles, with nothing left empty."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from banxin.model import Headline
from banxin.site.views import Image, IssueView, Lead, Link
from tests.evenings.script import MEASURE
from tests.gates.server import served
from tests.support import sample_views as sample
from tests.support.sample_articles import image
from tests.support.sample_views import THEME, draw

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LONG = "今日老旧小区食堂图书馆铁路大桥人大常委会冬修水利举行丰收会议完成七成全县惠民生通车"
LEAD = Lead("/1/", Headline(("江城会议",)), (), "参赛队员开展了消防演练。", None)


def issue(*titles: str) -> IssueView:
    """Of one page with these titles below what it opens with."""
    links = tuple(Link(f"/{n}/", title) for n, title in enumerate(titles, 2))
    only = replace(sample.pages()[0], lead=LEAD, titles=links)
    return replace(sample.issue(), pages=(only,))


@contextmanager
def shown(browser: Browser, folder: Path, view: IssueView, width: int) -> Iterator[Page]:
    shutil.copytree(THEME / "static", folder / "assets")
    (folder / "index.html").write_text(draw("issue.html", view), "utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    with served(folder, "/") as address:
        page.goto(address)
        yield page
    page.close()


@pytest.mark.parametrize("width", [710, 768, 1080, 1280])
@pytest.mark.parametrize("titles", [("江城柑橘", LONG, "护航"), ("柑橘",) * 5])
def test_no_long_title_leaves_a_hole_beside_it(
    titles: tuple[str, ...], width: int, browser: Browser, tmp_path: Path
) -> None:
    with shown(browser, tmp_path, issue(*titles), width) as page:
        assert page.evaluate(MEASURE)["faults"]["holes"] == []


@pytest.mark.parametrize(("photo", "fit"), [(image(600, 800), "contain"), (image(), "cover")])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_a_portrait_is_shown_whole(
    width: int, photo: Image, fit: str, browser: Browser, tmp_path: Path
) -> None:
    view = issue("江城柑橘", "护航")
    (only,) = view.pages
    view = replace(view, pages=(replace(only, lead=replace(LEAD, photo=photo)),))
    with shown(browser, tmp_path, view, width) as page:
        fitted = page.locator(".glance .photo img").evaluate(
            "img => getComputedStyle(img).objectFit"
        )
    assert fitted == fit
