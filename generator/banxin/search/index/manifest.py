"""What the client reads of all bundles: which there are, how characters vary, how they sound."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from banxin.search.index.bundles import Bundle
from banxin.search.index.state import BuiltBundle
from banxin.search.index.tokenizer import KEPT, to_simplified


def manifest(engine: BuiltBundle, bundles: Sequence[tuple[Bundle, BuiltBundle]]) -> bytes:
    """Years and their bundles, newest first; sections by frequency and pages by number."""
    found = [(bundle, built) for bundle, built in bundles if built.count]
    years = groupby(found, key=lambda pair: pair[0].year)
    sections: Counter[str] = Counter()
    pages: Counter[int | str] = Counter()
    kinds: Counter[str] = Counter()
    for _, built in found:
        sections.update(built.sections)
        pages.update(built.pages)
        kinds.update(built.kinds)
    return msgspec.json.encode(
        {
            "engine": f"{engine.name}/",
            "years": [_year(year, [built for _, built in group]) for year, group in years],
            "sections": sorted(sections.items(), key=lambda item: (-item[1], item[0])),
            "pages": sorted(pages.items(), key=_page_order),
            "kinds": sorted(kinds.items(), key=lambda item: (-item[1], item[0])),
        }
    )


def _page_order(counted: tuple[int | str, int]) -> tuple[str, int]:
    """Numbers first, then labels: 1, 2, 10, A1, A10, B1."""
    page = str(counted[0])
    digits = re.search("[0-9]+", page)
    return page[: digits.start()] if digits else page, int(digits[0]) if digits else 0


def _year(year: int, bundles: Sequence[BuiltBundle]) -> dict[str, object]:
    """``unasked``: some of its articles are found only by who asks for their kind."""
    unasked = {"unasked": True} if any(b.unasked for b in bundles) else {}
    return {
        **unasked,
        "year": year,
        "count": sum(b.count for b in bundles),
        "first": min(b.first for b in bundles),
        "last": max(b.last for b in bundles),
        "bundles": [entry for b in bundles for entry in _entries(b)],
    }


def _entries(bundle: BuiltBundle) -> Iterator[object]:
    """A bundle's folder and its amendment's, with what client/paper.js must know of them."""
    path = f"{bundle.name}/"
    yield {"path": path, "without": bundle.without} if bundle.without else path
    if bundle.amendment:
        yield {"path": f"{bundle.amendment.name}/", "places": bundle.places}


def variants(bundles: Iterable[BuiltBundle]) -> bytes:
    """Traditional characters whose simplified form occurs in the index.

    ``fold``: the index holds only the simplified form; ``also``: it may hold either.
    """
    occurring = frozenset().union(*(part.characters for b in bundles for part in b.folders))
    found = {c: plain for c, plain in to_simplified().items() if plain in occurring}
    return msgspec.json.encode(
        {
            "fold": "".join(c + plain for c, plain in found.items() if c not in KEPT),
            "also": "".join(c + plain for c, plain in found.items() if c in KEPT),
        }
    )


def sounds(bundles: Iterable[BuiltBundle]) -> bytes:
    """By syllable, the characters of titles and names that are read so somewhere."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in (part for b in bundles for part in b.folders):
        for syllable, chars in part.sounds.items():
            found[syllable].update(chars)
    return msgspec.json.encode({s: "".join(sorted(found[s])) for s in sorted(found)})
