"""Of no picture on a page is more than a quarter cut off: heads would go first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.support import themed_paper
from tests.support.search_server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHAPES = {"portrait": (600, 900), "square": (700, 700), "four to three": (800, 600)}
SHAPES |= {"usual": (900, 600), "wide": (1200, 500)}
WIDTHS = (390, 560, 768, 1280)
# Of each picture that is seen the share of its height that is.
SHOWN = """() => [...document.querySelectorAll('main img')].filter((img) => img.checkVisibility()
  && !img.closest('.contact')).map((img) => {
  const {width, height} = img.getBoundingClientRect();
  if (getComputedStyle(img).objectFit === 'contain') return 1;
  const scale = Math.max(width / img.naturalWidth, height / img.naturalHeight);
  return height / (img.naturalHeight * scale);
})"""


@pytest.mark.parametrize("theme", ["broadsheet", "tabloid"])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_picture_of_a_page_loses_more_than_a_quarter_of_its_height(
    shape: str, theme: str, browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / themed_paper.FOLDER
    folder.mkdir(parents=True)
    Image.new("RGB", SHAPES[shape], (40, 90, 160)).save(folder / "0.jpg")
    photo = "photos: [{file: 0.jpg, caption: 现场, alt: 现场}]"
    text = "昨日，市民代表召开专题会议研究部署，请广大市民注意出行安全。\n\n"
    stories = {
        "01-01-a.md": f"---\ntitle: 大桥通车\nrank: lead\n{photo}\n---\n{text * 9}",
        "01-02-b.md": f"---\ntitle: 老街重张\n{photo}\n---\n{text * 4}",
        "01-03-c.md": f"---\ntitle: 换流站出海\nrank: photo\n{photo}\n---\n{text}",
    }
    built = themed_paper.built(tmp_path, theme, stories)
    page = browser.new_page()
    with served(built) as address:
        page.goto(address + "2026-11-28/01/")
        page.evaluate("document.querySelectorAll('img').forEach((img) => img.loading = 'eager')")
        page.wait_for_load_state("networkidle")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            shown = page.evaluate(SHOWN)
            assert len(shown) == 3
            assert min(shown) >= 0.74, width
    page.close()


def test_many_pictures_of_one_story_stand_whole_in_rows_of_one_height(
    browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / themed_paper.FOLDER
    folder.mkdir(parents=True)
    for name, shape in SHAPES.items():
        Image.new("RGB", shape, (40, 90, 160)).save(folder / f"{name}.jpg")
    listed = ", ".join(f"{{file: {[*SHAPES][n % 4]}.jpg, alt: 现场}}" for n in range(11))
    told = f"---\ntitle: 大桥通车\nrank: photo\nphotos: [{listed}]\n---\n正文。\n"
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    with served(themed_paper.built(tmp_path, "broadsheet", {"01-01-a.md": told})) as address:
        page.goto(address + "2026-11-28/01/")
        page.evaluate("document.querySelectorAll('img').forEach((img) => img.loading = 'eager')")
        page.wait_for_load_state("networkidle")
        assert min(page.evaluate(SHOWN)) >= 0.9
        rows = page.locator(".part").evaluate_all(
            "rows => rows.map(row => [...row.querySelectorAll('img')].map(img => img.height))"
        )
    page.close()
    assert [len(row) for row in rows] == [4, 3, 3]
    assert all(max(row) - min(row) <= 2 for row in rows)
    assert min(min(row) for row in rows) > 150
