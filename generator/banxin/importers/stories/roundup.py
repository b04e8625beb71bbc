"""Round-ups: short items under one name, each with a number and who wrote it.

Their headlines may look like any other line, so that only number and end tell. What they are is
written down as styles, which all that follows reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from banxin.importers import pages
from banxin.importers.manuscript import Block, Image, Paragraph, Table
from banxin.importers.stories import patterns
from banxin.importers.stories.collected import collection
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.roles import OF_AN_ITEM, heading_level, role_of
from banxin.importers.stories.spans import without_start
from banxin.importers.stories.story import Story

_NUMBER = re.compile(r"\s*(\d{1,2})\s*[、.．]\s*(?=\D)")
_TAIL = re.compile(r"[。！？”][\s\u3000]*[（(](?P<by>[^（）()]{2,30})[)）]\s*$")
_MARK = re.compile(
    r"\s*(?:[●○◆◇■□▲△★☆►▶•·]|[①-⑳]|[（(]?[一二三四五六七八九十]{1,3}[、)）])\s*(?=\S)"
)
_NAME = re.compile(
    r"\S{0,8}(?:快讯|动态|简讯|短讯|短波|速递|快递|播报|点击|集锦|传真|一览|速览|掠影|拾零|简报|一句话新闻)"
)
_LEAST = 2  # items
_SAYS = 6  # characters of a headline
_MOST_OF_ITEM = 4  # paragraphs
_HAN_NUMBERS = "一二三四五六七八九十"
_MOST = 2  # paragraphs of an item of a round-up


class _Group(msgspec.Struct, frozen=True):
    """``name``: where the line stands that is over all items; -1: none is."""

    name: int
    heads: tuple[int, ...]


def with_styles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same, if there is no round-up; else with 栏目 and 主题 as styles, numbers left out."""
    made = list(blocks)
    for group in _groups(blocks):
        name = blocks[group.name] if group.name >= 0 else None
        column = _bare(name) if isinstance(name, Paragraph) else ""
        if isinstance(name, Paragraph):
            made[group.name] = replace(name, style="栏目")
        for at in group.heads:
            head = blocks[at]
            if isinstance(head, Paragraph):
                found = _NUMBER.match(head.text) or _MARK.match(head.text)
                bare = without_start(head, found.end()) if found else head
                made[at] = replace(bare, style=OF_AN_ITEM, column=column)
    return tuple(made)


def _groups(blocks: Sequence[Block]) -> list[_Group]:
    """One at the file's beginning, and those that have a name which only round-ups have."""
    first = next((n for n, b in enumerate(blocks) if not _is_place(b)), 0)
    found: list[_Group] = []
    for at, block in enumerate(blocks):
        named = isinstance(block, Paragraph) and bool(_NAME.fullmatch(_bare(block)))
        if found and at <= found[-1].heads[-1]:
            continue
        if at == first and (collected := collection(blocks, at)):
            found.append(_Group(at if collected[0] > at else -1, collected))
            continue
        ways = ((at, at + 1),) if named else ((-1, at), (at, at + 1)) if at == first else ()
        for name, start in ways:
            if name < 0 or _may_name(blocks[name]):
                heads = _items(blocks, start, named=named)
                found += [_Group(name, tuple(heads))] if heads else []
    return found


def _is_place(block: Block) -> bool:
    return isinstance(block, Paragraph) and pages.page_mark(block.said) is not None


def _items(blocks: Sequence[Block], start: int, *, named: bool) -> list[int]:
    """Where the items of a group begin; nothing if it is none. ``named``: what stands over it is
    the name of a round-up."""
    heads, end = _heads(blocks, start, named=named)
    if len(heads) < _LEAST:
        return []
    items = [blocks[a + 1 : b] for a, b in zip(heads, [*heads[1:], end], strict=True)]
    long = (n for n, item in enumerate(items) if not 0 < _texts(item) <= _MOST_OF_ITEM)
    if (first := next(long, -1)) >= 0:  # another story's headline
        heads, items = (heads[:first], items[:first]) if named else ([], [])
    if len(heads) < _LEAST:
        return []
    signed = sum(map(_is_signed, items))
    opening = blocks[start]
    marked = isinstance(opening, Paragraph) and bool(_key(opening))
    half = signed >= _LEAST and signed * 2 >= len(items)
    told = half or (named and (marked or all(map(_is_told, [blocks[n] for n in heads], items))))
    return heads if (named or marked) and told else []


def _is_told(head: Block, item: Sequence[Block]) -> bool:
    """Whether a line says as much as a headline does, above one paragraph that ends."""
    text = item[0]
    whole = isinstance(text, Paragraph) and len(item) == 1 and text.said.endswith(("。", "！"))
    return whole and isinstance(head, Paragraph) and len(head.said) >= _SAYS


