"""Pages of a built site, measured in a browser: at every width, and as readers may set them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import msgspec

from tests.evenings.script import MEASURE
from tests.support.fill import UNFILLED
from tests.support.shown_share import SHARES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (320, 390, 480, 640, 768, 960, 1100, 1280, 1920)
PHONE, DESKTOP, HIGH = 390, 1280, 844
DESK = 1088  # pages are laid out as planned from here on, with type of the usual size
# Type twice as large, as a browser's own settings make it; the theme's 关怀版.
LARGER = {
    "200 %": "",  # by the browser's own setting, which moves the widths at which a page folds
    "关怀版": "document.documentElement.dataset.care = '1';"
    "document.documentElement.dataset.size = '3'",
}
MODES = tuple(LARGER)
_BACK = "delete document.documentElement.dataset.care; delete document.documentElement.dataset.size"


class Faults(msgspec.Struct, frozen=True):
    """What is wrong, in words for a person."""

    overflow: list[str]
    overlap: list[str]
    broken: list[str]
    holes: list[str]


class Look(msgspec.Struct, frozen=True):
    """A page at one width; ``mode``: how it was set. Lengths in pixels."""

    mode: str
    width: int
    faults: Faults
    worst: float  # the highest hole
    sizes: list[float]  # of running text
    lines: int  # justified
    stretched: int  # of these
    rows: int  # of tools above the masthead
    high: int
    unfilled: float | None = None  # share of the page
    shown: tuple[tuple[float, str], ...] = ()  # of each picture at a desk what share; and which

    @property
    def screens(self) -> float:
        return self.high / HIGH


class Served(ThreadingHTTPServer):
    """A folder, at ``address``, until it is closed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def server_close(self) -> None:
        self.shutdown()
        super().server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that has enough of a picture closes the line."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def looks(
    browser: Browser, url: str, widths: tuple[int, ...] = WIDTHS, modes: tuple[str, ...] = MODES
) -> Iterator[Look]:
    """The page at each of ``widths``, then larger at a phone's and a desk's, as ``modes`` say."""
    page = browser.new_page(viewport={"width": widths[0], "height": HIGH})
    page.goto(url)
    for width in widths:
        yield _look(page, "", width)
    devtools = page.context.new_cdp_session(page)
    for mode in modes:
        script = LARGER[mode]
        if not script:
            devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
        page.evaluate(script)
        for width in (PHONE, DESKTOP):
            yield _look(page, mode, width)
        devtools.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
        page.evaluate(_BACK)
    page.close()


def _look(page: Page, mode: str, width: int) -> Look:
    page.set_viewport_size({"width": width, "height": HIGH})
    found = page.evaluate(MEASURE)
    desk = width >= DESK and not mode
    fill = page.evaluate(UNFILLED) if desk else None
    found["unfilled"] = fill["unfilled"] if fill else None
    found["shown"] = page.evaluate(SHARES) if desk else []
    return msgspec.convert({**found, "mode": mode, "width": width}, Look)
