"""How a page is called in front matter."""

from __future__ import annotations

from banxin.content.fields.record import Kind, Spot
from banxin.content.fields.value_types import number_of
from banxin.content.frontmatter import Node, Text
from banxin.model.page_label import page_label


def _page(node: Node, spot: Spot) -> str | None:
    """The label of a page: 1, 十二, B1, 中缝; "0" is left for who knows the issue's pages."""
    typed = node.value if isinstance(node, Text) else ""
    number = number_of(typed)
    label = str(number) if number is not None else page_label(typed)
    if not label:
        spot.error(node, "wants-page")
    return label or None


PAGE = Kind("版次：数字，或者版号如 B1、中缝", "a page: its number, or a label such as B1", _page)
