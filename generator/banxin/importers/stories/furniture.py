"""What stands around an article on a site's page or in a messenger: none of it is the story's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.manuscript import Block, Image, Paragraph, Table
from banxin.importers.stories import imprint, patterns
from banxin.importers.stories.buttons import BUTTONS, NAVIGATION
from banxin.importers.stories.roles import heading_level
from banxin.importers.stories.site_lines import (
    DECKED,
    FOOT,
    FOOTS_OWN,
    MORE_TO_READ,
    WHERE,
    is_site_line,
)

# a newspaper's box may be called so
_EDITORS = re.compile("(?:相关|延伸)(?:链接|新闻|信息|阅读|内容)")
_BULLET = re.compile(r"^[•·▪◦●]\s*(?=\S)")
_FILED = frozenset(
    (
        *("索引号", "发布机构", "发文机关", "文号", "发文字号", "主题分类", "信息分类"),
        *("发布日期", "成文日期", "公开方式", "有效性"),
    )
)
_MOST_ROWS = 6
_SHORT = 8  # characters of an entry of a site's navigation
_MOST_ABOVE = 16  # lines
_HEADLINE = 46  # characters, with its date


def around(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of lines that are a site's own, for what they say or for what stands beside."""
    texts = [_BULLET.sub("", one.said) if isinstance(one, Paragraph) else "" for one in blocks]
    found = {n for n, text in enumerate(texts) if text and is_site_line(text)}
    found |= _navigation(texts)
    found |= _above_all(blocks, texts, found)
    found |= _singles(texts, found)
    feet = {n for n in found if FOOT.fullmatch(texts[n])}
    found |= _beside(texts, feet)
    for n, text in enumerate(texts):
        if n not in found and _names_others(text) and any(map(_is_text, texts[:n])):
            found |= _others(blocks, texts, n)
    tables = {n for n, one in enumerate(blocks) if isinstance(one, Table) and _is_sites(one)}
    return frozenset(found | tables | _attached(texts, found))


def _is_sites(table: Table) -> bool:
    """Whether a table holds a site's navigation, or what an office files a page by."""
    cells = ["".join(cell.split()).rstrip(":：") for row in table.rows for cell in row]
    if sum(cell in NAVIGATION for cell in cells) > 1:
        return all(len(cell) <= _SHORT for cell in cells)
    return sum(cell in _FILED for cell in cells) > 1 and len(table.rows) <= _MOST_ROWS


def _attached(texts: Sequence[str], found: set[int]) -> set[int]:
    """附件： below a page's text, with nothing that is attached."""
    last = max((n for n, text in enumerate(texts) if text and n not in found), default=-1)
    return {last} if last > 0 and re.fullmatch(r"附件\s*[:：]?", texts[last]) else set()


def _navigation(texts: Sequence[str]) -> set[int]:
    """网站首页, 政务公开, 互动交流: short lines among which several are what sites have above."""
    found: set[int] = set()
    start = 0
    while start < len(texts):
        end = start
        while end < len(texts) and 0 < len(texts[end]) <= _SHORT:
            end += 1
        known = [n for n in range(start, end) if texts[n] in NAVIGATION]
        if len(known) > 1:
            found |= set(range(known[0], known[-1] + 1))
        start = max(end, start + 1)
    return found


def _above_all(blocks: Sequence[Block], texts: Sequence[str], found: set[int]) -> set[int]:
    """A site's name and the like: short lines above its navigation or above 当前位置, if the
    headline follows."""
    text = next((n for n, said in enumerate(texts) if _is_text(said)), len(texts))
    marks = [n for n in found if n < text and (texts[n] in NAVIGATION or WHERE.fullmatch(texts[n]))]
    below = [n for n in range(max(marks, default=0) + 1, text) if texts[n] and n not in found]
    above = range(max(marks)) if marks and below else range(0)
    headed = any(_level(blocks[n]) for n in above)
    return set() if headed or len(above) > _MOST_ABOVE else {n for n in above if texts[n]}


def _level(block: Block) -> int:
    return heading_level(block.style) if isinstance(block, Paragraph) else 0


def _singles(texts: Sequence[str], found: set[int]) -> set[int]:
    """点赞, 在看: one word to a line, one of them below the other."""
    maybe = {n for n, text in enumerate(texts) if text.strip("：:") in BUTTONS}
    return {n for n in maybe if any(m in maybe or m in found for m in (n - 1, n + 1))}


def _beside(texts: Sequence[str], feet: set[int]) -> set[int]:
    """Who runs a site, and where, above and below 版权所有."""
    made: set[int] = set()
    for foot in feet:
        for step in (-1, 1):
            n = foot + step
            while 0 <= n < len(texts) and FOOTS_OWN.fullmatch(texts[n]):
                made.add(n)
                n += step
    return made


def _names_others(text: str) -> bool:
    """往期推荐, ▼相关阅读▼: what follows are other stories' headlines."""
    bare = DECKED.sub("", text).rstrip("：:")
    return bool(text) and len(bare) <= 12 and bool(MORE_TO_READ.fullmatch(bare))


def _others(blocks: Sequence[Block], texts: Sequence[str], at: int) -> set[int]:
    """Its place and those of the headlines below: up to the end, or to a gap above a story."""
    end = at + 1
    while end < len(blocks) and (isinstance(blocks[end], Image) or _is_headline(texts[end])):
        end += 1
    if end < len(blocks) and _is_text(texts[end]):
        gap = next((n for n in range(at + 2, end) if _above(blocks[n]) > _above(blocks[at + 1])), 0)
        end = gap or max(at + 1, end - 1)
    headlines = {n for n in range(at + 1, end) if texts[n]}
    bare = DECKED.sub("", texts[at]).rstrip("：:")
    return {at} | headlines if headlines or not _EDITORS.fullmatch(bare) else set()


def _is_text(text: str) -> bool:
    return len(text) > _HEADLINE or text[-1:] in "。；"


def _is_headline(text: str) -> bool:
    own = imprint.is_staff(text) or patterns.is_byline(text) or bool(patterns.source_of(text))
    return len(text) > 1 and not _is_text(text) and not own


def _above(block: Block) -> int:
    return block.above if isinstance(block, Paragraph) else 0
