"""The search page as a reader meets it: built by the real build, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from generator.build import build
from generator.project import Options, Project

from .search_site import BASE, Writer, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAPER = (
    "name: 江城晨报\ntheme: broadsheet\n"
    "sections:\n  yaowen: 要闻\n  minsheng: 民生\n"
    "columns:\n  shiping: 时评\n"
)
ISSUES = ("2020-05-08", "2021-09-03", "2021-09-10", "2022-03-04", "2022-03-11", "2022-04-01")
RARE = {"2020-05-08": "鹦鹉洲上起雾。", "2022-03-04": "虞澜朗到任。"}


def write_paper(root: Path) -> None:
    (root / "content").mkdir(parents=True)
    (root / "content/paper.yml").write_text(PAPER)
    for day in ISSUES:
        folder = root / "content/issues" / day[:4] / day
        folder.mkdir(parents=True)
        (folder / "issue.md").write_text("---\npages:\n  - name: 要闻\n  - name: 民生\n---\n")
        for n in range(1, 9):
            write = Writer(f"{day} {n}", plain=True)
            section, author = ("yaowen", "虞岑") if n % 2 else ("minsheng", "褚汀")
            rare = RARE.get(day, "") if n == 3 else ""
            body = f"{write.paragraphs(2)}\n\n防汛**演练**如期举行。{rare}\n\n{write.paragraphs(6)}"
            text = f"---\ntitle: 第{n}篇{write.phrase(2, 3)}\nsection: {section}\n"
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
            "() => /[。]$/.test(document.querySelector('#count').textContent)"
        )
        return self.page.inner_text("#count")

    def says(self, text: str) -> None:
        self.page.wait_for_function(
            "(text) => document.querySelector('#count').textContent.includes(text)", arg=text
        )

    def titles(self) -> list[str]:
        return self.page.locator("#found h3").all_inner_texts()

    def asked(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.page.url).query)

    def scroll(self, results: int) -> None:
        """To the foot of the page again and again, until so many results are there."""
        for _ in range(100):
            if len(self.titles()) >= results:
                return
            self.page.mouse.wheel(0, 20000)
            self.page.wait_for_timeout(50)
        pytest.fail(f"{len(self.titles())} results, not {results}")

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.id || document.activeElement.href"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("paper")
    write_paper(root)
    build(Project(root), Options(root / "output", base_url=BASE))
    return root / "output"


@contextmanager
def visited(browser: Browser, site: Path, **options: object) -> Iterator[Visit]:
    requests: list[str] = []
    with served(site, lambda path, _: requests.append(path)) as address:
        page = browser.new_page(reduced_motion="reduce", **options)  # type: ignore[arg-type]
        page.set_default_timeout(15_000)
        visit = Visit(page, address, requests)
        page.on("console", lambda said: visit.hear(said.type, said.text))
        page.on("pageerror", lambda error: visit.hear("error", str(error)))
        yield visit
        page.close()


@pytest.fixture
def visit(browser: Browser, site: Path) -> Iterator[Visit]:
    """A reader, at the end of whose visit nothing was refused by the page's own CSP."""
    with visited(browser, site) as visit:
        yield visit
        assert visit.complaints == []


def everywhere(visit: Visit) -> None:
    """The module that every page of the theme loads."""
    address = f"{visit.address}assets/search/everywhere.js"
    visit.page.add_script_tag(url=address, type="module")


def test_typing_finds_marks_counts_and_changes_the_address(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}search/")
    visit.page.wait_for_selector("#find:not([hidden])")
    visit.page.locator("#q").press_sequentially("防汛演练", delay=10)
    visit.says("找到24篇")
    assert visit.page.get_attribute("#count", "aria-live") == "polite"
    first = visit.page.locator("#found li").first
    assert first.locator("mark").first.inner_text() == "防汛演练"
    assert re.search(r"2022年\d+月\d+日\s+第[12]版\s+记者 (虞岑|褚汀)", first.inner_text())
    assert visit.asked() == {"q": ["防汛演练"]}
    assert visit.page.title().startswith("防汛演练：检索")


