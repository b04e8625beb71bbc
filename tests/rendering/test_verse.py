"""Verse on a telephone: a line that has no room goes on further in than where it began."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import themed_paper
from tests.support.search_server import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONG = "梦里的江水一直流到了天亮以后的城关镇码头边上"
VERSES = ("你站在桥上", f"　　{LONG}", f"　　　　{LONG}", LONG)
# where each line of a poem begins and goes on, in ems, and between which feet it stands
LINES = """() => [...document.querySelectorAll('.line')].map((line) => {
  const range = document.createRange(), text = line.firstChild;
  const starts = [];
  for (let at = 0, foot = null; at < text.length; at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const box = range.getBoundingClientRect();
    if (text.data[at] === '\\u3000' || box.top === foot) continue;
    starts.push(Math.round((box.left - line.parentElement.getBoundingClientRect().left)
      / parseFloat(getComputedStyle(line).fontSize)));
    foot = box.top;
  }
  return starts;
})"""


def built(root: Path, theme: str) -> Path:
    text = "---\ntitle: 断章\nkind: 诗\n---\n" + "\n".join(VERSES) + "\n"
    return themed_paper.built(root, theme, {"01-01-a.md": text}, section="副刊")


@pytest.mark.parametrize("theme", ["broadsheet", "tabloid"])
def test_what_has_no_room_goes_on_further_in_than_where_it_began(
    theme: str, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    with served(built(tmp_path, theme)) as address:
        for place in ("2026-11-28/01/", "2026-11-28/01/01/"):
            page.goto(address + place)
            first, *steps = page.evaluate(LINES)
            assert first == [0]
            for (begun, *on), step in zip(steps, (2, 4, 0), strict=True):
                assert begun == step
                assert on
                assert set(on) == {step + 1}
            high = page.evaluate(
                "[...document.querySelectorAll('.line')].slice(0, 2).map(l => l.offsetTop)"
            )
            line = page.locator(".line").first.bounding_box()
            assert line
            assert abs(high[1] - high[0] - line["height"]) < 1  # nothing empty between them
    page.close()
