"""Columns and people that recur in what is imported, and that the paper doesn't list yet."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable

import msgspec

from banxin.content.bylines import credits
from banxin.importers.stories.story import Story

_OFTEN = 2


class Proposals(msgspec.Struct, frozen=True):
    """Names with how often they are met, the most frequent first."""

    sections: tuple[tuple[str, int], ...] = ()
    columns: tuple[tuple[str, int], ...] = ()
    people: tuple[tuple[str, int], ...] = ()


def proposals(
    found: Iterable[Story],
    *,
    sections: frozenset[str],
    columns: frozenset[str],
    people: frozenset[str],
) -> Proposals:
    """What isn't among ``sections``, ``columns`` and ``people``; people from twice on."""
    of_pages: Tally[str] = Tally()
    of_columns: Tally[str] = Tally()
    of_people: Tally[str] = Tally()
    for story in found:
        of_pages[story.page_name] += 1
        of_columns[story.column] += 1
        of_people.update({c.name for c in credits(story.byline) if c.kind == "person"})
    return Proposals(
        _listed(of_pages, sections, 1),
        _listed(of_columns, columns, 1),
        _listed(of_people, people, _OFTEN),
    )


def _listed(tally: Tally[str], known: frozenset[str], least: int) -> tuple[tuple[str, int], ...]:
    kept = {name: n for name, n in tally.items() if name and name not in known and n >= least}
    return tuple(sorted(kept.items(), key=lambda one: (-one[1], one[0])))