def test_back_returns_to_the_search_before(visit: Visit) -> None:
    visit.search("虞澜朗")
    visit.page.fill("#q", "第3篇")
    visit.page.keyboard.press("Enter")
    visit.says("找到3篇")
    visit.page.go_back()
    visit.says("找到1篇")
    assert visit.page.input_value("#q") == "虞澜朗"
    visit.page.locator("#found h3 a").click()
    visit.page.wait_for_url("**/2022-03-04/**")
    visit.page.go_back()
    visit.says("找到1篇")
    assert len(visit.titles()) == 1


def test_a_search_can_be_sent_to_someone(visit: Visit) -> None:
    visit.search("防汛", by="褚汀", section="民生", page="1", order="new", **{"from": "2022-03-05"})
    assert visit.said() == "2022年里找到8篇。" or "找到8篇" in visit.said()
    assert visit.page.input_value("#by") == "褚汀"
    assert visit.page.locator("#narrow").get_attribute("open") is not None
    days = visit.page.locator("#found time").all_inner_texts()
    assert days == ["2022年4月1日"] * 4 + ["2022年3月11日"] * 4


def test_filters_combine_and_say_how_many_they_leave(visit: Visit) -> None:
    visit.search("防汛演练")
    visit.page.click("#narrow summary")
    visit.page.wait_for_selector("#by option[value=虞岑]", state="attached")
    assert "褚汀（12）" in visit.page.locator("#by option").all_inner_texts()
    visit.page.select_option("#by", "虞岑")
    visit.says("找到12篇")
    visit.page.wait_for_function(
        "() => [...document.querySelectorAll('#section option')].every(o => !/民生/.test(o.text))"
    )
    assert "褚汀（12）" in visit.page.locator("#by option").all_inner_texts()
    visit.page.fill("#to", "2022-03-10")
    visit.page.dispatch_event("#to", "change")
    visit.says("找到4篇")
    assert visit.asked() == {"q": ["防汛演练"], "by": ["虞岑"], "to": ["2022-03-10"]}
    visit.page.click("#everything")
    visit.says("找到24篇")


def test_older_years_are_read_only_when_they_are_asked_for(visit: Visit) -> None:
    visit.search("防汛演练")
    assert visit.said() == "2022年里找到24篇。"
    assert not [path for path in visit.requests if "/pagefind/2021" in path]
    assert visit.page.inner_text("#older") == "还可查2022年以前"
    visit.page.click("#older")
    visit.says("2021—2022年里找到40篇")
    assert not [path for path in visit.requests if "/pagefind/2020" in path]
    visit.page.click("#older")
    visit.says("找到48篇")
    assert not visit.page.is_visible("#older")


def test_what_no_new_year_has_is_looked_for_in_all(visit: Visit) -> None:
    visit.search("鹦鹉洲")
    assert "找到1篇" in visit.said()
    visit.search("鹦鹉舟上")
    assert "没有一篇含有这些字" in visit.said()
    assert visit.page.inner_text("#found h2") == "没有完全相同的，下面这些只是相近"


def test_days_before_the_first_issue_find_nothing(visit: Visit) -> None:
    visit.search("防汛演练", to="1999-12-31")
    assert "没有找到" in visit.said()


def test_more_come_when_the_reader_scrolls_or_asks(visit: Visit) -> None:
    visit.search("防汛演练")
    visit.page.wait_for_function("() => document.querySelectorAll('#found li').length >= 10")
    assert len(visit.titles()) < 24
    visit.scroll(24)
    assert len(visit.titles()) == 24
    assert not visit.page.is_visible("#more")


def test_newest_first_is_right_across_bundles(visit: Visit) -> None:
    visit.search("防汛演练", order="new")
    visit.page.click("#older")
    visit.says("找到40篇")
    visit.scroll(40)
    days = visit.page.locator("#found time").evaluate_all("all => all.map(t => t.dateTime)")
    assert days == sorted(days, reverse=True)


