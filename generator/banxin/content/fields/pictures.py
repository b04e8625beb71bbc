"""How pictures are published: what may stand in ``pictures`` of paper.yml."""

from __future__ import annotations

from banxin.content.fields.addresses import FILE
from banxin.content.fields.record import Field, Kind, Spot, shape
from banxin.content.fields.value_types import YEAR, number_of
from banxin.content.frontmatter import List, Node, Text

NARROWEST, WIDEST = 160, 3840  # pixels: less is no picture, more than any screen shows of one
MOST_WIDTHS = 6
QUALITIES = range(30, 96)


def _widths(node: Node, spot: Spot) -> tuple[int, ...] | None:
    """Narrowest first, each once."""
    items = node.items if isinstance(node, List) else (node,)
    found = [number_of(item.value) if isinstance(item, Text) else None for item in items]
    widths = sorted({width for width in found if width})
    good = None not in found and 0 < len(widths) <= MOST_WIDTHS
    if not good or widths[0] < NARROWEST or widths[-1] > WIDEST:
        spot.error(node, "wants-widths", least=NARROWEST, most=WIDEST, count=MOST_WIDTHS)
        return None
    return tuple(widths)


def _quality(node: Node, spot: Spot) -> int | None:
    quality = number_of(node.value) if isinstance(node, Text) else None
    if quality not in QUALITIES:
        spot.error(node, "wants-quality", least=QUALITIES[0], most=QUALITIES[-1])
        return None
    return quality


class PictureKeys:
    WIDTHS = Field(
        "widths",
        ("宽度",),
        Kind("宽度（像素）的列表", "a list of widths in pixels", _widths),
        "[480, 960, 1600]",
        "每张图片的各种大小",
        "the sizes of each picture",
    )
    QUALITY = Field(
        "quality",
        ("质量",),
        Kind("30 到 95 的数字", "a number from 30 to 95", _quality),
        "80",
        "数越大越清楚，也越占地方",
        "more is sharper, and heavier",
    )
    SMALL_UNTIL = Field(
        "small_until",
        ("小图到",),
        YEAR,
        "2014",
        "这一年和更早各期没有最大的一种",
        "issues of that year and earlier lack the largest",
    )
    CARD_FONT = Field(
        "card_font",
        ("卡片字体",),
        FILE,
        "song.otf",
        "转发时的卡片上的字",
        "the words on cards for messengers",
    )


PICTURES = shape("pictures", PictureKeys)
