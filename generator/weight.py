"""What the site weighs, and whether GitHub Pages will go on taking it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from . import routes
from .problems import Place, Problem, Problems
from .store import Recorded

LIMIT = 1_000_000_000  # bytes of a published site, docs.github.com/pages, “GitHub Pages limits”
SHARE = 0.8  # of it, from where on an editor should know
PLACE = Place("content/paper.yml")
KINDS = ("pages", "pictures", "pdfs", "rest")
_KIND = {
    "html": "pages",
    **dict.fromkeys(("webp", "jpg", "png", "gif", "avif"), "pictures"),
    "pdf": "pdfs",
}


def sizes_of(units: Iterable[Recorded]) -> dict[str, int]:
    """Bytes of every file of these units. Pictures that lie elsewhere aren't counted."""
    return {
        path: file.size
        for unit in units
        for path, file in unit.files.items()
        if not path.startswith(routes.ELSEWHERE)
    }


def too_heavy(sizes: Mapping[str, int], index: int) -> Iterator[Problem]:
    """A warning that names each kind with its megabytes. ``index``: bytes of the search index."""
    total = sum(sizes.values()) + index
    if total < SHARE * LIMIT:
        return
    kinds = dict.fromkeys(KINDS, 0)
    for path, size in sizes.items():
        kinds[_KIND.get(path.rpartition(".")[2], "rest")] += size
    problems = Problems()
    problems.warn(
        PLACE,
        "site-large",
        size=_megabytes(total),
        limit=_megabytes(LIMIT),
        index=_megabytes(index),
        **{kind: _megabytes(size) for kind, size in kinds.items()},
    )
    yield from problems


def _megabytes(count: float) -> str:
    return f"{count / 1e6:,.1f}" if count < 10e6 else f"{count / 1e6:,.0f}"