def test_the_keyboard_reaches_everything(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}search/")
    visit.page.wait_for_selector("#find:not([hidden])")
    assert visit.focused() == "q"
    visit.page.keyboard.type("虞澜朗")
    visit.page.keyboard.press("Enter")
    visit.says("找到1篇")
    visit.page.keyboard.press("ArrowDown")
    assert "/2022-03-04/01/03/" in visit.focused() or "/2022-03-04/02/03/" in visit.focused()
    visit.page.keyboard.press("ArrowUp")
    assert visit.focused() == "q"
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Escape")
    assert visit.focused() == "q"
    visit.page.keyboard.press("Escape")
    assert visit.page.input_value("#q") == ""
    visit.page.wait_for_function("() => !document.querySelector('#found li')")
    seen = set()
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        seen.add(visit.page.evaluate("document.activeElement.tagName"))
    assert {"BUTTON", "SUMMARY", "SELECT"} <= seen


def test_enter_on_a_result_opens_the_article_with_the_phrase_in_sight(visit: Visit) -> None:
    visit.search("虞澜朗")
    visit.page.focus("#q")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/2022-03-04/**mark=**")
    everywhere(visit)
    visit.page.wait_for_selector("mark")
    assert visit.page.locator("mark").all_inner_texts() == ["虞澜朗"]
    visit.page.wait_for_function(
        "() => { const { top, bottom } = document.querySelector('mark').getBoundingClientRect();"
        " return top >= 0 && bottom <= innerHeight; }"
    )


def test_a_phrase_is_marked_across_emphasis_and_punctuation(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}2022-04-01/02/01/?mark={quote('防汛演练如期举行')}")
    everywhere(visit)
    visit.page.wait_for_selector("mark")
    assert "".join(visit.page.locator("mark").all_inner_texts()) == "防汛演练如期举行"


def test_the_slash_key_goes_to_the_search_box_from_any_page(visit: Visit) -> None:
    visit.page.goto(visit.address)
    everywhere(visit)
    visit.page.wait_for_load_state("networkidle")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("虞澜朗")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/search/?q=**")
    visit.says("找到1篇")


def test_pinyin_results_have_their_own_heading(visit: Visit) -> None:
    visit.search("yucen")
    assert "按拼音找到12篇" in visit.said()
    assert visit.page.inner_text("#found h2") == "按拼音找到的"
    assert "虞岑" in visit.page.locator("#found mark").all_inner_texts()


def test_without_script_the_page_leads_into_the_archive(browser: Browser, site: Path) -> None:
    with visited(browser, site, java_script_enabled=False) as visit:
        visit.page.goto(f"{visit.address}search/")
        visit.page.wait_for_selector("#unready", state="visible")
        assert not visit.page.is_visible("#find")
        visit.page.click("#unready a")
        visit.page.wait_for_url("**/archive/")


def test_opened_from_a_file_the_page_says_why_it_cannot_search(
    browser: Browser, site: Path
) -> None:
    page = browser.new_page()
    page.goto((site / "search/index.html").as_uri())
    page.wait_for_timeout(1500)
    assert "从磁盘上的文件打开" in page.inner_text("main")
    page.close()


def test_a_missing_index_is_said_and_not_shown_as_nothing_found(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    manifest = site / "pagefind/bundles.json"
    manifest.rename(tmp_path / "bundles.json")
    try:
        with visited(browser, site) as visit:
            visit.page.goto(f"{visit.address}search/?q=防汛")
            visit.page.wait_for_selector("#unready.now")
            assert "索引没有读到" in visit.page.inner_text("#unready")
    finally:
        (tmp_path / "bundles.json").rename(manifest)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_fault(
    browser: Browser, site: Path, front_end_tools: Path, scheme: str, width: int
) -> None:
    axe = (front_end_tools / "axe-core/axe.min.js").read_text()
    size = {"width": width, "height": 800}
    with visited(browser, site, color_scheme=scheme, viewport=size) as visit:
        for query in ("", "防汛演练", "鹦鹉舟上"):
            visit.page.goto(f"{visit.address}search/?q={quote(query)}")
            visit.page.wait_for_selector("#find:not([hidden])")
            visit.page.click("#narrow summary")
            if query:
                visit.said()
            visit.page.evaluate(axe)
            faults = visit.page.evaluate(
                "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                " 'wcag22aa', 'best-practice'] }).then((found) => found.violations.map("
                "({ id, nodes }) => [id, nodes.map((n) => n.html)]))"
            )
            assert faults == [], json.dumps(faults, ensure_ascii=False, indent=1)
            wide = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0
