"""Amendments: a few changed articles of a large bundle, without building all of it again.

The bundle stays as it is. Beside it comes a small one with the articles that are new or changed;
the manifest says which of the old one are superseded and where the others stand among the rest.
When too much has changed, or the rest in its order, the bundle is built anew. A month that is being
written has its latest issues beside it in the same way, so that an evening sends few files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from banxin.model.fingerprint import digest
from banxin.search.index.records import SearchRecord

LEAST = 200  # articles: a smaller bundle is built anew in half a second
MOST = 10  # per cent of a bundle's articles that may be added or superseded
LATEST = 64  # articles that may stand beside a month, which has as many at least: three issues
MOST_IN_A_YEAR = 4  # amendments: each costs a first query three requests and 2.5 kB


class Difference(msgspec.Struct, frozen=True):
    """What makes of a bundle's articles the present ones.

    ``superseded``: numbers, see numbering.py. ``places``: how many of the bundle's articles,
    superseded ones included, stand before each of ``added``.
    """

    superseded: tuple[int, ...]
    added: tuple[SearchRecord, ...]
    places: tuple[int, ...]


def rows(records: Iterable[SearchRecord]) -> dict[str, str]:
    """For each address, in order, what proves that its article is the same."""
    return {record.url: digest(msgspec.msgpack.encode(record))[:16] for record in records}


def least(*, month: bool) -> int:
    """How many articles a bundle must have to be amended, if it is of one month or of more."""
    return LATEST if month else LEAST


def difference(
    bundle: Mapping[str, str], records: Sequence[SearchRecord], *, month: bool = False
) -> Difference | None:
    """From the rows of a bundle to ``records``; None if it must be built anew."""
    numbers = {row: n for n, row in enumerate(bundle.items())}
    found = [numbers.get(row) for row in rows(records).items()]
    kept = [n for n in found if n is not None]
    if any(later < earlier for earlier, later in pairwise(kept)):
        return None
    left = frozenset(kept)
    superseded = tuple(n for n in range(len(bundle)) if n not in left)
    added, places, before = [], [], 0
    for record, n in zip(records, found, strict=True):
        if n is None:
            added.append(record)
            places.append(before)
        else:
            before = n + 1
    most = max(MOST * len(bundle) // 100, LATEST if month else 0)
    if len(superseded) + len(added) > most:
        return None
    return Difference(superseded, tuple(added), tuple(places))
