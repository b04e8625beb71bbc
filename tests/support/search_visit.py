"""A small paper built by the real build, and a reader who visits it in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project
from tests.support.search_server import served
from tests.support.search_site import BASE, Writer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

PAPER = "name: 江城晨报\nsections:\n  yaowen: 要闻\n  minsheng: 民生\ncolumns:\n  shiping: 时评\n"
ISSUES = ("2020-05-08", "2021-09-03", "2021-09-10", "2022-03-04", "2022-03-11", "2022-04-01")
AT_ONCE = "7e3"  # of client/paper.js, as it is joined
ARTICLES = re.compile(r"/20\d\d-\d\d-\d\d/\d+/\d+/$")  # addresses of their pages
RARE = {
    "2020-05-08": "鹦鹉洲上起雾。",
    "2021-09-10": "後來的人過橋。",
    "2022-03-04": "虞澜朗到任。",
}


def write_paper(root: Path, theme: str) -> None:
    (root / "content").mkdir(parents=True)
    (root / "content/paper.yml").write_text(f"{PAPER}theme: {theme}\n")
    for day in ISSUES:
        folder = root / "content/issues" / day[:4] / day
        folder.mkdir(parents=True)
        (folder / "issue.md").write_text("---\npages:\n  - name: 要闻\n  - name: 民生\n---\n")
        for n in range(1, 9):
            write = Writer(f"{day} {n}", plain=True)
            section, author = ("yaowen", "虞岑") if n % 2 else ("minsheng", "褚汀")
            rare = RARE.get(day, "") if n == 3 else ""
            body = f"{write.paragraphs(2)}\n\n防汛**演练**如期举行。{rare}\n\n{write.paragraphs(6)}"
            headline = "防汛" if day.startswith("2021") else ""
            text = f"---\ntitle: 第{n}篇{headline}{write.phrase(2, 3)}\nsection: {section}\n"
            text += "column: shiping\n" if n % 4 == 2 else ""
            text += f"byline: 记者 {author}\n---\n{body}\n"
            (folder / f"0{1 + n % 2}-{n:02}-story.md").write_text(text)


@dataclass
class Visit:
    """A page and what went wrong or over the wire while it was open."""

    page: Page
    address: str
    requests: list[str]
    complaints: list[str] = field(default_factory=list)

    def hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)

    def search(self, query: str, **asked: str) -> None:
        """Open the search with this address and wait for what it says."""
        fields = {"q": query, **asked}
        values = "&".join(f"{name}={quote(value)}" for name, value in fields.items())
        self.page.goto(f"{self.address}search/?{values}")
        self.said()

    def said(self) -> str:
        """What a screen reader hears of the results."""
        self.page.wait_for_function(
            "() => /[。]$/.test(document.querySelector('#count').textContent) &&"
            " !document.querySelector('#found [aria-busy]')"
        )
        return self.page.inner_text("#count")

    def says(self, text: str) -> None:
        """Once all that is shown was read."""
        self.page.wait_for_function(
            "(text) => document.querySelector('#count').textContent.includes(text) &&"
            " !document.querySelector('#found [aria-busy]')",
            arg=text,
        )

    def says_at_once(self, text: str) -> None:
        self.page.wait_for_function(
            "(text) => document.querySelector('#count').textContent === text", arg=text
        )

    def year_by_year(self) -> None:
        """From now on, as in an archive of large years: not even two are cheap enough at once."""

        def dear(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, body=answer.text().replace(AT_ONCE, "1"))

        self.page.route("**/pagefind/paper.js", dear)

    def titles(self) -> list[str]:
        return self.page.locator("#found h3").all_inner_texts()

    def asked(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.page.url).query)

    def scroll(self, results: int) -> None:
        """To the foot of the page again and again, until so many results are there."""
        for _ in range(300):  # 15 seconds
            if len(self.titles()) >= results:
                return
            self.page.mouse.wheel(0, 20000)
            self.page.wait_for_timeout(50)
        pytest.fail(f"{len(self.titles())} results, not {results}")

    def down(self) -> None:
        """By its key from the box into the results."""
        self.page.wait_for_function(
            "() => performance.getEntriesByType('resource').some(r => /behind.js/.test(r.name))"
        )
        for _ in range(100):
            self.page.keyboard.press("ArrowDown")
            if self.page.evaluate("() => !!document.activeElement.closest('#found')"):
                return
            self.page.wait_for_timeout(50)
        pytest.fail("the keys don't lead into the results")

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.id || document.activeElement.href"))


class Gate:
    """Holds back the pages of articles that a search reads, until they are let in."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.held: list[Route] = []
        self.open = False
        page.route(ARTICLES, self._come)

    def _come(self, route: Route) -> None:
        if self.open:
            route.continue_()
        else:
            self.held.append(route)

    def wait_for(self, pages: int) -> None:
        """Until so many are held back."""
        for _ in range(300):  # 15 seconds
            if len(self.held) >= pages:
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"{len(self.held)} pages were asked for, not {pages}")

    def let_in(self, first: int = 0) -> None:
        """All, from that one; those before it last."""
        self.open = True
        for route in (*self.held[first:], *self.held[:first]):
            route.continue_()
            self.page.wait_for_timeout(20)


def built(root: Path, theme: str = "broadsheet") -> Path:
    """The paper's site in a theme."""
    write_paper(root, theme)
    build(Project(root), Options(root / "output", base_url=BASE))
    return root / "output"


@contextmanager
def visited(browser: Browser, site: Path, **options: Any) -> Iterator[Visit]:
    requests: list[str] = []
    with served(site, lambda path, _: requests.append(path)) as address:
        page = browser.new_page(reduced_motion="reduce", **options)
        page.set_default_timeout(15_000)
        visit = Visit(page, address, requests)
        page.on("console", lambda said: visit.hear(said.type, said.text))
        page.on("pageerror", lambda error: visit.hear("error", str(error)))
        yield visit
        page.close()
