"""An office's bulletin: its name, number and day above a story, and whom it goes to below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.manuscript import Block, Paragraph, Table
from banxin.importers.stories import patterns
from banxin.importers.stories.days import day_of
from banxin.importers.stories.site_lines import TIME

_NAME = re.compile(
    r"[^，。；：！？]{2,24}(?:简报|专报|快报|信息|动态|参阅|要情|内参|通报|通讯|情况|交流|工作)"
)
_NUMBER = re.compile(
    r"[（(〔\[]?(?:2\d{3}年)?(?:第\s*[\d一二三四五六七八九十百]{1,4}\s*期)"
    r"(?:\s*[（(]?总第?\s*\d{1,5}\s*期?[）)]?)?[）)〕\]]?"
)
_RED_HEAD = re.compile(r"[^，。；：！？]{4,30}文件")  # above an office's letter, its number below
_FILE_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s*[〔\[（(]\s*20\d\d\s*[〕\]）)]\s*第?\s*\d{1,4}\s*号"
)
_FROM = re.compile(rf"[^，。；：！？]{{2,30}}?[\s\u3000]+{TIME}")
_TO = re.compile(r"(?:报|送|发|抄报|抄送|主送|报送|分送|印发)\s*[:：]\s*\S.*|[（(]?共印\d+份[）)]?")
_MOST = 6  # blocks above a bulletin's story
_LONGEST = 34  # characters
_FEWEST = 2  # lines that say whom it goes to


def around(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of what a bulletin prints around its story."""
    return frozenset((*_above(blocks), *_below(blocks)))


def _above(blocks: Sequence[Block]) -> range:
    """Its name and its number, and right below these who sends it and when."""
    first = blocks[0] if blocks else None
    if isinstance(first, Table):
        cells = [patterns.one_line(cell) for row in first.rows for cell in row if cell.strip()]
        named = any(map(_NUMBER.fullmatch, cells)) and any(map(_NAME.fullmatch, cells))
        return range(1 if named and all(len(cell) <= _LONGEST for cell in cells) else 0)
    texts = [b.said if isinstance(b, Paragraph) else "" for b in blocks[:_MOST]]
    if len(texts) > 2 and _RED_HEAD.fullmatch(texts[0]) and _FILE_NUMBER.fullmatch(texts[1]):
        return range(2)
    if len(texts) < 3 or not _NAME.fullmatch(texts[0]) or not _NUMBER.fullmatch(texts[1]):
        return range(0)
    end = 2
    if _FROM.fullmatch(texts[2]):
        end = 3
    elif len(texts) > 3 and len(texts[2]) <= _LONGEST and day_of(texts[3]):
        end = 4
    return range(end)


def _below(blocks: Sequence[Block]) -> range:
    start = len(blocks)
    while (
        start > 1 and isinstance(last := blocks[start - 1], Paragraph) and _TO.fullmatch(last.said)
    ):
        start -= 1
    return range(start if len(blocks) - start >= _FEWEST else len(blocks), len(blocks))
