"""Addresses that were published and lead to nothing any more, each with a reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from banxin.content.fields.addresses import is_file_path, is_site_path
from banxin.content.fields.record import Kind, Spot
from banxin.content.fields.value_types import PAIRS
from banxin.content.frontmatter import Node
from banxin.model import Gone
from banxin.model.page_label import page_key, page_label

_INSIDE = re.compile(r"/?([^/]+)(?:/(\d{1,3}))?/?")


def _reader(address: Callable[[str], str]) -> Callable[[Node, Spot], tuple[Gone, ...] | None]:
    def read(node: Node, spot: Spot) -> tuple[Gone, ...] | None:
        pairs = PAIRS.read(node, spot)
        if pairs is None:
            return None
        found = []
        for key, reason in pairs:
            if not reason or not address(key.value):
                spot.error(key, "wants-gone", typed=key.value)
                return None
            found.append(Gone(address(key.value), reason))
        return tuple(found)

    return read


def _inside(typed: str) -> str:
    """01/02 of a story, 04 of a page; "" for anything else."""
    found = _INSIDE.fullmatch(typed.strip())
    page = page_label(found[1]) if found else ""
    if found is None or not page or (found[2] and not int(found[2])):
        return ""
    return f"{page_key(page)}/{int(found[2]):02}" if found[2] else page_key(page)


def _anywhere(typed: str) -> str:
    """Without the slash that it begins with."""
    plain = typed != "/" and is_site_path(typed) and is_file_path(typed)
    return typed.removeprefix("/") if plain else ""


GONE_OF_ISSUE = Kind("“版/稿: 原因”若干行", "lines of page/story: reason", _reader(_inside))
GONE_OF_PAPER = Kind("“/网址: 原因”若干行", "lines of /address: reason", _reader(_anywhere))
