"""Made-up evenings keep to what a page designer would let pass; a new one each time, too."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec
import pytest

from tests.evenings import site
from tests.evenings.measuring import DESKTOP, PHONE, Look, Served, looks

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FEW_WIDTHS = (PHONE, 768, DESKTOP)
FIXED = (2, 3, 16)  # upright titles and tables; pictures in boxes; many pictures
UNFILLED, STRETCHED, SCREENS, SIZES = 0.06, 1 / 200, 10, 2
SHOWN = 0.66  # of every picture


class Measured(msgspec.Struct, frozen=True):
    """By seed, every look at the page; by address, at issues and the newest one's home."""

    pages: dict[int, list[Look]]
    overviews: dict[str, list[Look]]


@pytest.fixture(scope="module", params=site.THEMES)
def measured(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Measured:
    root = tmp_path_factory.mktemp("evenings")
    seeds = (*FIXED, random.randrange(100, 1 << 32))
    site.write(root, seeds)
    with Served(site.built(root, request.param)) as served:
        pages, others = site.pages(seeds).items(), site.overviews(seeds)
        at = served.address
        return Measured(
            {seed: list(looks(browser, at + page)) for seed, page in pages},
            {page: list(looks(browser, at + page, FEW_WIDTHS, ())) for page in others},
        )


def test_an_evening_that_nobody_tuned_for_is_laid_out(measured: Measured) -> None:
    wrong = [
        f"python -m tests.evenings --details --count 1 --seed {seed}: {fault}"
        for seed, found in measured.pages.items()
        for fault in _faults(found, UNFILLED)
    ]
    assert wrong == []


def test_the_pages_of_issues_and_the_newest_at_home_are_as_sound(measured: Measured) -> None:
    seeds = [*measured.pages]
    wrong = [
        f"{page} of {seeds}: {fault}"
        for page, found in measured.overviews.items()
        for fault in _faults(found, 1)
    ]
    assert wrong == []


def test_hardly_a_line_is_stretched(measured: Measured) -> None:
    every = [look for found in measured.pages.values() for look in found]
    assert sum(look.stretched for look in every) <= STRETCHED * sum(look.lines for look in every)


def _faults(found: list[Look], unfilled: float) -> list[str]:
    wrong = []
    for look in found:
        at = f"{look.width} px {look.mode}"
        for kind in look.faults.__struct_fields__:
            wrong += [f"{at}: {kind} {fault}" for fault in getattr(look.faults, kind)]
        if len(look.sizes) > SIZES:
            wrong.append(f"{at}: text of {look.sizes} px")
        cut = (f"{share:.0%} shown, {where}" for share, where in look.shown if share < SHOWN)
        wrong += [f"{at}: {one}" for one in cut]
        if look.width == DESKTOP and (look.unfilled or 0) > unfilled:
            wrong.append(f"{at}: {look.unfilled:.1%} empty")
        if look.width == PHONE and not look.mode and (look.screens > SCREENS or look.rows > 1):
            wrong.append(f"{at}: {look.screens:.1f} screens, {look.rows} rows of tools")
    return wrong
