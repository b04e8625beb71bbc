"""The stories of a page are numbered in the order that somebody sets."""

from __future__ import annotations

from collections.abc import Mapping

from banxin.importers.corrections import drafts as desk
from banxin.importers.corrections.ordering import ordered, ranks
from banxin.importers.planning import Wanted, plan
from banxin.importers.stories.story import Story
from tests.importers.test_planning import BODY, TARGET


def numbers(typed: Mapping[int, int], places: tuple[int, ...]) -> list[str]:
    """Which stories get which numbers, where these were asked for by the names of their files."""
    stories = [Story(f"{n}.docx", title=f"{n}", body=BODY) for n, _ in enumerate(places, 1)]
    wanted = [Wanted(s, page="1", place=p) for s, p in zip(stories, places, strict=True)]
    drafts = desk.laid_out(wanted)
    planned = dict(enumerate(plan(wanted, TARGET, lambda _: 1, []), 1))
    assert sorted(ranks(planned).values()) == list(range(1, len(places) + 1))
    made = ordered(drafts, planned, typed)
    found = plan([one.wanted for one in made], TARGET, lambda _: 1, [])
    return [f"{one.story.title}={one.number}" for one in found]


def test_a_story_takes_the_place_that_is_typed_and_the_others_keep_their_order() -> None:
    assert numbers({4: 1}, (0, 0, 0, 0)) == ["4=1", "1=2", "2=3", "3=4"]
    assert numbers({1: 3}, (0, 0, 0, 0)) == ["2=1", "3=2", "1=3", "4=4"]
    assert numbers({1: 99, 3: 1}, (0, 0, 0)) == ["3=1", "2=2", "1=3"]


def test_names_of_files_ask_for_numbers_until_somebody_sets_the_order() -> None:
    assert numbers({}, (7, 3, 0)) == ["1=7", "2=3", "3=1"]
    assert numbers({1: 1}, (7, 3, 0)) == ["1=1", "3=2", "2=3"]
