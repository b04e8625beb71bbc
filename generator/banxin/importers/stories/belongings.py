"""What belongs to which of a file's stories: text boxes, and what its reader had doubts about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import (
    Block,
    Doubt,
    Image,
    Manuscript,
    Paragraph,
    Table,
    doubt,
)
from banxin.importers.stories import patterns
from banxin.importers.stories.column_names import names_column
from banxin.importers.stories.cutting import Cut
from banxin.importers.stories.salutations import greets
from banxin.importers.stories.sources import is_office
from banxin.importers.stories.story import Story, Text

_BEGINS = 24
_OPENING = 45  # characters: a text begins, and no headline
_LARGER = 4  # points
_SENTENCE = 20
_ABOVE_TEXT = 3  # lines


def is_boxed(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.boxed


def headed_by_box(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A headline that was set in a text box stands above the text that has none of its own."""
    boxed = [b for b in blocks if isinstance(b, Paragraph) and b.boxed]
    others = [b for b in blocks if isinstance(b, Paragraph) and not b.boxed]
    largest = max((b.size for b in boxed), default=0)
    body = max((b.size for b in others), default=0)
    if not _begins_text(others) or largest < body + _LARGER:
        return tuple(blocks)
    if any(len(b.said) > _OPENING for b in boxed):
        return tuple(blocks)
    head = tuple(replace(b, boxed=False) for b in boxed)
    left = [b for b in blocks if not is_boxed(b)]
    at = next(n for n, b in enumerate(left) if not _names_column(b))
    return (*left[:at], *head, *left[at:])


def _names_column(block: Block) -> bool:
    return isinstance(block, Paragraph) and names_column(block.said)


def _begins_text(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a text begins, with no headline of its own: at once, or below its column's name, who
    wrote it and to whom it speaks."""
    for p in paragraphs[: _ABOVE_TEXT + 1]:
        if len(p.said) > _OPENING or (len(p.said) > _SENTENCE and p.said[-1] in "。！？"):
            return True
        who = patterns.signs(p.said) or patterns.is_somebody(p.said) or is_office(p.said)
        if not (who or names_column(p.said) or greets(p.said)):
            return False
    return False


def unboxed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Where nothing but pictures stands beside text boxes, they hold the text itself."""
    if not all(is_boxed(b) or isinstance(b, Image) for b in blocks):
        return tuple(blocks)
    return tuple(replace(b, boxed=False) if isinstance(b, Paragraph) else b for b in blocks)


def with_belongings(
    made: list[Story],
    found: Sequence[Cut],
    every: Sequence[Block],
    manuscript: Manuscript,
    doubts: Sequence[Doubt],
) -> list[Story]:
    """The stories that ``found`` cut, with all that belongs to them. ``every``: the blocks, text
    boxes among them."""
    blocks = tuple(block for block in every if not is_boxed(block))
    pairs = zip(_with_boxes(made, found, every), found, strict=True)
    noted = [_with_notes(one, blocks[cut.start : cut.end], manuscript.notes) for one, cut in pairs]
    return _with_unclaimed(_told(noted, doubts), manuscript)


def _with_boxes(made: list[Story], found: Sequence[Cut], every: Sequence[Block]) -> list[Story]:
    """A text box floats beside the text: its words stand at the end of the story around it."""
    held: list[list[Paragraph]] = [[] for _ in made]
    kept = 0
    for block in every:
        if not isinstance(block, Paragraph) or not block.boxed:
            kept += 1
        else:
            at = max((n for n, cut in enumerate(found) if cut.start < max(kept, 1)), default=0)
            held[at].append(block)
    return [
        _boxed(story, boxes) if boxes else story for story, boxes in zip(made, held, strict=True)
    ]


def _boxed(story: Story, boxes: list[Paragraph]) -> Story:
    one = doubt("boxed", begins=boxes[0].said[:_BEGINS])
    body = (*story.body, *(Text(box) for box in boxes))
    return replace(story, body=body, doubts=(*story.doubts, one))


def _with_notes(story: Story, own: Sequence[Block], notes: Sequence[tuple[str, str]]) -> Story:
    """The notes of the body; what a headline, a caption or a byline refers to is told."""
    of_body = _labels(one.paragraph for one in story.body if isinstance(one, Text))
    of_all = _labels(block for block in own if isinstance(block, Paragraph))
    kept = tuple(note for note in notes if note[0] in of_body)
    loose = (doubt("note-loose", text=t) for label, t in notes if label in of_all - of_body)
    return replace(story, notes=kept, doubts=(*story.doubts, *loose))


def _with_unclaimed(found: list[Story], manuscript: Manuscript) -> list[Story]:
    """Comments and notes whose place nobody can find stand with the first story."""
    if not found:
        return found
    comments = {one for story in found for one in story.comments}
    notes = {text for story in found for _, text in story.notes}
    notes |= {dict(one.gaps)["text"] for s in found for one in s.doubts if one.key == "note-loose"}
    lost = (doubt("note-loose", text=text) for _, text in manuscript.notes if text not in notes)
    more = tuple(one for one in manuscript.comments if one not in comments)
    first = found[0]
    first = replace(first, comments=(*first.comments, *more), doubts=(*first.doubts, *lost))
    return [first, *found[1:]]


def _labels(paragraphs: Iterable[Paragraph]) -> set[str]:
    return {span.note for p in paragraphs for span in p.spans if span.note}


def _told(found: list[Story], doubts: Sequence[Doubt]) -> list[Story]:
    """Each doubt at the story whose words it names; what is about all of them at the first."""
    texts = ["".join(_words(story)) for story in found]
    own: list[list[Doubt]] = [[] for _ in found]
    for one in doubts:
        near = "".join(dict(one.gaps).get("near", "").split())
        at = next((n for n, text in enumerate(texts) if near and near in text), 0)
        if own:
            own[at].append(one)
    return [replace(s, doubts=(*s.doubts, *told)) for s, told in zip(found, own, strict=True)]


def _words(story: Story) -> Iterator[str]:
    for one in story.body:
        cells = [cell for row in one.rows for cell in row] if isinstance(one, Table) else ()
        yield from ("".join(cell.split()) for cell in cells)
        yield "".join(one.paragraph.text.split()) if isinstance(one, Text) else ""
