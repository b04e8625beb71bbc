"""The sizes of a theme's page, as its theme.toml says them in ``[metrics]``.

They are those of its stylesheet on a screen 1280 px wide: the layout finds out with them how high
an article stands, without drawing it. Other widths take the same rows and fold them.
"""

from __future__ import annotations

from math import ceil
from typing import Annotated

import msgspec
from msgspec import Meta

GRID = 12  # columns of the page that blocks are measured in
NARROWEST = 3  # of these: of a block
FEWEST = 4  # characters that a block has to hold side by side
COLUMNS = 4  # of running text, at most

# The bounds leave room for any design; beyond them nothing could be laid out.
_Length = Annotated[float, Meta(ge=1, le=10_000)]
_Space = Annotated[float, Meta(ge=0, le=10_000)]
_TypeSize = Annotated[float, Meta(ge=4, le=400)]
_Factor = Annotated[float, Meta(ge=0.5, le=5)]
_Share = Annotated[float, Meta(ge=0, le=1)]
_Ems = Annotated[float, Meta(ge=0, le=100)]
_Characters = Annotated[float, Meta(ge=1, le=1_000)]


class Metrics(msgspec.Struct, frozen=True, kw_only=True):
    """Lengths in pixels, unless another unit is named. An em is the usual text's size.

    ``_leading`` is the height of a line as a multiple of its type's size, ``_line`` the same in
    pixels. ``_character`` is what a character takes of its line, in sizes of its type.
    """

    # the page
    page_width: _Length  # without its margins
    gap: _Space  # between two blocks side by side
    row_tallest: _Length  # a row higher than that is no longer seen as one
    story_gap: _Space  # between two articles of one block, rule included
    # by how much the gaps in a block of one, two, three, four articles may grow
    cell_slack: Annotated[tuple[_Space, ...], Meta(min_length=4, max_length=4)]

    # running text
    # size of type: the usual one, and one or two larger for short articles
    text: Annotated[tuple[_TypeSize, ...], Meta(min_length=1, max_length=3)]
    # the usual one, and up to five wider that fill a block
    leading: Annotated[tuple[_Factor, ...], Meta(min_length=1, max_length=6)]
    # by how much a gap between paragraphs of a single column may grow
    paragraph_slack: _Space = 0
    indent: _Ems  # of a paragraph, in ems
    list_indent: _Ems  # of a list's items and of subheads, in ems
    table_line: _Factor  # of a table, in lines of text
    table_row: _Ems  # what a row takes beside its lines, in lines of text
    table_text: _Space = 0  # size of a table's type; 0: the usual text's
    table_margin: _Ems = 0  # above and below a table together, in lines of text
    stanza_gap: _Ems = 0  # below a stanza of a poem, in lines of text
    column_gap: _Space
    column_widest: _Characters  # in characters: text wider than that is set in one more column
    column_narrowest: _Characters  # in characters: beside an upright title

    # title, kicker and subtitle, byline, source
    # size of type: the lead's, large, middling; a brief's is among the briefs
    title: Annotated[tuple[_TypeSize, ...], Meta(min_length=3, max_length=3)]
    title_leading: _Factor
    title_character: _Factor
    deck_line: _Length  # of kicker and subtitle, which have the usual text's size
    head_gap: _Space  # between title and text
    small: _TypeSize  # size of captions and bylines
    small_line: _Length
    byline_gap: _Space  # below a byline or a column's name
    foot_gap: _Space  # above source and sign-off

    # a title that stands upright
    vertical_length: _Length  # of its longest line
    vertical_leading: _Factor
    vertical_character: _Factor
    vertical_deck_leading: _Factor
    vertical_gap: _Space  # between title and text
    vertical_foot: _Space  # below the title

    # frames, pictures
    frame: _Space  # of a box or notice, both sides together
    frame_slack: _Space  # by how much a frame may be higher than what it holds
    caption_gap: _Space  # above a caption
    figure_gap: _Space  # below a picture and its caption
    picture_high: _Length  # a picture across the block is rather not higher than that
    picture_highest: _Length  # and above several columns never
    picture_growth: _Share  # by what share of its height a picture may be cropped or grow
    picture_growth_most: _Space

    # the briefs' block
    briefs_head: _Space  # its name
    briefs_uneven: _Space  # by how much columns of briefs differ in height
    brief_text: _TypeSize  # size of type
    brief_line: _Length
    brief_title_line: _Length
    brief_title_indent: _Ems  # what a brief's title takes beside its characters, in ems
    brief_gap: _Space

    @property
    def em(self) -> float:
        return self.text[0]

    @property
    def table_em(self) -> float:
        return self.table_text or self.text[0]

    @property
    def line(self) -> float:
        """The height of a line of usual text."""
        return self.text[0] * self.leading[0]

    def width(self, span: int) -> float:
        """Of ``span`` columns of the page's grid and the gaps between them."""
        return (self.page_width + self.gap) * span / GRID - self.gap

    def column(self, pixels: float, count: int) -> float:
        """The width of one of ``count`` columns of running text."""
        return (pixels - self.column_gap * (count - 1)) / count

    def columns_for(self, pixels: float, em: float) -> int:
        """How many columns running text of this width and size is set in."""
        each = self.column_widest * em + self.column_gap
        return min(COLUMNS, max(1, ceil((pixels + self.column_gap) / each)))

    @property
    def too_narrow(self) -> bool:
        """Whether a block or a column could be without room for text."""
        block = self.width(NARROWEST) - self.frame
        return block < FEWEST * self.em or self.column_gap > self.column_widest * self.em / 2
