"""The forms an article can take at a given width, each with the height it needs.

A price is in square pixels, like the holes it competes with: 30,000 is a hole of four lines beside
a column of running text.
"""

from __future__ import annotations

from math import ceil

import msgspec
from msgspec.structs import replace

from banxin.layout import measure
from banxin.layout.order import Story
from banxin.site.views import Item, Placed

_UPRIGHT = 250_000  # what an editor's wish for a vertical headline is worth


class Form(msgspec.Struct, frozen=True):
    """One way to set a story: ``height``, and ``slack``: by how much a picture or box may grow.

    ``text``: the part of the height that running text takes, which wider leading stretches.
    """

    height: float
    slack: float
    price: float
    placed: tuple[Placed, ...]
    text: float = 0.0


class _Setting(msgspec.Struct, frozen=True):
    """An article at one width, in type of one size."""

    index: int
    item: Item
    text: measure.Text
    head: measure.Head
    span: int
    pixels: float  # without a frame
    size: int  # of the title
    price: float
    layout: str
    scale: int = 0  # of the text: an index into measure.TYPE
    em: float = measure.EM
    line: float = measure.LINE

    def larger(self, scale: int, price: float) -> _Setting:
        em = measure.TYPE[scale]
        line = em * measure.LEADING
        return replace(self, price=self.price + price, scale=scale, em=em, line=line)

    def column(self, count: int) -> float:
        """Width in pixels of one of ``count`` columns."""
        return (self.pixels - measure.COLUMN_GAP * (count - 1)) / count

    def lines(self, count: int) -> float:
        return measure.lines(self.text, self.column(count) / self.em, self.em)

    def rows(self, count: int, lines: float) -> float:
        """Lines of the highest column."""
        if not self.text.has_table:
            return ceil(lines / count)
        return measure.rows(self.text, self.column(count) / self.em, count, self.em)

    def crammed(self, count: int) -> bool:
        """Whether a table would stand in a column too narrow for it."""
        rows = [length for kind, length in self.text.others if kind == "tr"]
        return bool(rows) and max(rows) + 3 > self.column(count) / measure.EM

    def placed(self, count: int, picture: str = "") -> tuple[Placed, ...]:
        return (Placed(self.index, count, picture, self.size, scale=self.scale),)


def forms(story: Story, span: int, layout: str, *, roomy: bool = False) -> tuple[Form, ...]:
    """All ways to set ``story`` in ``span`` of twelve columns. ``roomy``: larger type is one."""
    if story.kind == "briefs":
        return (_briefs(story, span),)
    (index, item), text, head = story.items[0], story.texts[0], story.heads[0]
    size, price = _size(story.rank, span), _price(story.rank, span, item, layout)
    pixels = measure.width(span) - _frame(item)
    plain = _Setting(index, item, text, head, span, pixels, size, price, layout)
    settings = [plain]
    if item.length < (450 if roomy else 160):
        settings.append(plain.larger(1, 1_000 if roomy else 4_000))
    if roomy and item.length < 160:
        settings.append(plain.larger(2, 12_000))
    found = [form for setting in settings for form in _level(setting)]
    if item.vertical and not item.photos:
        found += _upright(plain)
    return tuple(found)


def _level(setting: _Setting) -> tuple[Form, ...]:
    return _pictured(setting) if setting.item.photos else (_plain(setting),)


def _plain(setting: _Setting) -> Form:
    item, pixels = setting.item, setting.pixels
    count, lines = _columns(setting)
    rows = setting.rows(count, lines)
    high = rows * setting.line
    height = _frame(item) + setting.head.height(pixels, setting.size) + high + setting.head.tail
    price = setting.price + _hint(item, count)
    empty = rows * count - lines  # what the last lines leave
    price += empty * setting.line * setting.column(count)
    if rows < 5 and item.length and measure.columns(pixels, setting.em) > 1:
        price += 20_000 * (5 - rows)  # a wide strip of short columns, or lines too long to read
    return Form(height, _boxed(item), price, setting.placed(count), high)


def _pictured(setting: _Setting) -> tuple[Form, ...]:
    """The first picture above the text, or all of them at the head of its columns."""
    plain = _plain(setting)
    count = plain.placed[0].columns
    return (*_topped(setting, plain, count), *_inset(setting, plain, count))


