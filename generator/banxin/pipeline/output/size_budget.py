"""What the site weighs, and whether GitHub Pages will go on taking it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from banxin.problems import Place, Problem, Problems
from banxin.site import routes

LIMIT = 1_000_000_000  # bytes of a published site, docs.github.com/pages, “GitHub Pages limits”
SHARE = 0.8  # of it, from where on an editor should know
PLACE = Place("content/paper.yml")
KINDS = ("pages", "pictures", "pdfs", "rest")
_KIND = {
    "html": "pages",
    **dict.fromkeys(("webp", "jpg", "png", "gif", "avif"), "pictures"),
    "pdf": "pdfs",
}


class Weight(msgspec.Struct, frozen=True):
    """How many files, and bytes by kind in the order of KINDS."""

    files: int = 0
    kinds: tuple[int, ...] = (0,) * len(KINDS)

    @property
    def size(self) -> int:
        return sum(self.kinds)


def weight_of(sizes: Iterable[tuple[str, int]]) -> Weight:
    """Of files by path and size. Pictures that lie elsewhere aren't counted."""
    kinds = dict.fromkeys(KINDS, 0)
    here = [(path, size) for path, size in sizes if not path.startswith(routes.ELSEWHERE)]
    for path, size in here:
        kinds[_KIND.get(path.rpartition(".")[2], "rest")] += size
    return Weight(len(here), tuple(kinds.values()))


def total(weights: Iterable[Weight]) -> Weight:
    weights = tuple(weights)
    kinds = zip(*(one.kinds for one in (Weight(), *weights)), strict=True)
    return Weight(sum(one.files for one in weights), tuple(map(sum, kinds)))


def too_heavy(site: Weight, index: int) -> Iterator[Problem]:
    """A warning that names each kind with its megabytes. ``index``: bytes of the search index."""
    if site.size + index < SHARE * LIMIT:
        return
    problems = Problems()
    problems.warn(
        PLACE,
        "site-large",
        size=_megabytes(site.size + index),
        limit=_megabytes(LIMIT),
        index=_megabytes(index),
        **{kind: _megabytes(size) for kind, size in zip(KINDS, site.kinds, strict=True)},
    )
    yield from problems


def _megabytes(count: float) -> str:
    return f"{count / 1e6:,.1f}" if count < 10e6 else f"{count / 1e6:,.0f}"
