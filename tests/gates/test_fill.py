"""A page laid out from its articles is full: hardly a piece is left white on a desk's screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.build import build
from generator.project import Options, Project

from ..fill import UNFILLED
from .conftest import Address, Sites
from .density import COUNTS, DAY, LENGTHS, PAGES, write
from .faults import expect_none
from .server import served
from .sites import ISSUES, KINDS, once

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTH, LIMIT = 1280, 0.06
EACH = [(paper, issue) for paper in KINDS for issue in ISSUES[paper]]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("kind", LENGTHS)
def test_a_page_is_full(browser: Browser, shared: Path, kind: str, count: int) -> None:
    root = shared / "density"
    once(root, lambda: _build(root))
    number = PAGES.index((kind, count)) + 1
    with served(root / "output", "/") as home:
        empty = _unfilled(browser, f"{home}{DAY}/{number:02}/")

    assert empty is not None
    assert empty <= LIMIT, f"{empty:.1%} of a page of {count} articles ({kind}) is empty"


@pytest.mark.parametrize(("paper", "issue"), EACH)
def test_the_pages_of_an_issue_are_full(
    browser: Browser, sites: Sites, address: Address, paper: str, issue: str
) -> None:
    site = sites(paper, "/paper/")
    pages = [page for page in site.kinds["page"] if page.startswith(f"{issue}/")]
    shares = {page: _unfilled(browser, address(site) + page) for page in (f"{issue}/", *pages)}

    expect_none(f"{page}: {empty:.1%}" for page, empty in shares.items() if (empty or 0) > LIMIT)


def _unfilled(browser: Browser, url: str) -> float | None:
    """The share of a page that is empty; None where nothing is laid out."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 900})
    page.goto(url, wait_until="load")
    found = page.evaluate(UNFILLED)
    page.close()
    return None if found is None else float(found["unfilled"])


def _build(root: Path) -> None:
    write(root)
    build(Project(root), Options(root / "output", base_url="/", search=False))
