"""A page laid out from its articles is full: hardly a piece is left white.

The layouts' own test holds pages of made-up articles to the limit; this one looks at the pages
that the two papers really have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.fill import UNFILLED

from .conftest import Address, Sites
from .faults import expect_none
from .sites import ISSUES, KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTH, HEIGHT = 1280, 900
LIMIT = 0.06  # of the page, however little stands on it
EACH = [(paper, issue) for paper in KINDS for issue in ISSUES[paper]]


@pytest.mark.parametrize(("paper", "issue"), EACH)
def test_the_pages_of_an_issue_are_full(
    browser: Browser, sites: Sites, address: Address, paper: str, issue: str
) -> None:
    site = sites(paper, "/paper/")
    kinds = (site.kinds.get(kind, ()) for kind in ("page", "plate"))
    pages = [page for kind in kinds for page in kind if page.startswith(f"{issue}/")]
    shares = {page: _empty(browser, address(site) + page) for page in pages}

    assert shares
    expect_none(f"{page}: {empty:.1%}" for page, empty in shares.items() if empty > LIMIT)


def _empty(browser: Browser, url: str) -> float:
    """The share of a page that is empty."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(url)
    if page.locator("label[for=as-sheet]").count():
        page.locator("label[for=as-sheet]").click()
    share: float = page.evaluate(UNFILLED)["unfilled"]
    page.close()
    return share
