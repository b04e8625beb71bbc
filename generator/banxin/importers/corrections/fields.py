"""The text of a story's fields, as an editor sees and sets it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from msgspec.structs import replace

from banxin.importers.corrections.words import (
    headline_of,
    in_one_line,
    settled,
    tidy,
    without_words,
)
from banxin.importers.planning import Wanted
from banxin.importers.stories.story import Story


class FieldText(msgspec.Struct, frozen=True):
    """A field of stories: what an editor sees of it, and what it becomes. ``lines``: it may have
    several. ``guess``: what a guess of it is called."""

    key: str
    shown: Callable[[Story], str]
    changes: Callable[[str], dict[str, object]]
    lines: bool = False
    guess: str = ""
    remembered: bool = True


def _one(key: str, attribute: str = "") -> FieldText:
    name = attribute or key
    return FieldText(key, lambda s: getattr(s, name), lambda t: {name: in_one_line(t)})


def _several(key: str) -> FieldText:
    return FieldText(
        key,
        lambda s: "\n".join(getattr(s, key)),
        lambda t: {key: tuple(tidy(t).split("\n")) if tidy(t) else ()},
        lines=True,
    )


_TITLE = FieldText(
    "title",
    lambda s: s.title.replace("|", "\n"),
    lambda t: {"title": headline_of(t)},
    lines=True,
)
_DATE = FieldText(
    "signoff-date",
    lambda s: s.signoff_date,
    lambda t: {"signoff_date": t.strip()},
    guess="signoff",
)
_CHOSEN = tuple(replace(_one(key), remembered=False) for key in ("rank", "kind"))
FIELDS: Mapping[str, FieldText] = {
    one.key: one
    for one in (
        *(_several("kicker"), _TITLE, _several("subtitle")),
        *(_one("byline"), _one("dateline"), _one("source", "credited"), _one("column")),
        *_CHOSEN,
        *(_one("note"), _one("abstract"), _several("signoff"), _DATE),
    )
}


def with_fields(story: Story, typed: Mapping[str, str]) -> Story:
    """With what was typed, by the keys of ``FIELDS``; what it doesn't change stays as it is, the
    mark of a guess, too."""
    changed = {key: text for key, text in typed.items() if differs(FIELDS[key], story, text)}
    for key, text in changed.items():
        field = FIELDS[key]
        before = field.shown(story)
        story = replace(story, **field.changes(text))
        story = looked_at(story, field.guess or key)
        if field.remembered and not field.shown(story):
            story = without_words(story, before.split("\n"))
    return settled(story) if changed else story


def differs(field: FieldText, story: Story, typed: str) -> bool:
    return field.changes(typed) != field.changes(field.shown(story))


def looked_at(story: Story, key: str) -> Story:
    """Nothing of this field is a guess any more."""
    doubts = tuple(one for one in story.doubts if not (one.field == key and one.asks))
    return replace(story, guessed=story.guessed - {key}, doubts=doubts)


def with_picture(
    story: Story, n: int, *, caption: str | None = None, credit: str | None = None
) -> Story:
    """The ``n``-th picture with these words; None: as they were."""
    old = story.pictures[n]
    new = replace(
        old,
        caption=old.caption if caption is None else in_one_line(caption),
        credit=old.credit if credit is None else in_one_line(credit),
    )
    if (new.caption, new.credit) == (in_one_line(old.caption), in_one_line(old.credit)):
        return story
    lost = [old.caption if not new.caption else "", old.credit if not new.credit else ""]
    pictures = (*story.pictures[:n], new, *story.pictures[n + 1 :])
    return settled(without_words(looked_at(replace(story, pictures=pictures), "photos"), lost))


def on_page(wanted: Wanted, label: str) -> Wanted:
    """On another page the number that a file's name asks for is another story's."""
    if label == wanted.page:
        return wanted
    return replace(wanted, page=label, sure=True, place=0)
