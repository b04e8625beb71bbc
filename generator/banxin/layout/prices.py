"""What it costs, in the judgement of an editor, to set an article so and not otherwise.

Prices are in square pixels, like the holes they compete with: 30,000 is a hole of four lines
beside a column of running text. Sizes of a theme are in ``metrics``; nothing here is one.
"""

from __future__ import annotations

from banxin.layout.page_items import PageItem

SHORT, MIDDLING = 160, 450  # characters of a text
FEW_STORIES, MANY_SHORT = 4, 9  # on a page
UPRIGHT_WISH = 150_000  # what an editor's wish for an upright title is worth
LOUDER_TITLE = 4_000  # of a short text, in a larger size than its rank and width have
FEW_LINES = 5  # a strip of columns with fewer lines than that, or lines too long to read
SHORT_COLUMN = 20_000  # for each line that is missing to those
PICTURE_OF_TEXT_PAGE = 40_000  # above the text, on a page that is to be read
TALL_PICTURE = 100  # for each pixel
GLARING_HOLE = 150  # pixels: what a hole is higher than that counts twice
HOLE_IN_COLUMNS = 30_000  # more than that is rather not shown at all
DEEP_HOLE = 4_000  # for each pixel that readers see of one, in a column that begins with a picture
INSET_LARGE, INSET = 40_000, 8_000  # a picture in a column, where it was to be large; elsewhere
FOOT_OF_COLUMN = 2  # of the area that the last lines of a text in columns leave
UNWISHED_COLUMNS = 15_000  # for each column more or less than the editor wanted
LONG_LINES = 200  # for each pixel below an upright title, where text runs on too wide
TABLE_TOO_WIDE = 3_000  # for each pixel of a table that has to be scrolled to
BESIDE_VERSE = 1.5  # of the area that stays white beside the lines of a poem
CROWDED_CELL = 20_000  # for each article after the second in one cell
TALL_ROW = 300  # for each pixel
USUAL_PAGE = 3_000_000  # of less than that, a hole is the larger part
SECOND_WITHOUT_LEAD = 40_000
LEAD_IN_COMPANY = 80_000  # for each article in the lead's cell
LEAD_NOT_WIDEST = 300_000
BOTTOM_NOT_WIDEST = 40_000
LIKE_A_LIST, LIKE_A_TABLE = 80_000, 25_000  # two rows cut alike: of one cell each, of several


def of_width(rank: str, span: int, item: PageItem, layout: str) -> float:
    """What it costs to give an article of this rank this width."""
    match rank:
        case "lead":
            return 400_000 if span < _least_of_lead(item) else 0
        case "notice":
            return 12_000 * max(0, span - 4)
        case "box":
            return 15_000 * max(0, span - 6)
        case "bottom":
            return 150_000 if span < 6 else 0
        case "second":
            return 30_000 if span < 4 else 0
    if item.photos and layout == "photo":
        return 20_000 * max(0, 6 - span)
    if item.photos:
        return 40_000 if span in (3, 12) else 0
    return 20_000 if span == 12 else 0


def _least_of_lead(item: PageItem) -> int:
    """Of twelve: less where it has little to say, and where its picture would tower above that."""
    if not item.photos:
        return 4 if item.length < 200 else 7
    first = item.photos[0]
    return 6 if first.height > first.width and item.length < MIDDLING else 7


def of_holes(areas: list[float]) -> float:
    """By what the area of a hole is multiplied. ``areas``: of the page's stories."""
    return min(5.0, max(2.0, USUAL_PAGE / max(1.0, sum(areas))))


def of_briefs(span: int) -> float:
    return 15_000.0 * max(0, span - 6)


def of_scale(longest: int, stories: int) -> tuple[float, ...]:
    """What the page's text costs in larger type, scale by scale; the first is the usual one.

    ``longest``: characters of its longest text. Only pages of a few short articles may have it:
    on all others it would look as if they had been written for somebody else.
    """
    if stories > (MANY_SHORT if longest < SHORT else FEW_STORIES) or longest >= MIDDLING:
        return (0.0,)
    return (0.0, 1_000.0, 12_000.0) if longest < SHORT else (0.0, 1_000.0)


def of_places(ranks: tuple[tuple[str, ...], ...], spans: tuple[int, ...]) -> float:
    """The price of ranks standing where a reader wouldn't look for them.

    ``ranks``: of the articles in each cell of a row; ``spans``: the cells' widths.
    """
    widest = max(spans)
    every = [rank for cell in ranks for rank in cell]
    price: float = SECOND_WITHOUT_LEAD if "second" in every and "lead" not in every else 0
    for cell, span in zip(ranks, spans, strict=True):
        if "lead" in cell:
            price += LEAD_IN_COMPANY * (len(cell) - 1) + (LEAD_NOT_WIDEST if span < widest else 0)
        if "bottom" in cell and span < widest:
            price += BOTTOM_NOT_WIDEST
    return price


def of_likeness(spans: tuple[int, ...], above: tuple[int, ...]) -> float:
    """Two rows cut alike look like a table; two full ones like a list."""
    if spans != above:
        return 0
    return LIKE_A_LIST if len(spans) == 1 else LIKE_A_TABLE
