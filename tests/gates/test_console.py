"""Pages run quietly: nothing on the console, nothing against their own policy, nothing abroad."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from .conftest import Address, Sites
from .faults import expect_none
from .sites import BASES, KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

SHOWN = [(paper, kind) for paper in KINDS for kind in KINDS[paper]]
SAME = [(paper, kind) for paper, kind in SHOWN if kind not in ("redirect", "search")]
_VIOLATIONS = """addEventListener('securitypolicyviolation', (event) => console.error(
  `against the policy: ${event.effectiveDirective} ${event.blockedURI}`))"""


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(("paper", "kind"), SHOWN)
def test_a_page_says_nothing_on_the_console(
    browser: Browser, sites: Sites, address: Address, paper: str, kind: str, base: str
) -> None:
    site = sites(paper, base)
    with _watched(browser, address(site)) as (page, said):
        page.goto(address(site) + site.one(kind), wait_until="networkidle")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")

    moved_on = "net::ERR_ABORTED: "  # how a browser calls what a page asked for that leads on
    expect_none(one for one in said if kind != "redirect" or not one.startswith(moved_on))


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(("paper", "word"), [("example", "衢江"), ("jiangcheng", "大桥")])
def test_a_search_says_nothing_on_the_console(
    browser: Browser, sites: Sites, address: Address, paper: str, word: str, base: str
) -> None:
    home = address(sites(paper, base))
    with _watched(browser, home) as (page, said):
        page.goto(f"{home}search/?q={word}")
        page.locator("#found a, #count:has-text('没有')").first.wait_for()
        page.wait_for_load_state("networkidle")

    expect_none(said)


@pytest.mark.parametrize(("paper", "kind"), SAME)
def test_a_page_reads_the_same_without_script(
    browser: Browser, sites: Sites, address: Address, paper: str, kind: str
) -> None:
    site = sites(paper, "/paper/")
    url = address(site) + site.one(kind)
    texts = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        texts.append(_text(context, url))
        context.close()

    assert texts[0]
    assert texts[0] == texts[1]


def _text(context: BrowserContext, url: str) -> str:
    """What is to be read on a page and where it leads; buttons do what needs a script."""
    page = context.new_page()
    page.goto(url)
    page.evaluate("document.querySelectorAll('button, .tools').forEach((one) => one.remove())")
    links = page.locator("a").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"
    )
    return "\n".join((page.locator("body").inner_text(), *links))


@contextmanager
def _watched(browser: Browser, home: str) -> Iterator[tuple[Page, list[str]]]:
    """A page, and all that went wrong on it once the block has ended."""
    context = browser.new_context()
    context.add_init_script(_VIOLATIONS)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("requestfailed", lambda asked: said.append(f"{asked.failure}: {asked.url}"))
    page.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith((home, "data:", "blob:"))
            else said.append(f"abroad: {asked.url}")
        ),
    )
    page.on(
        "response",
        lambda answer: None if answer.ok else said.append(f"{answer.status}: {answer.url}"),
    )
    yield page, said
    context.close()
