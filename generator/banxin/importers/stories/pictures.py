"""Which words belong to a picture, and who took it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.content.bylines import credits
from banxin.importers.manuscript import Block, Image, Paragraph
from banxin.importers.stories import patterns
from banxin.importers.stories.looks import Looks
from banxin.importers.stories.story import StoryPicture
from banxin.model.characters import HAN

_CUES = re.compile(
    r"[（(]?(?:图[为一二三四五六七八九十①-⑨\d]|[上下左右题]图|图片说明|图说|图[:：]|[▲△▼▽↑←→↓])"
)
_WORK = "摄影报道|摄影|图/文|文/图|图|摄|供图"
_CREDIT = re.compile(
    rf"(?P<said>.*?)[\s\u3000。]*[（(【]?\s*"
    rf"(?P<credit>(?:(?:本报|新华社)?(?:见习)?(?:记者|通讯员)[\s\u3000]*)?"
    rf"[{HAN}·]{{2,5}}(?:[\s\u3000、]+[{HAN}·]{{1,4}}){{0,4}}?[\s\u3000]*[/／]?[\s\u3000]*(?:{_WORK}))"
    r"\s*[)）】]?[。]?",
    re.DOTALL,
)
_BEFORE = re.compile(r"[\s\u3000。，；！？”）)]")
_MADE = re.compile(
    r"(?:图片|图像|picture|image|img|dsc|微信图片)[\s_\-\d]*.*|.*\.\w{3,4}|[\w\s\-]{0,40}",
    re.IGNORECASE,
)
_LONGEST = 150
_SHORT = 60


def is_caption(p: Paragraph, looks: Looks, *, near: bool) -> bool:
    """Whether a paragraph is a picture's words. ``near``: it stands beside a picture."""
    role = looks.role(p)
    if role:
        return role == "caption"
    said = p.said
    if not near or len(said) > _LONGEST or patterns.has_dateline(said):
        return False
    if patterns.is_separator(said):
        return False
    if _CUES.match(said):
        return True
    credit = credit_of(said)[1]
    if credit:
        return "报道" not in credit or len(said) <= _SHORT
    if looks.plain or looks.is_head(p):
        return p.align == "center" and p.size < looks.body
    return p.size < looks.body or (p.align == "center" and not p.bold)


def credit_of(caption: str) -> tuple[str, str]:
    """A caption's words, and whose picture it is: 林楠 徐家和/摄; "" where nobody is named."""
    line = patterns.one_line(caption)
    found = _CREDIT.fullmatch(line)
    if found is None:
        return line, ""
    start = found.start("credit")
    opens = start == 0 or _BEFORE.match(line[start - 1]) or line[start - 1] in "（(【"
    said = credits(found["credit"])
    if not opens or not any(c.kind == "person" and c.role for c in said):
        return line, ""
    words = found["said"].strip()
    stop = "。" if words and line[len(found["said"]) :].lstrip().startswith("。") else ""
    return words + stop, patterns.one_line(found["credit"])


def pictures(
    blocks: Sequence[Block], looks: Looks
) -> tuple[tuple[StoryPicture, ...], frozenset[int]]:
    """A story's pictures with their words, and the indices of the blocks that these were."""
    taken: set[int] = set()
    found: list[StoryPicture] = []
    for n, block in enumerate(blocks):
        if isinstance(block, Image):
            taken.add(n)
            words = _words(blocks, n, looks, taken)
            taken.update(words)
            said = " ".join(one.said for i in words if isinstance(one := blocks[i], Paragraph))
            caption, credit = credit_of(said)
            found.append(StoryPicture(block.name, _alt(block.alt), caption, credit))
    return tuple(found), frozenset(taken)


def _words(blocks: Sequence[Block], at: int, looks: Looks, taken: set[int]) -> list[int]:
    """The caption below a picture, with a credit of its own below that; else the one above."""
    below = at + 1
    found: list[int] = []
    while below < len(blocks) and len(found) < 2:
        block = blocks[below]
        if not isinstance(block, Paragraph) or not is_caption(block, looks, near=True):
            break
        if found and not _adds_credit(_said(blocks, found[0]), block.said):
            break
        found.append(below)
        below += 1
    if found:
        return found
    above = blocks[at - 1] if at else None
    is_free = isinstance(above, Paragraph) and at - 1 not in taken
    if is_free and isinstance(above, Paragraph) and is_caption(above, looks, near=True):
        said = above.said
        if looks.role(above) == "caption" or _CUES.match(said):
            return [at - 1]
    return []


def _adds_credit(caption: str, line: str) -> bool:
    """Whether a line below a caption is nothing but whose picture it is."""
    said, credit = credit_of(line)
    return bool(credit) and not said and not credit_of(caption)[1]


def _said(blocks: Sequence[Block], at: int) -> str:
    block = blocks[at]
    return block.said if isinstance(block, Paragraph) else ""


def _alt(text: str) -> str:
    """What somebody wrote for those who can't see the picture; not what a program did."""
    made = _MADE.fullmatch(text) and not re.search(f"[{HAN}]{{4,}}", text)
    return "" if made else patterns.one_line(text)
