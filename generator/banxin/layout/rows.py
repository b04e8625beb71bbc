"""Where articles stand on a page: rows of blocks, blocks of articles. What a theme draws."""

from __future__ import annotations

import msgspec


class Placed(msgspec.Struct, frozen=True):
    """Where an article stands within a block. ``index`` points into the page's ``items``."""

    index: int
    columns: int = 1  # of running text, on a screen 1280 px wide
    picture: str = ""  # where the first one stands: "top" above the text, "column" within it
    size: int = 3  # of the title: 1 the lead's to 4 a brief's
    upright: int = 0  # characters in a line of an upright title; 0: it doesn't stand upright
    scale: int = 0  # of the text: 0 usual, 1 and 2 larger
    across: bool = False  # whether tables stand across all columns of the text
    leading: int = 0  # of the text: 0 usual, 1 to 5 wider
    loose: bool = False  # whether what is left over goes into its frame and between paragraphs


class Block(msgspec.Struct, frozen=True):
    """One cell of a row: articles one below the other.

    ``kind`` is story, briefs or teasers; ``span`` is of twelve.
    """

    kind: str
    span: int
    items: tuple[Placed, ...]


class Row(msgspec.Struct, frozen=True):
    """Blocks side by side. ``kind`` is row, or ear: what belongs beside the masthead.

    ``height`` is an estimate in pixels at a width of 1280.
    """

    kind: str
    blocks: tuple[Block, ...]
    height: int = 0
