"""The stories on a desk: each keeps its key, and no word gets lost."""

from __future__ import annotations

import random

from msgspec.structs import replace

from banxin.importers.corrections import drafts as desk
from banxin.importers.corrections.drafts import Drafts
from banxin.importers.corrections.moves import MOVABLE, with_moved
from banxin.importers.corrections.words import texts_of
from banxin.importers.planning import Wanted
from banxin.importers.stories.story import StoryPicture

from .stories import BRIDGE, MARKET, remembered, wanted

THREE = desk.laid_out([wanted(BRIDGE), wanted(MARKET), wanted(replace(BRIDGE, source="c"))])


def keys(drafts: Drafts) -> list[int]:
    return [one.key for one in desk.live(drafts)]


def test_a_story_is_joined_with_the_one_above_of_those_that_are_to_be_written() -> None:
    assert keys(desk.joined(THREE, 2)) == [1, 3]
    made = desk.joined(desk.dropped(THREE, 2), 3)
    assert (keys(made), made[0].wanted.story.comments) == ([1], BRIDGE.comments)
    assert desk.joined(THREE, 1) == THREE
    assert desk.joined(THREE, 9) == THREE


def test_new_stories_have_keys_that_none_had() -> None:
    assert keys(desk.cut(THREE, 1, {0: "split", 2: "split"})) == [1, 4, 5, 2, 3]


def test_a_story_that_is_left_out_comes_back_to_its_place() -> None:
    gone = desk.dropped(THREE, 2)
    assert (keys(gone), keys(desk.dropped(gone, 2, back=True))) == ([1, 3], [1, 2, 3])


def test_a_picture_goes_to_another_story() -> None:
    made = desk.moved(THREE, 2, 0, "1")
    assert [len(one.wanted.story.pictures) for one in made] == [3, 0, 2]
    assert desk.moved(THREE, 1, 0, "1") == THREE
    assert desk.moved(THREE, 1, 9, "2") == THREE
    assert desk.moved(THREE, 1, 0, "9") == THREE


def test_pictures_that_go_together_keep_their_order() -> None:
    shown = tuple(StoryPicture(name) for name in "abcd")
    drafts = desk.laid_out([wanted(replace(BRIDGE, pictures=shown)), wanted(MARKET)])
    made = desk.all_moved(drafts, [(1, 0, "2"), (1, 1, "drop"), (1, 2, "2"), (1, 3, "2")])
    names = [[p.name for p in one.wanted.story.pictures] for one in made]
    assert names == [[], ["0:0:0:a.jpg", "0:0:1:a", "0:1:c", "1:d"]]


def test_whatever_is_moved_joined_cut_or_left_out_each_word_is_printed_or_remembered() -> None:
    market = replace(MARKET, title="早市提前")
    for seed in range(60):
        random_ = random.Random(seed)
        made = desk.laid_out([wanted(BRIDGE), wanted(market)])
        for _ in range(6):
            made = _step(made, random_)
        there = "".join("".join(t.split()) for one in made for t in _words(one.wanted))
        lost = [t for w in (BRIDGE, market) for t in texts_of(w) if "".join(t.split()) not in there]
        assert lost == [], seed


def _step(made: Drafts, random_: random.Random) -> Drafts:
    own = random_.choice(made)
    body, pictures = own.wanted.story.body, own.wanted.story.pictures
    roles = ("subhead", "split", "drop", "caption-0", *MOVABLE)
    done = random_.randrange(4)
    if done == 0:
        return desk.joined(made, own.key)
    if done == 1 and pictures:
        where = random_.choice([*(str(one.key) for one in made), "drop"])
        return desk.moved(made, own.key, random_.randrange(len(pictures)), where)
    if done == 2:
        key, to = random_.choice(MOVABLE), random_.choice((*MOVABLE, "body"))
        return desk.changed(made, own.key, lambda w: replace(w, story=with_moved(w.story, key, to)))
    return desk.cut(made, own.key, {n: random_.choice(roles) for n in range(len(body))})


def _words(one: Wanted) -> list[str]:
    return [*texts_of(one.story), *remembered(one.story)]
