"""A page of the default theme with some stories, in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PIL import Image as Picture

from banxin.layout import arrange
from banxin.layout.rows import Row
from banxin.site.views import Item
from tests.gates.server import served
from tests.support import sample_views as sample
from tests.support.metrics import BROADSHEET
from tests.support.sample_views import THEME, draw

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@contextmanager
def shown(
    browser: Browser,
    folder: Path,
    items: tuple[Item, ...],
    width: int = 390,
    rows: tuple[Row, ...] = (),
    shape: tuple[int, int] = (600, 800),
) -> Iterator[Page]:
    """The page of an issue with these stories in ``rows``, or as the layout has them; ``shape``:
    pixels of every picture's file."""
    rows = rows or arrange(items, "inside", BROADSHEET)
    view = replace(sample.page(), items=items, rows=rows)
    shutil.copytree(THEME / "static", folder / "assets")
    (folder / "index.html").write_text(draw("page.html", view), "utf-8")
    data = BytesIO()
    Picture.new("RGB", shape).save(data, "PNG")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.route("**/media/**", lambda r: r.fulfill(body=data.getvalue(), content_type="image/png"))
    with served(folder, "/") as address:
        page.goto(address)
        yield page
    page.close()
