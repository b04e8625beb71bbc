"""What a block of several stories has left over stands around the rule between them, evenly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.rendering.test_broadsheet import STATIC

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STORY = '<article class="story {0}t3"><header><hgroup><h2>通车</h2></hgroup></header>{1}</article>'
SHORT = '<div class="txt c1"><p>今天通车。</p></div>'
TALL = '<div class="txt c1" style="block-size:{0}px"><p>今天通车。</p></div>'
CELL = '<div class="cell s{0}">{1}</div>'
# above and below the rule
GAPS = """() => {
  const [first, second] = document.querySelectorAll('.cell:first-child .story');
  const rule = second.getBoundingClientRect().top;
  const title = second.querySelector('h2').getBoundingClientRect().top;
  return [rule - first.getBoundingClientRect().bottom, title - rule];
}"""


def test_a_rule_stands_about_midway_between_a_box_and_a_story(browser: Browser) -> None:
    sheets = ("style.css", "sheet.css")
    styles = "".join((STATIC / name).read_text(encoding="utf-8") for name in sheets)
    left = CELL.format(3, STORY.format("box ", SHORT) + STORY.format("", SHORT))
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_content(
        f"<style>{styles}</style><div class='sheet'><div class='row n2'>{left}"
        + CELL.format(9, STORY.format("", TALL.format(235)))
        + "</div></div>"
    )
    above, below = page.evaluate(GAPS)
    page.close()
    assert 50 < above + below < 100
    assert max(above, below) < 2 * min(above, below)
