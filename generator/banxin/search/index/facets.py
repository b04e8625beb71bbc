"""What the client filters, counts and sorts by: one small file for each bundle.

Its rows are the articles in the order of the index, so that no article's own file is needed to
know its day or its author.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from banxin.search.index.records import SearchRecord


class Facets(msgspec.Struct, frozen=True, omit_defaults=True):
    """``days``: (day, how many rows); the other rows are indexes into their lists of names.

    ``unasked``: the kinds that are found only by who asks for them. ``columns`` and ``column`` are
    left out where no article is of a column, ``page_names`` and ``page_name`` where no
    page has a name.
    """

    days: tuple[tuple[str, int], ...]
    pages: tuple[int | str, ...]
    sections: tuple[str, ...]
    section: tuple[int, ...]
    authors: tuple[str, ...]
    by: tuple[tuple[int, ...], ...]
    kinds: tuple[str, ...]
    kind: tuple[int, ...]
    unasked: tuple[str, ...]
    columns: tuple[str, ...] = ()
    column: tuple[int, ...] = ()
    page_names: tuple[str, ...] = ()
    page_name: tuple[int, ...] = ()


def facets(records: Sequence[SearchRecord]) -> bytes:
    """The file for ``records`` as JSON."""
    sections = _common_first(r.section for r in records)
    authors = _common_first(name for r in records for name in r.authors)
    kinds = _common_first(r.kind for r in records)
    number = {name: n for n, name in enumerate(authors)}
    columns, column = _numbered([r.column for r in records])
    page_names, page_name = _numbered([r.page_name for r in records])
    found = Facets(
        tuple((day, len(list(rows))) for day, rows in groupby(records, key=lambda r: r.day)),
        tuple(r.page for r in records),
        sections,
        tuple(sections.index(r.section) for r in records),
        authors,
        tuple(tuple(number[name] for name in r.authors) for r in records),
        kinds,
        tuple(kinds.index(r.kind) for r in records),
        tuple(sorted({r.kind for r in records if not r.searched})),
        *(columns, column),
        *(page_names, page_name),
    )
    return msgspec.json.encode(found)


def _numbered(rows: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The names, and each row's place among them; nothing if no row has one."""
    if not any(rows):
        return (), ()
    names = _common_first(rows)
    return names, tuple(names.index(row) for row in rows)


def _common_first(names: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
