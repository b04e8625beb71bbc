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
    size = _size(story.rank, span, item)
    price = _price(story.rank, span, item, layout)
    if item.vertical and span <= 6:
        return (_vertical(index, item, span, price),)
    if not item.photos:
        return (_plain(index, item, span, size, price),)
    return _pictured(index, item, span, size, price)


def _plain(index: int, item: Item, span: int, size: int, price: float) -> Form:
    pixels = _inner(item, span)
    text = measure.read(str(item.body))
    count = _columns(text, pixels)
    rows = ceil(measure.lines(text, measure.column(pixels, count)) / count)
    rows += count > 1  # a paragraph doesn't leave one line behind
    height = _frame(item) + measure.header(item, pixels, size)
    height += rows * measure.LINE + measure.tail(item, pixels)
    if text.blocks and count > 1 and rows < 5:
        price += 40_000  # a wide strip of short columns
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
    if top <= 620 or count == 1:
        grow = 30 + 0.15 * min(top, 600)
        tall = price + max(0.0, top - 620) * 200
        placed = Placed(index, count, "top", size)
        found.append(Form(plain.height + top + more, grow, tall, (placed,)))
    if count > 1:
        inside = measure.figure(first, each)
        short = max(0.0, inside - (plain.height + inside) * 0.7) * each
        placed = Placed(index, count, "column", size)
        found.append(
            Form(plain.height + more + inside / count, 30, price + short + 8_000, (placed,))
        )
    return tuple(found)


def _vertical(index: int, item: Item, span: int, price: float) -> Form:
    """The title stands upright at the right; one column of text runs beside and below it."""
    pixels = _inner(item, span)
    size = 3 if measure.ems(item.title.text) > 18 else 2
    room = measure.VERTICAL / measure.TITLE[size]
    wide = sum(ceil(measure.ems(part.strip()) / room) for part in item.title.parts)
    wide_px = wide * measure.TITLE[size] * 1.3
    wide_px += len(item.kicker + item.subtitle) * measure.EM * 1.6 + 20
    text = measure.read(str(item.body))
    beside = (pixels - wide_px) / measure.EM
    if beside < 9:
        price += 200_000
    high = measure.VERTICAL
    rows = measure.lines(text, max(6.0, beside))
    below = max(0.0, rows * measure.LINE - high) * max(6.0, beside) * measure.EM / pixels
    height = max(high, min(high, rows * measure.LINE)) + below + 24 + measure.tail(item, pixels)
    short = max(0.0, high - rows * measure.LINE) * beside * measure.EM
    wide_text = 30_000 * max(0, span - 4)
    return Form(height, 30, price + short + wide_text, (Placed(index, 1, size=size),))


def _briefs(story: Story, span: int) -> Form:
    pixels = measure.width(span)
    count = measure.columns(pixels)
    each = measure.column(pixels, count)
    rows = 0.0
    for _, item in story.items:
        text = measure.read(str(item.body))
        rows += ceil((measure.ems(item.title.text) + 1) / each) + measure.lines(text, each) + 0.4
    placed = tuple(Placed(i, count, size=4) for i, _ in story.items)
    height = 44 + ceil(rows / count) * 28.0
    return Form(height, 14 * len(story.items), 20_000 * max(0, span - 6), placed)


def _inner(item: Item, span: int) -> float:
    return measure.width(span) - _frame(item)


def _frame(item: Item) -> float:
    return measure.FRAME if item.rank in ("box", "notice") else 0


def _columns(text: measure.Text, pixels: float) -> int:
    """Fewer columns where the text is too short to fill them with four lines each."""
    count = measure.columns(pixels)
    while count > 1 and measure.lines(text, measure.column(pixels, count)) < 3 * count:
        count -= 1
    return count


def _size(rank: str, span: int, item: Item) -> int:
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
        return 400_000 if span < 7 else 0
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
