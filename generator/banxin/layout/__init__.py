"""Where the articles of a page stand: rows of blocks that fill the page.

``arrange`` is a pure function of the articles and the layout's name. Heights are estimated from
the number of characters at the width of a desk (1280 px), where a line holds a known number of
Chinese characters; other widths take the same rows and fold them.
"""

from __future__ import annotations

from banxin.layout.optimizer import best_rows
from banxin.layout.order import ear_row, stories
from banxin.site.views import Item, Row

LAYOUTS = ("front", "inside", "photo", "text")


def arrange(items: tuple[Item, ...], layout: str) -> tuple[Row, ...]:
    """The rows of a page. Every item stands in exactly one block, by its index in ``items``.

    ``layout`` is one of LAYOUTS; anything else chooses by what the page holds.
    """
    chosen = layout if layout in LAYOUTS else _suitable(items)
    return ear_row(items) + best_rows(stories(items, chosen), chosen)


def _suitable(items: tuple[Item, ...]) -> str:
    """front with a lead, photo where most articles have pictures, else inside."""
    pictured = sum(bool(item.photos) for item in items)
    if any(item.rank == "lead" for item in items):
        return "front"
    return "photo" if pictured * 2 > len(items) else "inside"
