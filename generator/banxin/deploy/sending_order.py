"""In which order files are sent, and how long a browser may keep each.

What others point at goes first: a reader who comes at any moment finds all that a page shows or
links to. What tells readers and machines of something new goes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from banxin.search import FOLDER, MANIFEST
from banxin.site import routes

_HASHED = re.compile(
    rf"(?:.*/)?media/[0-9a-f]{{16}}-\d+\.\w+|{FOLDER}/[^/]+-[0-9a-f]{{8}}/.*", re.ASCII
)
_LIST = (routes.ARCHIVE, routes.SEARCH, "section/", "column/", "by/", "n/")
_LAST = re.compile(
    rf"{re.escape(routes.FEED)}|{re.escape(routes.ROBOTS)}|sitemap(-\d+)?\.xml|{FOLDER}/{MANIFEST}"
)
FILES, PAGES, LISTS, HOME, NEWS = range(5)
YEAR = "public, max-age=31536000, immutable"
MINUTES = "public, max-age=300"


def rank(path: str) -> int:
    """Which of the ranks ``path`` is of, in the order of sending."""
    if _LAST.fullmatch(path):
        return NEWS
    if path == routes.file(routes.HOME):
        return HOME
    if not path.endswith((".html", ".htm")):
        return FILES
    return LISTS if path.startswith(_LIST) else PAGES


def cache_control(path: str) -> str:
    """A file whose name says what is in it never changes; any other may, tonight."""
    return YEAR if _HASHED.fullmatch(path) else MINUTES


def in_order(paths: Iterable[str]) -> list[str]:
    return sorted(paths, key=_place)


def batches(
    sizes: Mapping[str, int], *, most: int, heaviest: int
) -> Iterator[tuple[str, list[str]]]:
    """(cache header, paths) in the order of sending: each at most ``most`` files, and not much
    more than ``heaviest`` bytes. ``sizes`` by path."""
    for (_, header), group in groupby(in_order(sizes), key=_kind):
        batch: list[str] = []
        weight = 0
        for path in group:
            batch.append(path)
            weight += sizes[path]
            if len(batch) >= most or weight >= heaviest:
                yield header, batch
                batch, weight = [], 0
        if batch:
            yield header, batch


def _kind(path: str) -> tuple[int, str]:
    return rank(path), cache_control(path)


def _place(path: str) -> tuple[int, str, str]:
    return (*_kind(path), path)
