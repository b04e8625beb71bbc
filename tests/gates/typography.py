"""How a browser sets the Chinese of pages: lines that begin or end wrongly, overflow, headlines.

The measures are those of the project's check of typography. A page is shown in a frame, whose
width is then changed: ten widths cost little more than one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (320, 360, 390, 600, 768, 820, 1024, 1280, 1440, 1920)
TEXT = ".txt, article"  # elements that hold running text
HEADLINES = "h1, h2, h3, .kicker, .deck"
SPACING = (  # WCAG 1.4.12
    "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em"
    " !important} p {margin-block-end: 2em !important}"
)
_SCRIPT = Path(__file__).with_name("typography.js")


@dataclass(frozen=True, slots=True)
class Measured:
    """One page at one width. Lines are shown by the characters around the fault."""

    place: str
    width: int
    paragraphs: int
    lines: int
    start: tuple[str, ...]
    end: tuple[str, ...]
    split: tuple[str, ...]
    short: tuple[str, ...]
    overflow: int
    headlines: tuple[tuple[str, ...], ...]  # those of several lines, as lines

    @property
    def faults(self) -> Iterator[str]:
        """Everything of which there may be none."""
        kinds = {"begins": self.start, "ends": self.end, "breaks after": self.split}
        for what, found in kinds.items():
            yield from (f"a line {what} “{text}”" for text in found)
        if self.overflow > 0:
            yield f"{self.overflow} px wider than the window"


def measured(
    browser: Browser, home: str, places: Iterable[str], *, style: str = ""
) -> Iterator[Measured]:
    """Each page at every width, with a style added. ``home``: the address of the site."""
    page = browser.new_page(viewport={"width": max(WIDTHS), "height": 900})
    page.goto(f"{home}robots.txt")  # of the site's origin, and without a policy that forbids frames
    page.add_script_tag(path=_SCRIPT)
    asked = {"widths": WIDTHS, "text": TEXT, "headlines": HEADLINES, "style": style}
    for place in places:
        for found in page.evaluate("(asked) => measure(asked)", {**asked, "url": home + place}):
            lists = {key: _tuple(value) for key, value in found.items()}
            yield Measured(place=place, **lists)
    page.close()


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value
