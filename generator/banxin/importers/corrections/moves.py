"""The words of a field to another, or to the text: a sentence that was taken for a headline."""

from __future__ import annotations

from msgspec.structs import replace

from banxin.importers.corrections.fields import FIELDS, looked_at
from banxin.importers.corrections.paragraphs import BODY, HEADS, TEXTS, with_words
from banxin.importers.corrections.words import settled
from banxin.importers.manuscript import Paragraph, Span, doubt
from banxin.importers.stories.first_words import first_words
from banxin.importers.stories.story import Story, Text

MOVABLE = (*HEADS, *TEXTS, "signoff")
_AT_THE_END = ("byline", "source", "signoff")


def with_moved(story: Story, key: str, to: str) -> Story:
    """The words of ``key`` stand in ``to``, in the text's first lines or last ones; those of a
    headline that is there already change places with them."""
    text = FIELDS[key].shown(story)
    if not text or key == to:
        return story
    made: Story | None
    if "title" in (key, to) and to != BODY and FIELDS[to].shown(story) and not _is_made(story):
        made = _changed_places(story, key, to)
        return made if made.title else story
    left = looked_at(replace(story, **FIELDS[key].changes("")), key)
    if key == "signoff" and to == BODY and story.signoff_date:
        text, left = f"{text}\n{story.signoff_date}", replace(left, signoff_date="")
    made = _in_text(left, key, text) if to == BODY else with_words(left, to, text)
    if made is None:
        return story
    return settled(made if made.title else _with_first_words(made))


def _is_made(story: Story) -> bool:
    """Whether its headline is the text's first words."""
    return any(one.key == "title-missing" for one in story.doubts)


def _changed_places(story: Story, key: str, to: str) -> Story:
    mine, its = FIELDS[key].shown(story), FIELDS[to].shown(story)
    story = replace(story, **FIELDS[to].changes(mine))
    story = replace(story, **FIELDS[key].changes(its))
    return looked_at(looked_at(story, key), to)


def _in_text(story: Story, key: str, text: str) -> Story:
    lines = tuple(Text(Paragraph((Span(line),))) for line in text.split("\n"))
    body = (*story.body, *lines) if key in _AT_THE_END else (*lines, *story.body)
    return replace(story, body=body)


def _with_first_words(story: Story) -> Story:
    texts = (one.paragraph.said for one in story.body if isinstance(one, Text))
    made = first_words(next((text for text in texts if text), story.source)) or "…"
    doubts = (*story.doubts, doubt("title-missing", "title"))
    return replace(story, title=made, guessed=story.guessed | {"title"}, doubts=doubts)
