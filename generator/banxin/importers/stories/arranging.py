"""Paragraphs as they would stand if their author had begun a new line for each thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from banxin.content.fields.ranks import RANKS
from banxin.importers import pages
from banxin.importers.manuscript import Block, Doubt, Paragraph, Span, Table, doubt
from banxin.importers.stories import bulletins, furniture, imprint
from banxin.importers.stories.annexes import is_annex, with_annexes
from banxin.importers.stories.apart import apart, is_telephone
from banxin.importers.stories.contents import without_contents
from banxin.importers.stories.desk import is_desk_note, without_mark
from banxin.importers.stories.entries import entries
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.numbered import with_numbers
from banxin.importers.stories.particulars import is_offices_own, is_time, particulars
from banxin.importers.stories.roundup import with_styles
from banxin.importers.stories.salutations import is_salutation
from banxin.importers.stories.spans import lines, split, without_start

_NEAR = 16
_LABEL = re.compile("(?:主?标题|题目|副标题|作者|署名)[:：]")
_TITLE = 4  # characters
_FEW = 400  # characters of a list of staff
# what a site or a messenger prints around an article
_SITES_OWN = re.compile(
    r"原创\s.{2,40}|.{0,30}\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*发表于.{1,8}|\s+[\u4e00-\u9fff]{2,3})?"
    r"|(?:点击|轻触|长按).{0,16}(?:关注|识别|订阅).{0,12}|[—\-~·\s]*(?:END|The End)[—\-~·\s]*"
    r"|往期(?:推荐|回顾|精彩).{0,4}|阅读原文"
    r"|(?:喜欢就?|觉得不错)?请?(?:点个?[“「]?在看|[点给]个[“「]?(?:赞|关注|分享))[”」]?.{0,16}"
    r"|(?:分享|收藏|点赞|点?在看|[\s\u3000、]|点分享|点收藏|点点赞|点个赞){3,}|(?:收录于)?合集\s*#.{2,20}",
    re.IGNORECASE,
)
_FORM = re.compile(
    r".{0,12}(?:投稿|来稿|发稿|送审|审稿|稿件|用稿)"
    r"(?:(?:登记|审批|审核|审签|送审|报送|处理)?[表单签]|登记|封面|首页)"
    r"|.{0,12}(?:信息|新闻|宣传)(?:稿件|信息)?(?:报送|发布|采编|送审|审签|审核)"
    r"(?:审批|审核|审签|登记|呈批|送审)?[表单]"
)
# 公告： and 导读： may be a headline's own words
_PLACES = "头条|二条|倒头条|加框|报眼|图片新闻|简讯"
_PLACE = re.compile(
    rf"\s*(?:[【\[](?P<in>{_PLACES})[】\]]\s*[:：]?|(?P<by>{_PLACES})\s*[:：])\s*(?=\S)"
)


def arranged(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Doubt, ...]]:
    """The blocks to read stories in, and what was set aside because it is nobody's text."""
    blocks, contents = without_contents(blocks)
    made: list[Block] = []
    aside: list[tuple[int, str]] = []
    rows = with_numbers(list(_rows(blocks)))
    sites = furniture.around(rows) | bulletins.around(rows)
    for n, block in enumerate(rows):
        if n in sites:
            aside.append((len(made), _words(block)))
            continue
        for one, offices in _pieces(block, first=not made):
            if isinstance(one, Paragraph) and (offices or _is_nobodys(one, bool(made))):
                aside.append((len(made), "电话" if is_telephone(one.said) else one.said))
                continue
            kept, mark = without_mark(one) if isinstance(one, Paragraph) else (one, "")
            aside += [(len(made), mark)] if mark else []
            made.append(_placed(kept))
    found = [_told(made, at, text) for at, text in aside]
    if contents:
        found.insert(0, doubt("contents", text=contents))
    return with_styles(with_annexes(made)), tuple(found)


