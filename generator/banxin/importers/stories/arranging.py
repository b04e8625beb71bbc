"""Paragraphs as they would stand if their author had begun a new line for each thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Doubt, Paragraph, doubt
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.spans import split, up_to, without_start

_NEAR = 16
# 来源：…　作者：…　时间：…: as sites print it below a headline
_PARTS = re.compile(
    r"(?:^|(?<=[\s\u3000|丨]))(?=(?:稿件|文章|信息)?(?:来源|稿源|作者|记者|通讯员|编辑|责编|审核"
    r"|(?:发布|发稿|更新)?(?:时间|日期)|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:率|量|次数)?|字号|访问量)\s*[:：])"
)
_WRITES = re.compile("(?:作者|记者|通讯员)\\s*[:：]")
_OFFICES_OWN = re.compile(
    r"(?:(?:发布|发稿|更新)?(?:时间|日期)|浏览.*|阅读.*|点击.*|字号|访问量|编辑|责编|审核)\s*[:：]"
)
# what a site or a messenger prints around an article
_SITES_OWN = re.compile(
    r"原创\s.{2,40}|.{0,30}\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*发表于.{1,8})?"
    r"|(?:点击|轻触|长按).{0,16}(?:关注|识别|订阅).{0,12}|[—\-~·\s]*(?:END|The End)[—\-~·\s]*"
    r"|往期(?:推荐|回顾|精彩).{0,4}|(?:推荐|延伸)阅读|阅读原文|喜欢就?点个?(?:在看|赞).{0,8}"
    r"|分享收藏点?赞?在看|(?:收录于)?合集\s*#.{2,20}",
    re.IGNORECASE,
)
_FORM = re.compile(
    r".{0,12}(?:(?:投稿|来稿|发稿|送审|审稿|稿件|用稿)(?:登记|审批|审核|送审|报送|处理)?[表单签])"
)
_PLACES = {
    "头条": "lead", "二条": "second", "倒头条": "bottom", "加框": "box", "图片新闻": "photo",
    "简讯": "brief", "公告": "notice", "报眼": "ear", "导读": "teaser",
}  # fmt: skip
_PLACE = re.compile(rf"\s*[【\[]?(?P<place>{'|'.join(_PLACES)})[】\]]?\s*[:：]\s*(?=\S)")


def arranged(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Doubt, ...]]:
    """The blocks to read stories in, and what was set aside because it is nobody's text."""
    made: list[Block] = []
    aside: list[tuple[int, str]] = []
    for block in split(blocks):
        for one in _apart(block):
            if isinstance(one, Paragraph) and _is_nobodys(one, part=one is not block):
                aside.append((len(made), one.said))
            else:
                made.append(_placed(one))
    return tuple(made), tuple(_told(made, at, text) for at, text in aside)


def _told(blocks: Sequence[Block], at: int, text: str) -> Doubt:
    """``near``: the words that follow, or else stand before; they tell which story it was."""
    around = (*blocks[at:], *reversed(blocks[:at]))
    said = (b.said for b in around if isinstance(b, Paragraph) and len(b.said) >= _NEAR)
    return doubt("aside", text=text, near=next(said, "")[-_NEAR:])


def _is_nobodys(p: Paragraph, *, part: bool) -> bool:
    if part and _OFFICES_OWN.match(p.said):
        return True
    return bool(_SITES_OWN.fullmatch(p.said) or _FORM.fullmatch(p.said))


def _apart(block: Block) -> Iterator[Block]:
    if not isinstance(block, Paragraph):
        yield block
        return
    rows = block.text.split("\n")
    if any(_heads(row) for row in rows[1:]) and all(len(r) <= LONGEST_LINE for r in rows):
        yield from _head_lines(block, rows)
        return
    starts = [found.start() for found in _PARTS.finditer(block.text)]
    parts = [_piece(block, a, b) for a, b in zip(starts, [*starts[1:], None], strict=False)]
    if len(parts) > 1 and not block.text[: starts[0]].strip() and all(map(_is_particular, parts)):
        yield from parts
    else:
        yield block


def _heads(row: str) -> bool:
    """Whether a line of a headline's paragraph is 副题 or who wrote."""
    return bool(re.match(r"\s*[—–―]{2}", row)) or patterns.is_byline(row)


def _head_lines(block: Paragraph, rows: Sequence[str]) -> Iterator[Paragraph]:
    """The headline with its breaks, then each line below it."""
    cut = next(n for n, row in enumerate(rows) if n and _heads(row))
    ends, at = list[int](), 0
    for row in rows:
        at += len(row)
        ends.append(at)
        at += 1
    yield up_to(block, ends[cut - 1])
    for n in range(cut, len(rows)):
        if rows[n].strip():
            yield replace(_piece(block, ends[n - 1] + 1, ends[n]), above=0, breaks_page=False)


def _piece(block: Paragraph, start: int, end: int | None) -> Paragraph:
    piece = block.text[start:end]
    start += len(piece) - len(piece.lstrip())
    return without_start(up_to(block, start + len(piece.strip(" \u3000\t|丨\n"))), start)


def _is_particular(p: Paragraph) -> bool:
    """Whether a part of a line says whose, from where or when, and nothing more."""
    said = p.said
    if len(said) > LONGEST_LINE or any(sign in said for sign in "。，；？！"):
        return False
    if _WRITES.match(said):
        return patterns.is_byline(said) or len(said) <= 24
    return bool(_OFFICES_OWN.match(said) or patterns.source_of(said))


def _placed(block: Block) -> Block:
    """头条：春耕…: the place that a line names, off the words behind it."""
    found = _PLACE.match(block.text) if isinstance(block, Paragraph) else None
    if found is None or not isinstance(block, Paragraph) or "。" in block.said:
        return block
    if len(block.said) > LONGEST_LINE:
        return block
    return replace(without_start(block, found.end()), rank=_PLACES[found["place"]])
