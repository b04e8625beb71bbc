"""The ways an article can be set at a given width, each with the height it needs."""

from __future__ import annotations

from math import ceil

from msgspec.structs import replace

from banxin.layout import prices
from banxin.layout.article_at_width import ArticleAtWidth, StoryVariant
from banxin.layout.columns import Parts, even
from banxin.layout.head_measure import measured_upright
from banxin.layout.lengths import ems
from banxin.layout.metrics import Metrics
from banxin.layout.order import Story
from banxin.layout.page_items import PageItem
from banxin.layout.pictured import pictured
from banxin.layout.rows import Placed
from banxin.layout.text_measure import TextMeasure, lines

_LARGE = 2  # size of the largest title but for the lead's
_LONG_TITLE = 18  # ems: longer ones stand upright only in smaller type
_OVERLOOKED = 1.3  # lines of a hole; the estimate may be off by most of another
_UPRIGHT_COLUMNS = 3  # beside an upright title, at most
_GAPING = 2.4  # lines of a hole, at the worst
_SHORTER = 0.99  # of its estimated length: what a paragraph may take
_UNEVEN = 0.7  # ems that a column beside an upright title is narrower than its share


def variants_of(
    story: Story, spans: tuple[int, ...], layout: str, metrics: Metrics, scale: int = 0
) -> dict[int, tuple[StoryVariant, ...]]:
    """All ways to set ``story`` in each of ``spans``, of twelve columns.

    ``scale``: the size of the page's text, an index into ``metrics.text``.
    """
    if story.kind == "briefs":
        return {span: (_briefs(story, span, metrics),) for span in spans}
    return {span: _at_width(_usual(story, span, layout, metrics, scale)) for span in spans}


def _at_width(setting: ArticleAtWidth) -> tuple[StoryVariant, ...]:
    if setting.item.photos:
        return pictured(setting, _plain(setting))
    plain = tuple(_plain(one) for one in (setting, *_louder(setting)))
    return (*plain, *_upright(setting)) if setting.item.vertical else plain


def _louder(setting: ArticleAtWidth) -> tuple[ArticleAtWidth, ...]:
    """The same below a larger title, where the text is short: it fills what neighbours leave."""
    item = setting.item
    if item.length >= prices.SHORT or setting.size <= _LARGE or not item.enlarged:
        return ()
    return (replace(setting, size=_LARGE, price=setting.price + prices.LOUDER_TITLE),)


def _usual(story: Story, span: int, layout: str, metrics: Metrics, scale: int) -> ArticleAtWidth:
    ((index, item),) = story.items
    frame = metrics.frame if item.rank in ("box", "notice") else 0
    em = metrics.text[scale]
    return ArticleAtWidth(
        index=index,
        item=item,
        text=story.texts[0],
        head=story.heads[0],
        metrics=metrics,
        layout=layout,
        span=span,
        pixels=metrics.width(span) - frame,
        frame=frame,
        size=_title_size(story.rank, span),
        price=prices.of_width(story.rank, span, item, layout),
        em=em,
        line=em * metrics.leading[0],
        scale=scale,
    )


def _plain(setting: ArticleAtWidth) -> StoryVariant:
    item, metrics = setting.item, setting.metrics
    most = metrics.columns_for(setting.pixels, setting.em)
    count, total = _columns(setting, most)
    rows = setting.highest(count, total)
    text = rows * setting.line
    head = setting.head.height(setting.pixels, setting.size, metrics)
    height = setting.frame + head + text + setting.head.tail
    price = setting.price
    price += setting.beside_verse(count) * text * prices.BESIDE_VERSE
    price += setting.missing(1) * prices.TABLE_TOO_WIDE if setting.text.tables else 0
    if item.columns:
        price += prices.UNWISHED_COLUMNS * abs(item.columns - count)
    empty = rows * count - total  # what the last lines leave
    if not setting.across(count):
        price += prices.FOOT_OF_COLUMN * empty * setting.line * setting.column(count)
    if rows < prices.FEW_LINES and item.length and most > 1 and not setting.text.stanzas:
        price += prices.SHORT_COLUMN * (prices.FEW_LINES - rows)
    # inside a frame the space left over is spread between headline and text
    spread = setting.spread(count) + (metrics.frame_slack if setting.frame else 0)
    return StoryVariant(height, spread, price, setting.placed(count), text, spread)


def _columns(setting: ArticleAtWidth, most: int) -> tuple[int, float]:
    """In how many columns, and lines in all: less than ``most`` columns where the text is too
    short to fill them with two lines each."""
    if setting.text.stanzas:
        count = setting.columns_of_verse
        return count, setting.lines(count)
    count, total = most, setting.lines(most)
    while count > 1 and (total < 2 * count or setting.column(count) < setting.long_table):
        count -= 1
        total = setting.lines(count)
    return count, total


