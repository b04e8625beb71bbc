"""Stories that only look like such in a file that says of another what its headline is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.cutting import Cut, cuts, heads
from banxin.importers.stories.evidence import (
    ENOUGH,
    evidence,
    is_said_below,
    main_line,
    stands_alone,
)
from banxin.importers.stories.looks import Looks, looks_without_styles
from banxin.importers.stories.roles import OF_AN_ITEM

_TITLE = 12  # characters that a headline has, and few subheads


def cuts_with_looks(
    blocks: Sequence[Block], looks: Looks
) -> tuple[tuple[Cut, ...], tuple[Looks, ...]]:
    """All stories, and how each is to be read: by its styles and labels, or by what it looks
    like."""
    found = cuts(blocks, looks)
    if not looks.styled:
        return found, (looks,) * len(found)
    other = looks_without_styles(blocks, looks)
    made: list[tuple[Cut, Looks]] = []
    for cut in _from_their_lines(blocks, found, other):
        if cut.head:
            own = list(_within(blocks, cut, looks, other))
            ends = [one.start for one in own] + [cut.end]
            made.append((msgspec.structs.replace(cut, end=ends[0]), looks))
            pairs = zip(own, ends[1:], strict=True)
            made += [(msgspec.structs.replace(one, end=end), other) for one, end in pairs]
        else:
            made += [(one, other) for one in _by_looks(blocks, cut, other)]
    return tuple(cut for cut, _ in made), tuple(one for _, one in made)


def _from_their_lines(blocks: Sequence[Block], found: Sequence[Cut], other: Looks) -> Iterator[Cut]:
    """What begins at 本报讯 and has no headline with a name begins at one that looks like one."""
    starts = {text: start for start, _, text in heads(blocks, other)}
    moved = [
        cut if cut.head else msgspec.structs.replace(cut, start=starts.get(cut.start, cut.start))
        for cut in found
    ]
    for n, cut in enumerate(moved):
        least = max((*moved[n - 1].head, moved[n - 1].start)) if n else -1
        start = cut.start if cut.start > least else found[n].start
        moved[n] = msgspec.structs.replace(cut, start=start)
    for cut, after in zip(moved, [*moved[1:], None], strict=True):
        yield msgspec.structs.replace(cut, end=min(cut.end, after.start if after else cut.end))


def _by_looks(blocks: Sequence[Block], cut: Cut, other: Looks) -> Iterator[Cut]:
    """What stands before the first headline that has a name."""
    for one in cuts(blocks[cut.start : cut.end], other):
        head = tuple(n + cut.start for n in one.head)
        yield Cut(one.start + cut.start, one.end + cut.start, head, one.sure)


def _within(blocks: Sequence[Block], cut: Cut, looks: Looks, other: Looks) -> Iterator[Cut]:
    """What begins behind a story whose headline has a name."""
    first = main_line(blocks, cut.head)
    behind = max(cut.head) + 1
    own = blocks[: cut.end]
    for start, head, text in heads(own, other):
        if start < behind or not any(map(_is_sentence, own[behind:start])):
            continue
        if any(isinstance(p := own[n], Paragraph) and looks.role(p) for n in head):
            continue
        said = evidence(own, other, start, head, text, first)
        if said < ENOUGH:
            continue
        if _heads_item(blocks, cut) or _is_no_subhead(own, start, head, text):
            yield Cut(start, cut.end, head, said)
        elif looks.labelled and _may_be_title(own, other, start, head):
            yield Cut(start, cut.end, head, ENOUGH)


def _heads_item(blocks: Sequence[Block], cut: Cut) -> bool:
    """Whether the story is an item of a round-up: such a one has no 小标题."""
    return any(isinstance(p := blocks[n], Paragraph) and p.style == OF_AN_ITEM for n in cut.head)


def _is_sentence(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.said[-1:] in "。！？”）"


def _is_no_subhead(blocks: Sequence[Block], start: int, head: tuple[int, ...], text: int) -> bool:
    """Whether somebody wrote it, a column is named over it, or it is a notice."""
    opening = blocks[start]
    named = isinstance(opening, Paragraph) and bool(patterns.column_of(opening.said))
    return named or is_said_below(blocks, head, text) or stands_alone(blocks, head, text)


def _may_be_title(blocks: Sequence[Block], looks: Looks, start: int, head: tuple[int, ...]) -> bool:
    """Labels say nothing of 小标题: a line with space above it that says or shows more than they
    do may be a headline."""
    opening, main = blocks[start], main_line(blocks, head)
    apart = isinstance(opening, Paragraph) and opening.above > looks.spaced
    more = len(main.said) >= _TITLE or main.size >= looks.body + 2
    return apart and more and not looks.plain and not patterns.is_listed(main.said)
