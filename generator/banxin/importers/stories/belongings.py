"""What belongs to which of a file's stories: text boxes, and what its reader had doubts about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Doubt, Image, Paragraph, Table, doubt
from banxin.importers.stories.cutting import Cut
from banxin.importers.stories.story import Story, Text

_BEGINS = 24
_OPENING = 45  # characters: a text begins, and no headline
_LARGER = 4  # points


def is_boxed(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.boxed


def headed_by_box(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A headline that was set in a text box stands above the text that has none of its own."""
    boxed = [b for b in blocks if isinstance(b, Paragraph) and b.boxed]
    others = [b for b in blocks if isinstance(b, Paragraph) and not b.boxed]
    largest = max((b.size for b in boxed), default=0)
    body = max((b.size for b in others), default=0)
    opens = bool(others) and len(others[0].said) > _OPENING
    if not opens or largest < body + _LARGER or any(len(b.said) > _OPENING for b in boxed):
        return tuple(blocks)
    head = tuple(replace(b, boxed=False) for b in boxed)
    return (*head, *(b for b in blocks if not is_boxed(b)))


def unboxed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Where nothing but pictures stands beside text boxes, they hold the text itself."""
    if not all(is_boxed(b) or isinstance(b, Image) for b in blocks):
        return tuple(blocks)
    return tuple(replace(b, boxed=False) if isinstance(b, Paragraph) else b for b in blocks)


def with_boxes(made: list[Story], found: Sequence[Cut], every: Sequence[Block]) -> list[Story]:
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


def told(found: list[Story], doubts: Sequence[Doubt]) -> list[Story]:
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
