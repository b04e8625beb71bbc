"""The stories that lie on an editor's desk before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

import msgspec
from msgspec.structs import replace

from banxin.importers.corrections import joining
from banxin.importers.corrections.paragraphs import arranged
from banxin.importers.planning import Wanted


class Draft(msgspec.Struct, frozen=True):
    """A story. ``key``: its own, as long as it lies there. ``dropped``: it isn't to be written."""

    key: int
    wanted: Wanted
    dropped: bool = False


Drafts = tuple[Draft, ...]


def laid_out(wanted: list[Wanted]) -> Drafts:
    return tuple(Draft(n, one) for n, one in enumerate(wanted, 1))


def live(drafts: Drafts) -> Drafts:
    """Those that are to be written."""
    return tuple(one for one in drafts if not one.dropped)


def changed(drafts: Drafts, key: int, change: Callable[[Wanted], Wanted]) -> Drafts:
    return tuple(
        replace(one, wanted=change(one.wanted)) if one.key == key else one for one in drafts
    )


def before(drafts: Drafts, key: int) -> Draft | None:
    """The story above, of those that are to be written."""
    own = live(drafts)
    at = next((n for n, one in enumerate(own) if one.key == key), 0)
    return own[at - 1] if at else None


def after(drafts: Drafts, key: int) -> Draft | None:
    own = live(drafts)
    at = next((n for n, one in enumerate(own, 1) if one.key == key), len(own))
    return own[at] if at < len(own) else None


def last_part(drafts: Drafts, key: int, shown: Drafts) -> int:
    """Of a story of ``shown`` that may have been cut since: the key of its last part."""
    known = {one.key for one in shown}
    after_it = drafts[next(n for n, one in enumerate(drafts, 1) if one.key == key) :]
    return [key, *(one.key for one in takewhile(lambda d: d.key not in known, after_it))][-1]


def joined(drafts: Drafts, key: int, to: int = 0) -> Drafts:
    """The story with the one above, or with that of the key ``to``."""
    above, own = _draft(drafts, to) if to else before(drafts, key), _draft(drafts, key)
    if above is None or own is None:
        return drafts
    one = joining.joined(above.wanted, own.wanted)
    return tuple(
        replace(d, wanted=one) if d.key == above.key else d for d in drafts if d.key != key
    )


def cut(drafts: Drafts, key: int, roles: Mapping[int, str]) -> Drafts:
    """The story's paragraphs where ``roles`` say, and the stories that begin at some of them."""
    free = max((one.key for one in drafts), default=0) + 1
    made: list[Draft] = []
    for one in drafts:
        first, *others = arranged(one.wanted, roles) if one.key == key else (one.wanted,)
        made.append(replace(one, wanted=first))
        made += [Draft(free + n, other) for n, other in enumerate(others)]
    return tuple(made)


def dropped(drafts: Drafts, key: int, *, back: bool = False) -> Drafts:
    """Without the story; or with it again."""
    return tuple(replace(one, dropped=not back) if one.key == key else one for one in drafts)


def checked(drafts: Drafts, key: int, *, is_checked: bool) -> Drafts:
    """Whether somebody has looked through all of the story."""
    return changed(drafts, key, lambda wanted: replace(wanted, checked=is_checked))


def moved(drafts: Drafts, key: int, n: int, where: str) -> Drafts:
    """The ``n``-th picture of a story to the one of this key, or nowhere (``drop``)."""
    own = _draft(drafts, key)
    if own is None or not 0 <= n < len(own.wanted.story.pictures):
        return drafts
    if where == "drop":
        return changed(drafts, key, lambda w: joining.without_picture(w, n, remembered=True))
    taker = next((one for one in live(drafts) if str(one.key) == where), own)
    if taker.key == key:
        return drafts
    left, took = joining.given(own.wanted, taker.wanted, n)
    made = {key: left, taker.key: took}
    return tuple(replace(d, wanted=made.get(d.key, d.wanted)) for d in drafts)


def all_moved(drafts: Drafts, pictures: Sequence[tuple[int, int, str]]) -> Drafts:
    """Each picture (its story's key, its place there) where it goes, in their order."""
    gone: list[tuple[int, int]] = []
    for key, n, where in pictures:
        at = n - sum(other == key and m < n for other, m in gone)
        made = moved(drafts, key, at, where)
        gone += [] if made is drafts else [(key, n)]
        drafts = made
    return drafts


def _draft(drafts: Drafts, key: int) -> Draft | None:
    return next((one for one in drafts if one.key == key), None)
