"""The forms an article can take at a given width, each with the height it needs.

A price is in square pixels, like the holes it competes with: 30,000 is a hole of four lines beside
a column of running text.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from ..views import Item, Placed
from . import measure
from .order import Story


@dataclass(frozen=True, slots=True)
class Form:
    """One way to set a story: ``height`` and ``slack``, by how much it may grow unnoticed."""

    height: float
    slack: float
    price: float
    placed: tuple[Placed, ...]


def forms(story: Story, span: int, layout: str) -> tuple[Form, ...]:
    """All ways to set ``story`` in ``span`` of twelve columns; the first is the plainest."""
    if story.kind == "briefs":
        return (_briefs(story, span),)
    index, item = story.items[0]
    size = _size(story.rank, span)
    price = _price(story.rank, span, item, layout)
    upright = (
        _vertical(index, item, span, price)
        if item.vertical and span <= 6 and not item.photos
        else None
    )
    if item.photos:
        level = _pictured(index, item, span, size, price)
    else:
        level = (_plain(index, item, span, size, price),)
    return (upright, *level) if upright else level


def _plain(index: int, item: Item, span: int, size: int, price: float) -> Form:
    pixels = _inner(item, span)
    text = measure.read(str(item.body))
    count = _columns(text, pixels)
    rows = ceil(measure.lines(text, measure.column(pixels, count)) / count)
    height = _frame(item) + measure.header(item, pixels, size)
    height += rows * measure.LINE + measure.tail(item)
    if text.blocks and measure.columns(pixels) > 1 and rows < 5:
        price += 20_000 * (5 - rows)  # a wide strip of short columns, or lines too long to read
    return Form(height, 30, price + _hint(item, count), (Placed(index, count, size=size),))


def _pictured(index: int, item: Item, span: int, size: int, price: float) -> tuple[Form, ...]:
    """The first picture above the text, or in its first column; further ones in the text."""
    plain = _plain(index, item, span, size, price)
    pixels = _inner(item, span)
    first, others = item.photos[0], item.photos[1:]
    count = plain.placed[0].columns
    each = measure.column(pixels, count) * measure.EM
    more = sum(measure.figure(image, each) for image in others) / count
    top = measure.figure(first, pixels)
    found = []
    if top <= 900 or count == 1:
        grow = 30 + 0.15 * min(top, 600)
        tall = price + max(0.0, top - 620) * 200
        placed = Placed(index, count, "top", size)
        found.append(Form(plain.height + top + more, grow, tall, (placed,)))
    if count > 1:
        figures = [measure.figure(image, each) for image in item.photos]
        text = measure.lines(measure.read(str(item.body)), each / measure.EM) * measure.LINE
        high = measure.flowed(sum(figures), max(figures), text, count)
        waste = max(0.0, high * count - sum(figures) - text - measure.LINE * count) * each
        bare = plain.height - ceil(text / measure.LINE / count) * measure.LINE
        placed = Placed(index, count, "column", size)
        found.append(Form(bare + high, 30, price + waste + 8_000, (placed,)))
    return tuple(found)


def _vertical(index: int, item: Item, span: int, price: float) -> Form | None:
    """The title stands upright at the right; one column of text runs beside and below it.

    None where the text would be too narrow, or too short to reach the title's foot.
    """
    pixels = _inner(item, span)
    size = 3 if measure.ems(item.title.text) > 18 else 2
    title, foot = measure.upright(item, size)
    beside = (pixels - title) / measure.EM
    text = measure.read(str(item.body))
    rows = measure.lines(text, max(1.0, beside)) * measure.LINE
    above = measure.SMALL_LINE + 4 if item.byline else 0.0
    high = rows + above
    if beside < 11 or high < foot * 0.8:
        return None
    below = max(0.0, high - foot) * beside * measure.EM / pixels
    hole = max(0.0, foot - high) * beside * measure.EM
    loose = 400 * max(0.0, below) if pixels > 25 * measure.EM else 0.0
    height = _frame(item) + foot + below + measure.tail(item) + (measure.LINE / 2 if below else 0)
    placed = Placed(index, 1, "", size, vertical=True)
    return Form(height, 30, price + hole + loose - 60_000, (placed,))


def _briefs(story: Story, span: int) -> Form:
    pixels = measure.width(span)
    count = min(measure.columns(pixels), len(story.items))
    each = measure.column(pixels, count)
    heights = tuple(_brief(item, each) for _, item in story.items)
    placed = tuple(Placed(i, count, size=4) for i, _ in story.items)
    height = 33 + measure.packed(heights, count)
    waste = (height - 33) * count - sum(heights)
    price = waste * each * measure.EM + 15_000 * max(0, span - 6)
    return Form(height, 30, price, placed)


def _brief(item: Item, each: float) -> float:
    """One brief in a column ``each`` ems wide: smaller type on lines of 27.2 px."""
    text = measure.lines(measure.read(str(item.body)), each * measure.EM / 16)
    return ceil((measure.ems(item.title.text) + 1.2) / each) * 25.5 + text * 27.2 + 10.6


def _inner(item: Item, span: int) -> float:
    return measure.width(span) - _frame(item)


def _frame(item: Item) -> float:
    return measure.FRAME if item.rank in ("box", "notice") else 0


def _columns(text: measure.Text, pixels: float) -> int:
    """Fewer columns where the text is too short to fill them with two lines each."""
    count = measure.columns(pixels)
    while count > 1 and measure.lines(text, measure.column(pixels, count)) < 2 * count:
        count -= 1
    return count


def _size(rank: str, span: int) -> int:
    if rank == "lead":
        return 1 if span >= 7 else 2
    if rank in ("second", "bottom"):
        return 2
    if rank in ("box", "notice", "photo"):
        return 3
    return 2 if span >= 8 else 3


def _hint(item: Item, count: int) -> float:
    return 15_000 * abs(item.columns - count) if item.columns else 0


def _price(rank: str, span: int, item: Item, layout: str) -> float:
    """What it costs to give an article of this rank this width."""
    if rank == "lead":
        short = item.length < 200 and not item.photos
        return 400_000 if span < (5 if short else 7) else 0
    if rank == "notice":
        return 25_000 * max(0, span - 4)
    if rank == "box":
        return 15_000 * max(0, span - 6)
    if rank == "bottom":
        return 60_000 if span < 6 else 0
    if rank == "second":
        return 30_000 if span < 4 else 0
    if item.photos and layout == "photo":
        return 20_000 * max(0, 6 - span)
    if item.photos:
        return 40_000 if span == 3 or span == 12 else 0
    return 20_000 if span == 12 else 0
