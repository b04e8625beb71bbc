"""The order in which articles are placed, and which of them share a block."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from banxin.layout.head_measure import HeadMeasure, measured_head
from banxin.layout.metrics import Metrics
from banxin.layout.page_items import PageItem
from banxin.layout.rows import Block, Placed, Row
from banxin.layout.text_measure import TextMeasure, measured_text

_EARS = ("ear", "teaser")
_WEIGHT = {"lead": 0, "second": 1, "bottom": 3}  # everything else: 2, as printed
_EAR_SPAN = 4


class Story(msgspec.Struct, frozen=True):
    """What is placed as one: an article, or all briefs of the page together."""

    kind: str  # story, briefs
    rank: str
    items: tuple[tuple[int, PageItem], ...]
    texts: tuple[TextMeasure, ...]  # of the items
    heads: tuple[HeadMeasure, ...]


def ear_row(items: tuple[PageItem, ...]) -> tuple[Row, ...]:
    """Ears and teasers stand beside the masthead, not among the articles."""
    ears = _indices(items, "ear")
    teasers = _indices(items, "teaser")
    blocks = [Block("story", _EAR_SPAN, tuple(Placed(i) for i in ears))] if ears else []
    if teasers:
        blocks.append(Block("teasers", _EAR_SPAN, tuple(Placed(i) for i in teasers)))
    return (Row("ear", tuple(blocks)),) if blocks else ()


def stories(items: tuple[PageItem, ...], layout: str, metrics: Metrics) -> tuple[Story, ...]:
    """Lead, second, the rest as printed, then the briefs as one block, then what closes the page.

    Without a lead the layout ``front`` promotes the first article of ordinary rank.
    """
    found = [(i, item) for i, item in enumerate(items) if item.rank not in (*_EARS, "brief")]
    single = [_story("story", item.rank, ((i, item),), metrics) for i, item in found]
    briefs = tuple((i, item) for i, item in enumerate(items) if item.rank == "brief")
    if briefs:
        single.append(_story("briefs", "brief", briefs, metrics))
    if layout == "front":
        single = _promoted(single)
    return tuple(sorted(single, key=lambda story: _WEIGHT.get(story.rank, 2)))


def _story(
    kind: str, rank: str, items: tuple[tuple[int, PageItem], ...], metrics: Metrics
) -> Story:
    texts = tuple(measured_text(item, metrics) for _, item in items)
    heads = tuple(measured_head(item, metrics) for _, item in items)
    return Story(kind, rank, items, texts, heads)


def _promoted(found: list[Story]) -> list[Story]:
    if any(story.rank == "lead" for story in found):
        return found
    first = next((n for n, story in enumerate(found) if _may_lead(story)), None)
    if first is None:
        return found
    promoted = replace(found[first], rank="lead")
    return [*found[:first], promoted, *found[first + 1 :]]


def _may_lead(story: Story) -> bool:
    return story.rank in ("second", "normal") and all(item.enlarged for _, item in story.items)


def _indices(items: tuple[PageItem, ...], rank: str) -> tuple[int, ...]:
    return tuple(i for i, item in enumerate(items) if item.rank == rank)
