"""All that is chosen on one sheet means the paragraphs, fields and pictures that it shows."""

from __future__ import annotations

import random

from msgspec.structs import replace

from banxin.importers.corrections import drafts as desk
from banxin.importers.corrections.choices import Choices, chosen
from banxin.importers.corrections.drafts import Draft, Drafts
from banxin.importers.corrections.moves import MOVABLE
from banxin.importers.corrections.words import texts_of
from banxin.importers.planning import Wanted
from banxin.importers.stories.story import Story, StoryPicture, Text

from .stories import remembered, said, text, wanted

FIELDS = {"source": "credited"}
ROLES = (*("body", "subhead", "split", "drop", "caption-0", "caption-2"), *MOVABLE)
LONG, WHERE = 9, ("", "", "1", "2", "drop")


def made_up(mark: str) -> Story:
    """Each field, paragraph and picture has words of its own."""
    fields = {FIELDS.get(key, key): f"{mark}{key}" for key in MOVABLE}
    heads = {key: (fields[key],) for key in ("kicker", "subtitle", "signoff")}
    shown = (StoryPicture(f"{n}.jpg", caption=f"{mark}图{n}。", place=3 * n) for n in range(3))
    body = tuple(text(f"{mark}第{n}段。", subhead=n % 4 == 1) for n in range(LONG))
    return Story("甲.docx", **{**fields, **heads}, pictures=tuple(shown), body=body)  # type: ignore[arg-type]


def shown_on(story: Story, key: str) -> str:
    return str(getattr(story, FIELDS.get(key, key)))


def test_whatever_else_a_form_says_each_thing_goes_where_its_own_choice_says() -> None:
    for seed in range(400):
        random_ = random.Random(seed)
        drafts = desk.laid_out([wanted(made_up("甲")), wanted(made_up("乙"))])
        choices = {one.key: anything(random_) for one in drafts}
        made = chosen(drafts, choices)
        for one, mark in zip(drafts, "甲乙", strict=True):
            wrong = [*of_paragraphs(made, mark, choices[one.key])]
            wrong += of_moves(made, mark, one, choices[one.key])
            wrong += of_pictures(made, mark, one, choices[one.key])
            assert wrong == [], (seed, choices[one.key])


def anything(random_: random.Random) -> Choices:
    keys = random_.sample(MOVABLE, random_.randrange(4))
    there = ("body", *MOVABLE)
    moves = {key: random_.choice([to for to in there if to != key]) for key in keys}
    roles = {n: random_.choice(ROLES) for n in range(LONG) if random_.random() < 0.4}
    return Choices(moves, roles, {n: random_.choice(WHERE) for n in range(3)})


def of_paragraphs(made: Drafts, mark: str, own: Choices) -> list[str]:
    """Those that aren't where their choice says."""
    wrong = []
    for n in range(LONG):
        words, role = f"{mark}第{n}段。", own.roles.get(n, "subhead" if n % 4 == 1 else "body")
        inside = [one.wanted.story for one in made if words in all_words(one.wanted)]
        if len(inside) != 1 or not stands(inside[0], words, role, own):
            wrong.append(f"{words} {role}")
    return wrong


def stands(story: Story, words: str, role: str, own: Choices) -> bool:
    lines = [b for b in story.body if isinstance(b, Text) and b.paragraph.said == words]
    if role in ("body", "subhead"):
        return [b.subhead for b in lines] == [role == "subhead"]
    if lines:
        return False
    if role.startswith("caption"):
        lost = own.pictures.get(int(role[-1])) == "drop"
        return lost or any(words in one.caption for one in story.pictures)
    if role == "drop":
        return words in remembered(story)
    return words in shown_on(story, "title" if role == "split" else role)


def of_moves(made: Drafts, mark: str, one: Draft, own: Choices) -> list[str]:
    wrong = []
    for key, to in own.moves.items():
        words = f"{mark}{key}"
        inside = [d for d in made if words in all_words(d.wanted)]
        story = inside[0].wanted.story
        there = words in said(story) if to == "body" else words in shown_on(story, to)
        first = inside[0].key == one.key or "signoff" in (key, to)  # the last of them is signed
        if len(inside) != 1 or not there or not first:
            wrong.append(f"{key} {to}")
    return wrong


def of_pictures(made: Drafts, mark: str, one: Draft, own: Choices) -> list[str]:
    """Those that stay are in the story that has the paragraph above them."""
    wrong = []
    for n in range(3):
        where, words = own.pictures.get(n, ""), f"{mark}图{n}。"
        keys = [d.key for d in made if any(words in p.caption for p in d.wanted.story.pictures)]
        cut = [c for c, role in own.roles.items() if role == "split" and c < 3 * n]
        if where == "drop":
            there = not keys
        elif where in ("", str(one.key)):
            title = f"{mark}第{max(cut)}段。" if cut else ""
            heads = [d.key for d in made if title and title in d.wanted.story.title.split("|")]
            there = keys == (heads or [one.key])
        else:
            there = keys == [int(where)]
        wrong += [] if there else [f"{n} {where}"]
    return wrong


def all_words(one: Wanted) -> str:
    return "\n".join([*texts_of(one.story), *remembered(one.story)])


def test_words_that_were_moved_stand_in_the_order_of_their_fields() -> None:
    drafts = desk.laid_out([wanted(replace(made_up("甲"), pictures=()))])
    moves = dict.fromkeys(("subtitle", "kicker", "byline", "source"), "body")
    first, second = chosen(drafts, {1: Choices(moves, {4: "split"})})
    lines = said(first.wanted.story)
    assert (lines[:3], lines[-2:]) == (
        ["甲kicker", "甲subtitle", "甲第0段。"],
        ["甲byline", "甲source"],
    )
    assert second.wanted.story.title == "甲第4段。"


def test_two_fields_that_each_go_where_the_other_was_change_places() -> None:
    drafts = desk.laid_out([wanted(made_up("甲"))])
    (made,) = chosen(drafts, {1: Choices({"kicker": "title", "title": "kicker"})})
    assert (made.wanted.story.kicker, made.wanted.story.title) == (("甲title",), "甲kicker")


def test_a_cut_gives_each_picture_to_the_text_above_it_and_joining_brings_it_back() -> None:
    drafts = desk.laid_out([wanted(made_up("甲"))])
    cut = chosen(drafts, {1: Choices({}, {2: "split", 5: "split"})})
    places = [[(p.name, p.place) for p in one.wanted.story.pictures] for one in cut]
    assert places == [[("0.jpg", 0)], [("1.jpg", 0)], [("2.jpg", 0)]]
    for key in [one.key for one in cut[1:]]:
        cut = desk.joined(cut, key)
    (whole,) = cut
    shown = whole.wanted.story.pictures
    body = said(whole.wanted.story)
    assert [body[p.place - 1] for p in shown[1:]] == ["甲第2段。", "甲第5段。"]


def test_words_that_are_typed_over_a_paragraph_go_where_it_goes() -> None:
    drafts = desk.laid_out([wanted(made_up("甲"))])
    typed = {0: "改过的。", 2: " ", 3: "另一篇", 4: "两\r\n行"}
    first, second = chosen(drafts, {1: Choices({"title": "body"}, {3: "split"}, {}, typed)})
    assert said(first.wanted.story)[:3] == ["甲title", "改过的。", "甲第1段。"]
    assert remembered(first.wanted.story) == ["甲第2段。"]
    assert (second.wanted.story.title, said(second.wanted.story)[0]) == ("另一篇", "两 行")