def _upright(setting: ArticleAtWidth) -> tuple[StoryVariant, ...]:
    """The title stands upright at the right, the text in columns beside it.

    A single column runs on below the title. Nothing where the text would be too narrow, or would
    end far from the title's foot, or isn't of paragraphs and names alone.
    """
    item = setting.item
    cut = any(kind != "names" for kind, _ in setting.text.others)
    if setting.text.tables or cut or setting.scale or not item.enlarged:
        return ()
    sizes = (3,) if ems(item.title.text) > _LONG_TITLE else (2, 3)
    return tuple(one for size in sizes for one in _upright_of(setting, size))[:1]


def _upright_of(setting: ArticleAtWidth, size: int) -> tuple[StoryVariant, ...]:
    metrics = setting.metrics
    title = measured_upright(setting.item, size, metrics)
    beside = setting.pixels - title.width
    count = metrics.columns_for(beside, metrics.em)
    if beside < metrics.column_narrowest * metrics.em or count > _UPRIGHT_COLUMNS:
        return ()
    high, foot, least = _beside(setting, beside, count)
    below = max(0.0, high - title.height)
    seen = _OVERLOOKED * metrics.line
    if title.height - foot > seen or (count > 1 and below > seen):  # beside or below the title
        return ()
    if title.height - least > _GAPING * metrics.line:
        return ()
    price = setting.price - prices.UPRIGHT_WISH + max(0.0, title.height - high) * beside
    if count == 1:
        below *= beside / setting.pixels
        price += prices.LONG_LINES * below if setting.span > 4 else 0.0
    else:
        price += below * title.width
    height = setting.frame + title.height + below + setting.head.tail
    height += metrics.line / 2 if below else 0
    placed = (Placed(setting.index, count, "", size, upright=title.line),)
    return (StoryVariant(height, 0, price, placed, high),)


def _beside(setting: ArticleAtWidth, pixels: float, count: int) -> tuple[float, float, float]:
    """How high byline and text stand in ``count`` columns beside an upright title at most; to where
    the last of these reaches; and to where at least, should paragraphs be a little shorter than
    they are estimated. A column may be as wide as its share, or narrower.
    """
    metrics, text = setting.metrics, setting.text
    share = metrics.column(pixels, count) / metrics.em
    shorter = TextMeasure.of((kind, length * _SHORTER) for kind, length in text.blocks)
    byline = metrics.small_line + metrics.byline_gap if setting.item.byline else 0.0
    narrow, wide, least = (
        lines(of, measure, metrics.em, metrics)
        for of, measure in ((text, share - _UNEVEN), (text, share), (shorter, share))
    )
    foot = min(_last(narrow, count), _last(wide, count))
    each = ceil(narrow / count), foot, min(foot, _last(least, count))
    high, most_likely, at_least = (rows * metrics.line + byline for rows in each)
    return high, most_likely, at_least


def _last(total: float, count: int) -> float:
    """Lines of the last of ``count`` columns."""
    return total - ceil(total / count) * (count - 1)


def _briefs(story: Story, span: int, metrics: Metrics) -> StoryVariant:
    """In columns as even as their titles let them be, which stay with the line that follows."""
    pixels = metrics.width(span)
    count = min(metrics.columns_for(pixels, metrics.em), len(story.items))
    column = metrics.column(pixels, count)
    each = zip(story.items, story.texts, strict=True)
    parts = [part for (_, item), text in each for part in _brief(item, text, column, metrics)]
    whole = sum([length for _, length in parts])
    high = even(parts, count, metrics.brief_line) if count > 1 else whole
    high = max(high, whole / count + metrics.briefs_uneven) if count > 1 else high
    placed = tuple(Placed(i, count, size=4) for i, _ in story.items)
    price = prices.of_briefs(span) + prices.FOOT_OF_COLUMN * (high * count - whole) * column
    return StoryVariant(metrics.briefs_head + high, 0, price, placed)


def _brief(item: PageItem, text: TextMeasure, column: float, metrics: Metrics) -> Parts:
    """One brief in a column so wide: smaller type, the title's in the usual size. Its title with a
    line, which stay together, and the others with the gap below."""
    title = ceil((ems(item.title.text) + metrics.brief_title_indent) / (column / metrics.em))
    rows = lines(text, column / metrics.brief_text, metrics.em, metrics)
    first = min(rows, 1)
    head = title * metrics.brief_title_line + first * metrics.brief_line
    return [(True, head), (False, (rows - first) * metrics.brief_line + metrics.brief_gap)]


def _title_size(rank: str, span: int) -> int:
    """1 the largest, 4 a brief's."""
    if rank == "lead":
        return 1 if span >= 6 else 2
    if rank in ("second", "bottom"):
        return 2
    if rank in ("box", "notice", "photo"):
        return 3
    return 2 if span >= 8 else 3