def _heads(blocks: Sequence[Block], start: int, *, named: bool) -> tuple[list[int], int]:
    """Short lines with one sign before each, or with numbers that follow each other; without any,
    those below a text's end. All look alike. And where the last item ends."""
    opening = blocks[start] if start < len(blocks) else None
    key = _key(opening) if isinstance(opening, Paragraph) else ""
    heads: list[int] = []
    for n, block in enumerate(blocks[start:], start):
        before = blocks[n - 1] if n else None
        if not isinstance(block, Paragraph):
            if isinstance(block, Table):
                return heads, n
            continue
        if role_of(block.style) or heading_level(block.style):
            return heads, n
        if len(heads) > 1 and _is_anothers(blocks, heads, block):
            return heads, n
        if not _is_line(block) or isinstance(before, Image) or _signs(block):
            continue
        if heads and heads[-1] == n - 1:  # a line below a line: another story's, or a poem's
            return (heads[:-1], heads[-1]) if named else ([], n)
        if _key(block) != _next(key, len(heads)) or not _is_alike(blocks[start], block):
            return heads, n
        heads.append(n)
    return heads, len(blocks)


def _above(block: Block) -> int:
    return block.above if isinstance(block, Paragraph) else 0


def _is_anothers(blocks: Sequence[Block], heads: Sequence[int], p: Paragraph) -> bool:
    """Whether a line is neither an item's text nor the headline of one: by its look, or by an empty
    line above it, and none between the items."""
    first, text = blocks[heads[0]], blocks[heads[0] + 1]
    apart = _above(p) > _above(blocks[heads[1]])
    if _is_line(p):
        return apart
    return not _is_alike(text, p) and (apart or not _is_alike(first, p)) and not _signs(p)


def _is_alike(first: Block, other: Paragraph) -> bool:
    look = (other.size, other.bold, other.align)
    return isinstance(first, Paragraph) and (first.size, first.bold, first.align) == look


def _key(p: Paragraph) -> str:
    """The sign before a line, or its number: 1; "" where neither stands."""
    if number := _NUMBER.match(p.text):
        return str(int(number[1]))
    found = _MARK.match(p.text)
    return found[0].strip() if found else ""


def _next(key: str, count: int) -> str:
    """What stands before the item behind ``count`` others, where ``key`` is the first one's."""
    if key == "1":
        return str(count + 1)
    if key == "①":
        return chr(ord("①") + count)
    return key.replace("一", _HAN_NUMBERS[count]) if "一" in key and count < 10 else key


def _signs(p: Paragraph) -> bool:
    """Whether a line says who wrote."""
    return patterns.signs(p.said) or patterns.is_office_and_name(p.said)


def _bare(block: Paragraph) -> str:
    return patterns.column_of(block.said) or block.said


def _is_line(block: Paragraph) -> bool:
    return len(block.said) <= LONGEST_LINE and block.said[-1:] not in "。；，：！？）"


def _may_name(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.said) <= 12 and "。" not in block.said


def _texts(item: Sequence[Block]) -> int:
    return sum(isinstance(one, Paragraph) for one in item)


def _is_signed(item: Sequence[Block]) -> bool:
    texts = [one for one in item if isinstance(one, Paragraph)]
    if not texts:
        return False
    last = texts[-1]
    return _signed_by(last.said) or _signs(last) or patterns.has_dateline(texts[0].said)


def _signed_by(text: str) -> bool:
    tail = _TAIL.search(text)
    return tail is not None and _is_somebody(tail["by"])


def _is_somebody(text: str) -> bool:
    known = patterns.signs(text) or patterns.is_name(text)
    return known or patterns.is_office_and_name(text)


def are_items(texts: Sequence[str]) -> bool:
    """Whether each of several paragraphs is an item by itself: marked or numbered, and signed."""
    marked = (_NUMBER.match(text) or _MARK.match(text) for text in texts)
    return len(texts) >= _LEAST and all(marked) and all(map(_signed_by, texts))


def under_one_name(found: list[Story]) -> list[Story]:
    """部门动态 over the first of several short items is over all of them; with_styles knows what it
    is over where it marked two items or more."""
    made: list[Story] = []
    carried = ""
    for n, one in enumerate(found):
        marked = any(one.column == near.column for near in (*found[:n], *found[n + 1 :]))
        if one.column or not _is_item(one):
            named = _NAME.fullmatch(one.column) and not marked and len(one.body) <= _MOST
            carried = one.column if named else ""
            made.append(one)
        elif carried:
            made.append(replace(one, column=carried, guessed=one.guessed | {"column"}))
        else:
            made.append(one)
    return made


def _is_item(story: Story) -> bool:
    other = story.kicker or story.subtitle or story.kind or story.pictures or story.page
    return len(story.body) <= _MOST and not other
