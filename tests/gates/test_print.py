"""On paper: a page of the newspaper is one A3 sheet, an article stands on A4."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

import pytest

from .conftest import Address, Sites
from .faults import expect_none
from .sites import ISSUES, KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

A3, A4 = (842, 1191), (595, 842)  # points
SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
BOX = re.compile(rb"/MediaBox\s*\[([^\]]*)\]")
SHEETFUL = 1200  # characters of running text and headings, with room for a picture
EACH = [(paper, issue) for paper in KINDS for issue in ISSUES[paper]]

Sheets = list[tuple[int, int]]


@pytest.mark.parametrize(("paper", "issue"), EACH)
def test_each_page_of_an_issue_is_one_sheet_of_a3(
    browser: Browser, sites: Sites, address: Address, paper: str, issue: str
) -> None:
    site = sites(paper, "/paper/")
    kinds = [site.kinds.get(kind, ()) for kind in ("issue", "page", "plate")]
    places = [place for kind in kinds for place in kind if place.startswith(f"{issue}/")]
    wrong = {}
    for place in places:
        sheets = _printed(browser, address(site) + place)
        if sheets != [A3]:
            wrong[place] = sheets

    assert places
    expect_none(f"{place}: {len(sheets)} sheets, {sheets[0]}" for place, sheets in wrong.items())


@pytest.mark.parametrize("paper", KINDS)
def test_an_article_is_printed_on_a4(
    browser: Browser, sites: Sites, address: Address, paper: str
) -> None:
    site = sites(paper, "/paper/")
    longest = site.one("article")
    sheets = _printed(browser, address(site) + longest)

    assert set(sheets) == {A4}
    assert len(sheets) <= 2 + ceil(len(site.text(longest)) / SHEETFUL)


@pytest.mark.parametrize("paper", KINDS)
def test_a_printed_article_shows_the_code_that_leads_back_to_it(
    browser: Browser, sites: Sites, address: Address, paper: str
) -> None:
    site = sites(paper, "/paper/")
    page = browser.new_page()
    page.goto(address(site) + site.one("article"))
    code = page.locator("img.qr")
    shown = []
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        shown.append(code.evaluate("code => code.checkVisibility()"))
    page.close()

    assert shown == [False, True], "on a screen it waits for a click"


def _printed(browser: Browser, url: str) -> Sheets:
    """The size of each sheet, in points."""
    page = browser.new_page()
    page.goto(url)
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    boxes = [tuple(round(float(n)) for n in box.split()) for box in BOX.findall(pdf)]
    assert len(boxes) == len(SHEET.findall(pdf))
    return [(box[2], box[3]) for box in boxes]
