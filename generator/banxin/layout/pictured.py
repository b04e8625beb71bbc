"""The ways to set an article with its pictures at a given width."""

from __future__ import annotations

from math import ceil

from banxin.layout import prices
from banxin.layout.article_at_width import ArticleAtWidth, StoryVariant
from banxin.layout.pictures import (
    STRIP_CELL,
    deepest,
    flowed,
    is_sheet,
    picture_height,
    sheet_height,
    strip_height,
    strip_width,
)

_OVERLOOKED = 1.3  # lines of a hole; the estimate may be off by most of another
_ABOVE_VERSE = 2  # lines of white, and as many below
_GROWS = 16  # pixels that the two may
_LEAST_SHOWN = 2 / 3  # of a picture beside a poem: more is never cut off
_NARROWEST_SHEET = 0.8  # of its usual width, before it folds


def pictured(setting: ArticleAtWidth, plain: StoryVariant) -> tuple[StoryVariant, ...]:
    """The first picture above the text, or all of them side by side, or at the head of its columns,
    or beside verse. ``plain``: the same without any.

    Columns that would be left with a hole are the last resort.
    """
    count = plain.placed[0].columns
    above = (*_topped(setting, plain, count), *_abreast(setting, plain, count))
    if setting.text.stanzas:
        above = (*above, *_beside_verse(setting))
    if above and setting.text.uncut:  # two things that no column may cut leave holes
        return above
    inset = _inset(setting, plain, count)
    holes = inset and above and inset[0].price > plain.price + prices.HOLE_IN_COLUMNS
    return above if holes else (*above, *inset)


def _topped(setting: ArticleAtWidth, plain: StoryVariant, count: int) -> tuple[StoryVariant, ...]:
    metrics = setting.metrics
    first, others = setting.item.photos[0], setting.item.photos[1:]
    top = picture_height(first, setting.pixels, metrics)
    if is_sheet(len(setting.item.photos)):
        more = sheet_height(others, setting.pixels, setting.span, metrics)
    elif len(others) > 1:
        more = strip_height(others, setting.pixels, metrics)
    elif count > 1 and (top > metrics.picture_highest or len(others) == 1):
        return ()
    else:
        column = setting.column(count)
        more = sum(picture_height(picture, column, metrics) for picture in others) / count
    price = plain.price + max(0.0, top - metrics.picture_high) * prices.TALL_PICTURE
    price += prices.PICTURE_OF_TEXT_PAGE if setting.layout == "text" else 0
    grow = min(metrics.picture_growth * top, metrics.picture_growth_most)
    placed = setting.placed(count, "top")
    return (StoryVariant(plain.height + top + more, grow, price, placed, plain.text),)


def _abreast(setting: ArticleAtWidth, plain: StoryVariant, count: int) -> tuple[StoryVariant, ...]:
    """All pictures in one strip, cut to one height: two to four, where each has room."""
    metrics, photos = setting.metrics, setting.item.photos
    if len(photos) == 1 or is_sheet(len(photos)) or setting.pixels < strip_width(len(photos)):
        return ()
    high = strip_height(photos, setting.pixels, metrics)
    price = plain.price + max(0.0, high - metrics.picture_high) * prices.TALL_PICTURE
    price += prices.PICTURE_OF_TEXT_PAGE if setting.layout == "text" else 0
    placed = setting.placed(count, "strip")
    grow = min(metrics.picture_growth * high, metrics.picture_growth_most)
    return (StoryVariant(plain.height + high, grow, price, placed, plain.text),)


def _inset(setting: ArticleAtWidth, plain: StoryVariant, count: int) -> tuple[StoryVariant, ...]:
    if count == 1 or is_sheet(len(setting.item.photos)):
        return ()
    if setting.across(count):
        return _between_tables(setting, plain, count)
    each, line = setting.column(count), setting.line
    pictures = [picture_height(p, each, setting.metrics) for p in setting.item.photos]
    total = setting.lines(count)
    high = flowed(pictures, total * line, count, line)
    waste = max(0.0, high * count - sum(pictures) - total * line - line * count) * each
    bare = plain.height - ceil(total / count) * line
    large = setting.item.rank in ("lead", "photo") or setting.layout == "photo"
    price = plain.price + waste + (prices.INSET_LARGE if large else prices.INSET)
    if not setting.text.stanzas:  # the white beside verse is its own
        seen = deepest(pictures, total * line, count, high) - _OVERLOOKED * line
        price += max(0.0, seen) * prices.DEEP_HOLE
    return (StoryVariant(bare + high, plain.slack, price, setting.placed(count, "column")),)


def _beside_verse(setting: ArticleAtWidth) -> tuple[StoryVariant, ...]:
    """The only picture beside a poem in one column, as high as that with white above and below. It
    takes half of the width, or what the poem leaves.

    Nothing where the picture would be a stamp, or cut by more than a third, on a narrower sheet
    either, or grow too much.
    """
    metrics, photos = setting.metrics, setting.item.photos
    beside = setting.pixels - metrics.column_gap
    room = min(beside / 2, beside - (setting.text.verse + 1) * setting.em)
    if len(photos) > 1 or room < STRIP_CELL:
        return ()
    high = (setting.highest(1, setting.lines(1)) + _ABOVE_VERSE * 2) * setting.line
    picture = room * photos[0].height / max(1, photos[0].width)
    shown = high - (picture_height(photos[0], room, metrics) - picture)
    grow = min(metrics.picture_growth * picture, metrics.picture_growth_most)
    narrow = setting.pixels * _NARROWEST_SHEET - metrics.column_gap
    least = min(narrow / 2, narrow - (setting.text.verse + 1) * setting.em) / room
    most = min(picture + grow, picture * least / _LEAST_SHOWN - _GROWS * 2)
    if not picture * _LEAST_SHOWN <= shown <= most:
        return ()
    price = setting.price + max(0.0, picture - shown) * prices.TALL_PICTURE
    head = setting.head.height(setting.pixels, setting.size, metrics)
    height = setting.frame + head + high + setting.head.tail
    return (StoryVariant(height, _GROWS, price, setting.placed(1, "column")),)


def _between_tables(
    setting: ArticleAtWidth, plain: StoryVariant, count: int
) -> tuple[StoryVariant, ...]:
    """Pictures across all columns, as the tables of the text: cut where they'd be too high."""
    metrics = setting.metrics
    whole = [picture_height(p, setting.pixels, metrics) for p in setting.item.photos]
    cut = [min(high, metrics.picture_high) for high in whole]
    lost = sum(whole) - sum(cut)
    price = plain.price + prices.INSET_LARGE + lost * prices.TALL_PICTURE
    placed = setting.placed(count, "column")
    return (StoryVariant(plain.height + sum(cut), plain.slack, price, placed),)
