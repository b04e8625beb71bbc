"""Where an editor wants an article on its page: in words and names of files, not in numbers."""

from __future__ import annotations

import re

from banxin.content.fields.record import Kind, Spot
from banxin.content.fields.value_types import choice
from banxin.content.frontmatter import Node, Text
from banxin.model import NextTo
from banxin.model.page_label import page_key, page_label

CORNERS = {
    "左上": "top-left",
    "左上角": "top-left",
    "右上": "top-right",
    "右上角": "top-right",
    "左下": "bottom-left",
    "左下角": "bottom-left",
    "右下": "bottom-right",
    "右下角": "bottom-right",
}
PLACE = choice(CORNERS)
_FILE = re.compile(r"([0-9]{1,3}|[A-Za-z]{1,2}[0-9]{1,3}|中缝)[-/]([0-9]{1,3})(?:-.+)?")


def _next_to(node: Node, spot: Spot) -> NextTo | None:
    """01-03, as a file's name begins; all of the name, too."""
    found = _FILE.fullmatch(node.value.strip()) if isinstance(node, Text) else None
    label = page_label(found[1]) if found else ""
    if found is None or not label:
        spot.error(node, "wants-story")
        return None
    return NextTo(f"{page_key(label)}/{int(found[2]):02}", node.line, node.column)


NEXT_TO = Kind(
    "同版另一篇，文件名的开头", "another article of the page, as its file begins", _next_to
)
