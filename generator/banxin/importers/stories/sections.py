"""Word's own headings where they head the sections of one text, below a headline of no style."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.manuscript import Paragraph
from banxin.importers.stories.roles import heading_level, is_contents

_COUNTED = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}[章节部编篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]"
)
_LARGER = 2  # points by which the headline outdoes them
_LINE = 40  # characters


def are_of_sections(paragraphs: Sequence[Paragraph], level: int) -> bool:
    """Whether the headings of the highest ``level`` there is are no headlines: they count
    (一、…, 第一章 …), or are 标题 2 at most; and a larger line in the middle stands above all."""
    lines = [p for p in paragraphs if not is_contents(p.style)]
    headings = [p for p in lines if heading_level(p.style) == level]
    counted = len(headings) > 1 and all(_COUNTED.match(p.said) for p in headings[:2])
    if not (counted or level > 1):
        return False
    above = lines[: lines.index(headings[0])]
    return any(_outdoes(p, headings[0]) for p in above)


def _outdoes(p: Paragraph, heading: Paragraph) -> bool:
    larger = p.size >= heading.size + _LARGER
    return p.align == "center" and larger and not heading_level(p.style) and len(p.said) <= _LINE
