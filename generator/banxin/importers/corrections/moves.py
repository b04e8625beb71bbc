"""The words of fields to others, or to the text: a sentence that was taken for a headline."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from banxin.importers.corrections.fields import FIELDS, looked_at
from banxin.importers.corrections.paragraphs import BODY, HEADS, TEXTS, with_words
from banxin.importers.corrections.words import settled
from banxin.importers.manuscript import Paragraph, Span, doubt
from banxin.importers.stories.first_words import first_words
from banxin.importers.stories.story import Story, Text

MOVABLE = (*HEADS, *TEXTS, "signoff")
_CLOSING = ("byline", "source")  # which stand below the text that they belong to


class Moved(msgspec.Struct, frozen=True):
    """A story, and where the blocks that it had before stand now: ``above`` of its lines are new
    before the first of them, ``below`` before the one at ``cut``."""

    story: Story
    above: int = 0
    below: int = 0
    cut: int = 0

    def place(self, n: int) -> int:
        return n + self.above + (self.below if n >= self.cut else 0)


def with_moved(story: Story, key: str, to: str) -> Story:
    """The words of ``key`` stand in ``to``, in the text's first lines or last ones; those of a
    headline that is there already change places with them."""
    return with_all_moved(story, {key: to}).story


def with_all_moved(story: Story, moves: Mapping[str, str], cut: int | None = None) -> Moved:
    """All at once: each field's words as they stand now. ``cut``: the place in the text where the
    next story is to begin."""
    cut = len(story.body) if cut is None else cut
    told = {key: to for key in MOVABLE if (to := moves.get(key, key)) != key}
    told = {key: to for key, to in told.items() if FIELDS[key].shown(story)}
    if not told:
        return Moved(story, cut=cut)
    told |= _answering(story, told)
    words = {key: _words(story, key, to) for key, to in told.items()}
    for key, to in told.items():
        story = looked_at(replace(story, **FIELDS[key].changes("")), key)
        if (key, to) == ("signoff", BODY):
            story = replace(story, signoff_date="")
    return _placed(story, told, words, cut)


def _answering(story: Story, told: Mapping[str, str]) -> dict[str, str]:
    """Where the words of a headline go, or those that stood where it goes."""
    if any(one.key == "title-missing" for one in story.doubts):  # these are the text's first words
        return {}
    to = told.get("title", "")
    if to:
        free = to != BODY and to not in told and "title" not in told.values()
        return {to: "title"} if free and FIELDS[to].shown(story) else {}
    giver = next((key for key, to in told.items() if to == "title"), "")
    return {"title": giver} if giver and story.title else {}


def _words(story: Story, key: str, to: str) -> str:
    text = FIELDS[key].shown(story)
    dated = (key, to) == ("signoff", BODY) and story.signoff_date
    return f"{text}\n{story.signoff_date}" if dated else text


def _placed(story: Story, told: Mapping[str, str], words: Mapping[str, str], cut: int) -> Moved:
    above: list[Text] = []
    below: list[Text] = []
    last: list[Text] = []
    for key, to in told.items():
        made = None if to == BODY else with_words(story, to, words[key])
        if made is None:
            lines = last if key == "signoff" else below if key in _CLOSING else above
            lines += _lines(words[key])
        else:
            story = made
    body = (*above, *story.body[:cut], *below, *story.body[cut:], *last)
    moved = Moved(story, len(above), len(below), cut)
    shown = tuple(replace(one, place=_beside(moved, one.place)) for one in story.pictures)
    story = replace(story, body=body, pictures=shown)
    return replace(moved, story=settled(story if story.title else _with_first_words(story)))


def _beside(moved: Moved, place: int) -> int:
    """Of a picture: it stays below the block that it stood below."""
    return moved.place(place - 1) + 1 if place else moved.above


def _lines(text: str) -> list[Text]:
    return [Text(Paragraph((Span(line),))) for line in text.split("\n")]


def _with_first_words(story: Story) -> Story:
    texts = (one.paragraph.said for one in story.body if isinstance(one, Text))
    made = first_words(next((text for text in texts if text), story.source)) or "…"
    doubts = (*story.doubts, doubt("title-missing", "title"))
    return replace(story, title=made, guessed=story.guessed | {"title"}, doubts=doubts)
