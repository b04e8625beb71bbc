"""The page image: every hot area is hit where it is seen, at any size, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import Address, Sites
from .faults import expect_none

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (360, 820, 1280, 2200)
AREAS = ".plate svg a"
TALL = 6000  # pixels: a window in which nothing has to be scrolled
_HIT = """(link) => {
  const shape = link.querySelector('polygon'), box = shape.getBoundingClientRect();
  const within = shape.getScreenCTM().inverse(), hits = [];
  for (let x = 1; x < 12; x++) for (let y = 1; y < 12; y++) {
    const at = new DOMPoint(box.left + box.width * x / 12, box.top + box.height * y / 12);
    if (shape.isPointInFill(at.matrixTransform(within)))
      hits.push(document.elementFromPoint(at.x, at.y)?.closest('a') === link);
  }
  return hits;
}"""
_SEEN = """getComputedStyle(document.activeElement.querySelector('polygon')).stroke
  !== getComputedStyle(document.querySelector('.plate a:not(:focus) polygon')).stroke"""


@pytest.fixture
def plate(browser: Browser, sites: Sites, address: Address) -> Page:
    site = sites("jiangcheng", "/paper/")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address(site) + site.one("plate"))
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_every_point_of_a_hot_area_leads_to_its_article(plate: Page, width: int) -> None:
    plate.set_viewport_size({"width": width, "height": TALL})
    picture, drawing = (plate.locator(f".plate {one}").bounding_box() for one in ("img", "svg"))
    areas = plate.locator(AREAS)
    hits = {area.get_attribute("href"): area.evaluate(_HIT) for area in areas.all()}
    plate.close()

    assert picture == drawing
    assert len(hits) > 5
    assert all(len(tried) > 20 for tried in hits.values())
    expect_none(
        f"{link}: {tried.count(True)} of {len(tried)} points"
        for link, tried in hits.items()
        if not all(tried)
    )


def test_a_click_on_a_hot_area_opens_its_article(plate: Page) -> None:
    area = plate.locator(AREAS).first
    link = area.get_attribute("href")
    area.click()
    plate.wait_for_url(f"**{link}")
    plate.close()


def test_every_hot_area_is_reached_by_tab_and_seen(plate: Page) -> None:
    wanted = [area.get_attribute("href") for area in plate.locator(AREAS).all()]
    reached, unseen = [], []
    plate.locator(".views :checked").first.focus()
    for _ in range(len(wanted) + 20):
        plate.keyboard.press("Tab")
        link = plate.evaluate(f"document.activeElement.closest('{AREAS}')?.getAttribute('href')")
        if link:
            reached.append(link)
            unseen += [] if plate.evaluate(_SEEN) else [link]
    plate.close()

    assert reached == wanted
    expect_none(unseen)


def test_the_links_of_the_hot_areas_stand_in_a_list_too(plate: Page) -> None:
    areas = {area.get_attribute("href") for area in plate.locator(AREAS).all()}
    plate.locator("label[for=as-list]").click()
    listed = plate.locator("main :is(li, h3) a:visible")
    links = {link.get_attribute("href") for link in listed.all()}
    plate.close()

    assert areas <= links
