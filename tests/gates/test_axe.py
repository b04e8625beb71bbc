"""Everybody can use the pages: axe-core finds nothing, on three screens, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from .axe import violations
from .conftest import Address, Sites
from .faults import expect_none, grouped
from .sites import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (390, 820, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SHOWN = [(paper, kind) for paper, kinds in KINDS.items() for kind in kinds if kind != "redirect"]


@pytest.mark.parametrize(("paper", "kind"), SHOWN)
def test_axe_finds_no_violation(
    browser: Browser, sites: Sites, address: Address, front_end_tools: Path, paper: str, kind: str
) -> None:
    site = sites(paper, "/paper/")
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address(site) + site.one(kind))
    faults = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            place = f"{site.one(kind)} {width} px {scheme}"
            faults += [(fault, place) for fault in violations(page, front_end_tools)]
    context.close()

    expect_none(grouped(faults))
