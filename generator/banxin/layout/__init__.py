"""Where the articles of a page stand: rows of blocks that fill the page.

``arrange`` is a pure function of the articles, the layout's name and the sizes of a theme's page.
Heights are estimated from the number of characters, at the width of a screen of 1280 px.

It may import the model, and never what makes or draws pages: an article is to it what
``page_items`` says it reads of one.
"""

from __future__ import annotations

from banxin.layout.metrics import Metrics
from banxin.layout.optimizer import best_rows
from banxin.layout.order import ear_row, stories
from banxin.layout.page_items import PageItem
from banxin.layout.rows import Row
from banxin.layout.wishes import in_wished_order

LAYOUTS = ("front", "inside", "photo", "text")


def arrange(items: tuple[PageItem, ...], layout: str, metrics: Metrics) -> tuple[Row, ...]:
    """The rows of a page. Every item stands in exactly one block, by its index in ``items``.

    ``layout`` is one of LAYOUTS; anything else chooses by what the page holds.
    """
    chosen = layout if layout in LAYOUTS else _suitable(items)
    return ear_row(items) + best_rows(
        tuple(in_wished_order(stories(items, chosen, metrics))), chosen, metrics
    )


def _suitable(items: tuple[PageItem, ...]) -> str:
    """front with a lead, photo where most articles have pictures, else inside."""
    pictured = sum(bool(item.photos) for item in items)
    if any(item.rank == "lead" for item in items):
        return "front"
    return "photo" if pictured * 2 > len(items) else "inside"
