"""What an editor chose on one sheet, for many stories at once: all of it means what was shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec
from msgspec.structs import replace

from banxin.importers.corrections import drafts as desk
from banxin.importers.corrections.drafts import Drafts
from banxin.importers.corrections.moves import with_all_moved
from banxin.importers.corrections.paragraphs import BODY, DROP, captioned, cuts
from banxin.importers.corrections.wording import reworded
from banxin.importers.corrections.words import tidy
from banxin.importers.planning import Wanted


class Choices(msgspec.Struct, frozen=True):
    """Of one story. ``moves``: the words of a field to another, or the text. ``roles`` of its
    paragraphs, by their places. ``pictures``: where each goes, by its place. ``words``: what was
    typed over paragraphs; one without any isn't to be printed."""

    moves: Mapping[str, str] = {}
    roles: Mapping[int, str] = {}
    pictures: Mapping[int, str] = {}
    words: Mapping[int, str] = {}


def chosen(drafts: Drafts, choices: Mapping[int, Choices]) -> Drafts:
    """The stories as they are when all of it is done; ``choices`` by their keys.

    Words first, then the pictures, which take theirs along, and cuts last: whatever goes to a
    story that is cut in the same breath goes to its first part.
    """
    roles: dict[int, Mapping[int, str]] = {}
    for one in desk.live(drafts):
        own = choices.get(one.key, Choices())
        made, roles[one.key] = _worded(one.wanted, own)
        drafts = desk.changed(drafts, one.key, lambda _, made=made: made)  # type: ignore[misc]
    drafts = desk.all_moved(drafts, list(_pictures(choices)))
    for key, own_roles in roles.items():
        drafts = desk.cut(drafts, key, own_roles)
    return drafts


def _pictures(choices: Mapping[int, Choices]) -> Iterator[tuple[int, int, str]]:
    for key, own in choices.items():
        yield from ((key, n, where) for n, where in sorted(own.pictures.items()))


def _worded(wanted: Wanted, own: Choices) -> tuple[Wanted, dict[int, str]]:
    """With all words where they go but those of paragraphs, which are told by their new places."""
    gone = {n: DROP for n, text in own.words.items() if not tidy(text)}
    story = reworded(wanted.story, own.words)
    story, roles = captioned(story, {**own.roles, **gone})
    body = story.body
    moved = with_all_moved(story, own.moves, min(cuts(body, roles), default=None))
    places = {moved.place(n): role for n, role in roles.items() if 0 <= n < len(body)}
    if own.moves.get("signoff") == BODY:  # so they are lines of a text, and sign it no more
        behind = range(len(body) + moved.above + moved.below, len(moved.story.body))
        places |= dict.fromkeys(behind, BODY)
    return replace(wanted, story=moved.story), places
