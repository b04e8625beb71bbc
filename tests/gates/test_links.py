"""Every link, fragment and picture of both papers leads somewhere, at both bases."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from .conftest import Address, Sites
from .faults import expect_none
from .sites import BASES, KINDS, ORIGIN, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LYCHEE = shutil.which("lychee", path=sysconfig.get_path("scripts")) or "lychee"
# At both of these paths a relative address would be looked for in a folder that isn't there.
LOST = ("a/b/c/", "2022-04-01/99/99/index.html")


@dataclass(slots=True)
class Found(HTMLParser):
    """What a page points at, and where it can be pointed at."""

    links: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ("href", "src", "poster", "action", "data", "xlink:href"):
                self.links.add(value or "")
            elif name in ("srcset", "imagesrcset"):
                self.links |= {one.split()[0] for one in (value or "").split(",")}
        self._of_meta(dict(attrs) if tag == "meta" else {})

    def _of_meta(self, attrs: dict[str, str | None]) -> None:
        content = attrs.get("content") or ""
        if attrs.get("http-equiv") == "refresh":
            self.links.add(content.partition("url=")[2])
        if attrs.get("property") in ("og:image", "og:url") or "_url" in (attrs.get("name") or ""):
            self.links.add(content)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_every_link_fragment_and_picture_is_there(sites: Sites, paper: str, base: str) -> None:
    site = sites(paper, base)
    broken = [
        f"{address}: {link} ({why})"
        for address in site.pages
        for link, why in _broken(site, address)
    ]

    expect_none(broken)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_lychee_finds_no_broken_link(sites: Sites, paper: str, base: str) -> None:
    folder = sites(paper, base).folder
    root = folder if base == "/" else folder.parent  # at /paper/ the folder has that name too
    options = ("--offline", "--include-fragments=full", "--no-progress", "--format", "compact")
    where = ("--root-dir", root, "--remap", f"{ORIGIN}/ {root.as_uri()}/")
    pages = (f"{folder.as_posix()}/**/*.html", f"{folder.as_posix()}/**/*.htm")
    done = subprocess.run(  # noqa: PLW1510
        (LYCHEE, *options, *where, "--index-files", "index.html", *pages),
        capture_output=True,
        encoding="utf-8",
    )

    assert re.search(r"✅ [1-9]\d\d+ OK", done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("paper", KINDS)
def test_what_the_stylesheet_needs_is_there(sites: Sites, paper: str, base: str) -> None:
    site = sites(paper, base)
    broken = [
        f"{sheet.name}: {url}"
        for sheet in site.folder.rglob("*.css")
        for url in re.findall(r"url\(['\"]?([^'\")]+)", sheet.read_text(encoding="utf-8"))
        if not url.startswith("data:") and not (sheet.parent / url).is_file()
    ]

    expect_none(broken)


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize("base", BASES)
def test_a_missing_page_deep_below_is_styled(
    browser: Browser, sites: Sites, address: Address, base: str, lost: str
) -> None:
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda answer: failed.append(answer.url) if not answer.ok else None)
    url = address(sites("example", base)) + lost
    answer = page.goto(url)
    styled = page.evaluate("[...document.styleSheets].map((s) => s.cssRules.length > 9)")
    home = page.evaluate("document.querySelector('.bar a').href")
    page.close()

    assert answer is not None
    assert answer.status == 404
    assert failed == [url]
    assert styled
    assert all(styled)
    assert home == address(sites("example", base))


def _broken(site: Site, address: str) -> Iterator[tuple[str, str]]:
    here = f"{ORIGIN}{site.base}{address}"
    for link in sorted(_found(site.file(address)).links):
        there = urlsplit(urljoin(here, link))
        if not link or there.scheme not in ("http", "https", "data", "mailto", "tel"):
            yield link, "not an address"
        elif f"{there.scheme}://{there.netloc}" == ORIGIN:
            why = _fault(site, unquote(there.path), unquote(there.fragment))
            if why:
                yield link, why


def _fault(site: Site, path: str, fragment: str) -> str:
    if not path.startswith(site.base):
        return "outside of the base path"
    target = site.folder / path.removeprefix(site.base)
    file = target / "index.html" if path.endswith("/") else target
    if not file.is_file():
        return "no such file"
    if fragment and fragment not in _found(file).ids:
        return "no such fragment"
    return ""


@cache
def _found(file: Path) -> Found:
    found = Found()
    found.feed(file.read_text(encoding="utf-8"))
    return found
