"""How a gate says what it found: one line for each fault, none of them cut off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

SHOWN, PLACES = 60, 5


def expect_none(faults: Iterable[str]) -> None:
    """Fail with the faults, unless there are none."""
    found = tuple(faults)
    if found:
        more = f"\n… and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        pytest.fail(f"{len(found)} faults:\n" + "\n".join(found[:SHOWN]) + more, pytrace=False)


def grouped(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Pairs of fault and place, each fault once with the first of its places."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for fault, place in found:
        places[fault].append(place)
    for fault, where in places.items():
        more = f" and {len(where) - PLACES} more" if len(where) > PLACES else ""
        yield f"{fault} — {', '.join(where[:PLACES])}{more}"