def _rows(blocks: Sequence[Block]) -> Iterator[Block]:
    for n, block in enumerate(_labelled(split(blocks))):
        several = isinstance(block, Paragraph) and (_lists(block) or (not n and _opens(block)))
        yield from lines(block) if several and isinstance(block, Paragraph) else (block,)


def _labelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """With 标题： on a line of its own before the line that it is said of."""
    held: Paragraph | None = None
    for block in blocks:
        is_label = isinstance(block, Paragraph) and bool(_LABEL.fullmatch(block.said))
        named = isinstance(block, Paragraph) and not is_label and len(block.said) <= LONGEST_LINE
        if held and named and isinstance(block, Paragraph):
            yield replace(block, spans=(Span(held.said), *block.spans))
            held = None
            continue
        yield from (held,) if held else ()
        held = block if is_label and isinstance(block, Paragraph) else None
        yield from () if is_label else (block,)
    yield from (held,) if held else ()


def _opens(p: Paragraph) -> bool:
    """Whether the first paragraph of all is a headline and, below a line break, the text."""
    first, _, rest = p.text.strip().partition("\n")
    bare = first.strip()
    short = _TITLE < len(bare) <= LONGEST_LINE and bare[-1] not in "，。；：、！？”"
    return short and "\n" not in rest and len(rest.strip()) > LONGEST_LINE


def _words(block: Block) -> str:
    if isinstance(block, Table):
        return "；".join(" ".join(cell.strip() for cell in row) for row in block.rows)
    return block.said if isinstance(block, Paragraph) else ""


def _lists(block: Block) -> bool:
    """Whether lines that were broken by hand say who edited, wrote, or where a story is from; or
    to whom the text speaks."""
    rows = block.text.split("\n") if isinstance(block, Paragraph) and len(block.text) < _FEW else []
    known = [
        row
        for row in map(str.strip, rows)
        if imprint.is_staff(row) or imprint.is_only_signs(row) or entries(row)
    ]
    greets = any(is_salutation(row.strip()) for row in rows)
    return len(rows) > 1 and (greets or len(known) * 3 > len(rows) * 2)


def _pieces(block: Block, *, first: bool) -> Iterator[tuple[Block, bool]]:
    """What stands in one paragraph, and whether it is the office's own: when it was put up."""
    if parts := particulars(block):
        yield from ((p, is_time(p.said) or is_offices_own(p.said)) for p in parts)
        return
    for one in apart(block, first=first):
        part = one if one is not block and isinstance(one, Paragraph) else None
        yield one, part is not None and _is_offices(part)


def _is_offices(part: Paragraph) -> bool:
    return is_offices_own(part.said) or is_telephone(part.said)


def _told(blocks: Sequence[Block], at: int, text: str) -> Doubt:
    """``near``: the words that follow, or else stand before; they tell which story it was."""
    around = (*blocks[at:], *reversed(blocks[:at]))
    lines = (b.said for b in around if isinstance(b, Paragraph) and len(b.said) >= _NEAR)
    said = (line for line in lines if not imprint.contact_of(line))
    return doubt("aside", text=text, near=next(said, "")[-_NEAR:])


def _is_nobodys(p: Paragraph, within: bool) -> bool:
    """``within``: something stands before it."""
    if pages.jump_note(p.said) == p.said:
        return True
    if p.said.startswith("原创") and not within:
        return False
    if is_desk_note(p.said, first=not within) or (not within and is_annex(p.said)):
        return True
    return bool(_SITES_OWN.fullmatch(p.said) or _FORM.fullmatch(p.said))


def _placed(block: Block) -> Block:
    """头条：春耕…: the place that a line names, off the words behind it."""
    found = _PLACE.match(block.text) if isinstance(block, Paragraph) else None
    if found is None or not isinstance(block, Paragraph) or "。" in block.said:
        return block
    if len(block.said) > LONGEST_LINE:
        return block
    return replace(without_start(block, found.end()), rank=RANKS[found["in"] or found["by"]])
