"""What an editor wants of an article's place: a corner, all of the width, another below or beside.

The order of the stories makes a wish possible, and a price on every other row makes it come true;
where two can't both be had the page is still laid out.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from banxin.layout.order import Story

UNMET = 3_000_000  # square pixels: more than any page could save by it
Cell = tuple[int, int]


class Wish(msgspec.Struct, frozen=True):
    """Of one story: ``below`` and ``beside`` are places in the page's order; -1: none."""

    corner: str = ""
    wide: bool = False
    below: int = -1
    beside: int = -1


class Wishes(msgspec.Struct, frozen=True):
    """Those of a page's stories, by their place in its order."""

    count: int  # of stories
    of: dict[int, Wish]

    def price(self, division: Sequence[Cell]) -> float:
        """What it costs to cut these stories into such cells of one row."""
        unmet = 0
        for number, (start, end) in enumerate(division):
            for story in range(start, end):
                if story in self.of:
                    unmet += self._unmet(self.of[story], story, division, number)
        return float(UNMET * unmet)

    def _unmet(self, wish: Wish, story: int, division: Sequence[Cell], number: int) -> int:
        start, end = division[0][0], division[-1][1]
        cell = division[number]
        unmet = int(wish.wide and len(division) > 1)
        if wish.below >= 0:
            unmet += not cell[0] <= wish.below < cell[1]
        if wish.beside >= 0:
            unmet += not start <= wish.beside < cell[0]
        if wish.corner:
            vertical, side = wish.corner.split("-")
            row = start == 0 if vertical == "top" else end == self.count
            column = number == 0 if side == "left" else number == len(division) - 1 > 0
            edge = story == cell[0] if vertical == "top" else story == cell[1] - 1
            unmet += not (row and column and edge)
        return unmet


def in_wished_order(stories: Sequence[Story]) -> list[Story]:
    """The stories so that what is wanted of their places can be had."""
    by_corner = {_corner(story): story for story in stories if _corner(story)}
    rest = [story for story in stories if not _corner(story)]
    feet = len([story for story in rest if story.rank == "bottom"])
    if found := by_corner.get("bottom-left"):
        rest.insert(len(rest) - feet, found)
    if found := by_corner.get("top-left"):
        rest.insert(0, found)
    if found := by_corner.get("top-right"):
        rest.insert(1, found)
    if found := by_corner.get("bottom-right"):
        rest.append(found)
    return _neighbours_joined(rest)


def wishes_of(stories: Sequence[Story]) -> Wishes:
    places = {item.url: n for n, story in enumerate(stories) for _, item in story.items}
    found = {}
    for n, story in enumerate(stories):
        item = story.items[0][1]
        below, beside = places.get(item.below, -1), places.get(item.beside, -1)
        wish = Wish(_corner(story), item.wide, below, beside)
        if story.kind != "briefs" and wish != Wish():
            found[n] = wish
    return Wishes(len(stories), found)


def _corner(story: Story) -> str:
    return story.items[0][1].place if story.kind != "briefs" else ""


def _neighbours_joined(stories: list[Story]) -> list[Story]:
    """Each that is to stand below or beside another comes right after it; circles stay."""
    joined = list(stories)
    for story in stories:
        item = story.items[0][1]
        wanted = item.below or item.beside
        if not wanted or story.kind == "briefs":
            continue
        rest = [one for one in joined if one is not story]
        at = next((n for n, one in enumerate(rest) if _holds(one, wanted)), None)
        if at is not None:
            rest.insert(at + 1, story)
            joined = rest
    return joined


def _holds(story: Story, url: str) -> bool:
    return any(item.url == url for _, item in story.items)