def _topped(setting: _Setting, plain: Form, count: int) -> tuple[Form, ...]:
    first, others = setting.item.photos[0], setting.item.photos[1:]
    top = measure.figure(first, setting.pixels)
    if top > 1000 and count > 1:
        return ()
    more = sum(measure.figure(image, setting.column(count)) for image in others) / count
    price = plain.price + max(0.0, top - 620) * 100
    price += 40_000 if setting.layout == "text" else 0
    grow = 0.15 * min(top, 600)
    placed = setting.placed(count, "top")
    return (Form(plain.height + top + more, grow, price, placed, plain.text),)


def _inset(setting: _Setting, plain: Form, count: int) -> tuple[Form, ...]:
    if count == 1:
        return ()
    each = setting.column(count)
    figures = [measure.figure(image, each) for image in setting.item.photos]
    text = setting.lines(count) * setting.line
    high = measure.flowed(figures, text, count, setting.line)
    waste = max(0.0, high * count - sum(figures) - text - setting.line * count) * each
    bare = plain.height - ceil(setting.lines(count) / count) * setting.line
    large = setting.item.rank in ("lead", "photo") or setting.layout == "photo"
    likes = 40_000 if large else 8_000
    placed = setting.placed(count, "column")
    return (Form(bare + high, plain.slack, plain.price + waste + likes, placed),)


def _upright(setting: _Setting) -> tuple[Form, ...]:
    """The title stands upright at the right, the text in columns beside it.

    A single column runs on below the title. Nothing where the text would be too narrow, or too
    short to reach the title's foot.
    """
    item = setting.item
    size = 3 if measure.ems(item.title.text) > 18 else 2
    title, foot, line = measure.upright(item, size)
    beside = setting.pixels - title
    count = measure.columns(beside)
    rows = measure.lines(setting.text, measure.column(beside, count) - 0.7) / count
    high = ceil(rows) * measure.LINE + (measure.SMALL_LINE + 4 if item.byline else 0.0)
    if beside < 11 * measure.EM or high < foot * 0.8 or count > 3:
        return ()
    below = max(0.0, high - foot)
    price = setting.price - _UPRIGHT + max(0.0, foot - high) * beside
    if count == 1:
        below *= beside / setting.pixels
        price += 200 * below if setting.span > 4 else 0.0  # lines too long to read
    else:
        price += below * title
    height = _frame(item) + foot + below + setting.head.tail + (measure.LINE / 2 if below else 0)
    placed = (Placed(setting.index, count, "", size, upright=line),)
    return (Form(height, 0, price, placed, high),)


def _briefs(story: Story, span: int) -> Form:
    pixels = measure.width(span)
    count = min(measure.columns(pixels), len(story.items))
    each = measure.column(pixels, count)
    high = sum(_brief(i, t, each) for (_, i), t in zip(story.items, story.texts, strict=True))
    placed = tuple(Placed(i, count, size=4) for i, _ in story.items)
    price = 15_000.0 * max(0, span - 6)
    return Form(33 + high / count + (13 if count > 1 else 0), 0, price, placed)


def _brief(item: Item, text: measure.Text, each: float) -> float:
    """One brief in a column ``each`` ems wide: smaller type on lines of 27.2 px."""
    lines = measure.lines(text, each * measure.EM / 16)
    return ceil((measure.ems(item.title.text) + 1.2) / each) * 25.5 + lines * 27.2 + 10.6


def _boxed(item: Item) -> float:
    """Inside a frame the space left over is spread between headline and text."""
    return 40 if _frame(item) else 0


def _frame(item: Item) -> float:
    return measure.FRAME if item.rank in ("box", "notice") else 0


def _columns(setting: _Setting) -> tuple[int, float]:
    """In how many columns, and lines in all: fewer columns where the text is too short to fill
    them with two lines each."""
    count = measure.columns(setting.pixels, setting.em)
    lines = setting.lines(count)
    while count > 1 and (lines < 2 * count or setting.crammed(count)):
        count -= 1
        lines = setting.lines(count)
    return count, lines


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
        return 400_000 if span < (4 if short else 7) else 0
    if rank == "notice":
        return 12_000 * max(0, span - 4)
    if rank == "box":
        return 15_000 * max(0, span - 6)
    if rank == "bottom":
        return 150_000 if span < 6 else 0
    if rank == "second":
        return 30_000 if span < 4 else 0
    if item.photos and layout == "photo":
        return 20_000 * max(0, 6 - span)
    if item.photos:
        return 40_000 if span == 3 or span == 12 else 0
    return 20_000 if span == 12 else 0
