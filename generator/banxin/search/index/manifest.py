"""What the client reads of all bundles: which there are; forms and sounds of characters; names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from banxin.model.fingerprint import digest
from banxin.model.page_label import in_words
from banxin.search.index.bundles import Bundle
from banxin.search.index.forms import fold, forms
from banxin.search.index.pinyin import is_read
from banxin.search.index.state import BuiltBundle
from banxin.search.index.syllables import syllables

_OPENS, _META = "pagefind.und_", ".pf_meta"


def manifest(
    engine: BuiltBundle, bundles: Sequence[tuple[Bundle, BuiltBundle]], scripts: Mapping[str, bytes]
) -> bytes:
    """Years and their bundles, newest first; sections by frequency and pages by number.

    ``scripts``: which read it. A page that is open with others loads itself anew.
    """
    found = [(bundle, built) for bundle, built in bundles if built.count]
    years = groupby(found, key=lambda pair: pair[0].year)
    sections: Counter[str] = Counter()
    pages: Counter[int | str] = Counter()
    kinds: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    for _, built in found:
        sections.update(built.sections)
        pages.update(built.pages)
        kinds.update(built.kinds)
        columns.update(built.columns)
    return msgspec.json.encode(
        {
            "client": digest(b"".join(scripts[name] for name in sorted(scripts)))[:8],
            "engine": _path(engine),
            "years": [_year(year, [built for _, built in group]) for year, group in years],
            "sections": _common_first(sections),
            "columns": _common_first(columns),
            "pages": [
                (page, count, in_words(str(page)))
                for page, count in sorted(pages.items(), key=_page_order)
            ],
            "kinds": _common_first(kinds),
        }
    )


def _common_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


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
    """A bundle's folder and its amendment's, with what client/year.js must know of them."""
    if bundle.amendment and bundle.is_appended:
        yield _path(bundle.amendment)
    path = _path(bundle)
    yield {"path": path, "without": bundle.without} if bundle.without else path
    if bundle.amendment and not bundle.is_appended:
        yield {"path": _path(bundle.amendment), "places": bundle.places}


def _path(bundle: BuiltBundle) -> str:
    """Its folder, and a tag: in the name by which Pagefind opens it."""
    tags = (file.removeprefix(_OPENS).removesuffix(_META) for file in bundle.files if _META in file)
    return f"{bundle.name}/{next(tags, '')}"


def variants(bundles: Iterable[BuiltBundle]) -> bytes:
    """Pairs of a form and the character that stands for it in the index, where it occurs."""
    occurring = frozenset().union(*(part.characters for b in bundles for part in b.folders))
    found = (form + first for form, first in forms().items() if first in occurring)
    return msgspec.json.encode("".join(found))


def sounds(bundles: Iterable[BuiltBundle], people: Iterable[str]) -> bytes:
    """By syllable, the characters of titles and names that are read so somewhere, or may be."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in (part for b in bundles for part in b.folders):
        for syllable, chars in part.sounds.items():
            found[syllable].update(chars)
    written: defaultdict[str, set[str]] = defaultdict(set)
    for char in frozenset().union(*found.values(), *people):
        written[fold(char)].add(char)
    for syllable, usual in syllables().items():
        if also := frozenset().union(*(written[char] for char in usual if char in written)):
            found[syllable].update(also)
    return msgspec.json.encode({s: "".join(sorted(found[s])) for s in sorted(found)})


def names(bundles: Iterable[BuiltBundle], people: Iterable[str]) -> bytes:
    """Of whoever is credited or named in an article, most often first; then of ``people``."""
    found: Counter[str] = Counter()
    for part in (part for b in bundles for part in b.folders):
        found.update(part.names)
    found.update(dict.fromkeys(filter(is_read, people), 0))
    return msgspec.json.encode(sorted(found, key=lambda name: (-found[name], name)))
