"""However many photos an article has, they stand in the column, at every width and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image

from banxin.pipeline.build import build
from banxin.pipeline.project import Options, Project

from .axe import violations
from .faults import expect_none
from .server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COUNTS = (2, 3, 9, 20, 200)
WIDTHS = (320, 390, 768, 1280, 1920)
SHAPES = ((300, 200), (200, 300), (360, 120), (240, 240))
DAY = "2024-01-02"
WORDS = "卡口现场的一段长长的图说，写了两行还没有写完，https://example.org/a-name-that-never-ends/"
# everything that reaches out of the page, or out of the cell or column that it stands in
MEASURE = """() => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`page ${root.scrollWidth}`);
  for (const sheet of document.querySelectorAll(".contact, .strip")) {
    const column = sheet.parentElement.getBoundingClientRect();
    if (!sheet.checkVisibility()) continue;  // of many pictures a telephone shows the first
    for (const one of sheet.querySelectorAll("figure, img, figcaption")) {
      if (!one.checkVisibility()) continue;
      const box = one.getBoundingClientRect();
      if (box.left < column.left - 1 || box.right > column.right + 1)
        found.push(`${one.tagName} ${box.left}–${box.right} of ${column.left}–${column.right}`);
    }
  }
  return found.slice(0, 3);
}"""


@pytest.fixture(scope="module", params=["broadsheet", "tabloid"])
def origin(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A site of one issue, with an article for each number of photos, in each theme."""
    root: Path = tmp_path_factory.mktemp(request.param)
    home = root / f"content/issues/{DAY[:4]}/{DAY}"
    home.mkdir(parents=True)
    paper = f"name: 江城晨报\ntheme: {request.param}\nsections: {{yaowen: 要闻}}\n"
    (root / "content/paper.yml").write_text(paper, "utf-8")
    (home / "issue.md").write_text("---\npages:\n  - name: 要闻\n---\n", "utf-8")
    for n, shape in enumerate(SHAPES):
        Image.new("RGB", shape, (40 + 50 * n, 90, 160)).save(home / f"{n}.jpg")
    for number, count in enumerate(COUNTS, 1):
        listed = "".join(
            f"  - {{file: {n % len(SHAPES)}.jpg, caption: '{n} {WORDS}', credit: 林楠 摄}}\n"
            for n in range(count)
        )
        text = f"---\ntitle: {count}张图\nsection: 要闻\nphotos:\n{listed}---\n正文。\n"
        (home / f"01-{number:02}-photos.md").write_text(text, "utf-8")
    build(Project(root), Options(root / "output", search=False))
    with served(root / "output", "/") as origin:
        yield origin


def places() -> list[str]:
    return [f"{DAY}/01/", *(f"{DAY}/01/{n:02}/" for n in range(1, len(COUNTS) + 1))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_reaches_out_of_its_column(
    browser: Browser, origin: str, scheme: Literal["light", "dark"]
) -> None:
    faults = []
    page = browser.new_page(color_scheme=scheme)
    for place in places():
        page.goto(origin + place)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            faults += [f"{place} {width}: {found}" for found in page.evaluate(MEASURE)]
    page.close()
    expect_none(faults)


def test_nothing_reaches_out_of_the_sheet_of_paper(browser: Browser, origin: str) -> None:
    faults = []
    page = browser.new_page(viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    for place in places():
        page.goto(origin + place)
        faults += [f"{place}: {found}" for found in page.evaluate(MEASURE)]
    page.close()
    expect_none(faults)


def test_each_photo_stands_on_the_articles_page_with_its_words(
    browser: Browser, origin: str
) -> None:
    page = browser.new_page()
    for number, count in enumerate(COUNTS, 1):
        page.goto(f"{origin}{DAY}/01/{number:02}/")
        figures = page.locator("article figure")
        assert figures.count() == count
        captions = figures.locator("figcaption").all_inner_texts()
        assert [words.split()[0] for words in captions] == [str(n) for n in range(count)]
    page.close()


def test_many_photos_stand_beside_one_another_even_on_a_telephone(
    browser: Browser, origin: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(f"{origin}{DAY}/01/{len(COUNTS):02}/")
    tops = page.locator(".contact figure").evaluate_all(
        "figures => figures.slice(0, 2).map(figure => figure.getBoundingClientRect().top)"
    )
    page.close()
    assert tops[0] == tops[1]


@pytest.mark.parametrize("width", [390, 1280])
def test_many_photos_are_shown_whole_and_none_is_wider_than_the_others(
    browser: Browser, origin: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for number, count in enumerate(COUNTS, 1):
        page.goto(f"{origin}{DAY}/01/{number:02}/")
        pictures = page.locator(".many img").evaluate_all(
            "all => all.map(i => [getComputedStyle(i).objectFit, Math.round(i.clientWidth)])"
        )
        assert len(pictures) == (count - 1 if count > 4 else 0)
        assert len({tuple(picture) for picture in pictures}) <= 1
        assert all(fit == "contain" for fit, _ in pictures)
    page.close()


def test_everybody_can_use_them(browser: Browser, origin: str, front_end_tools: Path) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 900})
    page = context.new_page()
    faults = []
    for place in places()[:-1]:  # two hundred are no other than twenty
        page.goto(origin + place)
        faults += [f"{place}: {fault}" for fault in violations(page, front_end_tools)]
    context.close()
    expect_none(faults)
