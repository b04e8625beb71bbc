"""Chinese as printers set it, at ten widths: lines, headlines, nothing wider than the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from .conftest import Address, Sites
from .faults import expect_none, grouped
from .sites import ISSUES, KINDS, Site
from .typography import SPACING, WIDTHS, Measured, measured
from .words import broken_words, inside_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHORT = 0.005  # of all paragraphs may end in a line of one or two characters
EACH = [(paper, issue) for paper in KINDS for issue in ISSUES[paper]]
STYLES = {"own spacing": "", "spacing of WCAG 1.4.12": SPACING}


@dataclass(frozen=True, slots=True)
class Issue:
    """Every page and article of an issue, measured at every width."""

    site: Site
    places: tuple[str, ...]
    found: tuple[Measured, ...]


@pytest.fixture(scope="session", params=EACH, ids="-".join)
def issue(
    request: pytest.FixtureRequest, browser: Browser, sites: Sites, address: Address
) -> Issue:
    paper, key = request.param
    site = sites(paper, "/paper/")
    places = site.of_issue(key)
    return Issue(site, places, tuple(measured(browser, address(site), places)))


def test_no_line_begins_or_ends_wrongly(issue: Issue) -> None:
    assert sum(one.lines for one in issue.found) > 50 * len(WIDTHS)
    expect_none(grouped((fault, _where(one)) for one in issue.found for fault in one.faults))


def test_hardly_a_paragraph_ends_in_one_or_two_characters(issue: Issue) -> None:
    paragraphs = sum(one.paragraphs for one in issue.found)
    short = [(line, _where(one)) for one in issue.found for line in one.short]

    if len(short) > SHORT * paragraphs:
        expect_none(grouped(short))


def test_no_headline_breaks_inside_a_word(issue: Issue) -> None:
    inside = {place: inside_words(issue.site.html(place)) for place in issue.places}
    broken = [
        (f"“{'｜'.join(lines)}” breaks “{word}”", _where(one))
        for one in issue.found
        for lines in one.headlines
        for word in broken_words(lines, inside[one.place])
    ]

    assert any(one.headlines for one in issue.found)
    expect_none(grouped(broken))


@pytest.mark.parametrize("spacing", STYLES)
@pytest.mark.parametrize("paper", KINDS)
def test_no_page_is_wider_than_the_screen(
    browser: Browser, sites: Sites, address: Address, paper: str, spacing: str
) -> None:
    site = sites(paper, "/paper/")
    places = [site.one(kind) for kind in site.kinds if kind != "redirect"]
    found = list(measured(browser, address(site), places, style=STYLES[spacing]))

    assert len(found) == len(places) * len(WIDTHS)
    expect_none(grouped((f"{f.overflow} px wider", _where(f)) for f in found if f.overflow > 0))


def _where(found: Measured) -> str:
    return f"{found.place} {found.width} px"
