"""A reader's letter: 编辑同志：, 此致, 敬礼, and who signs below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from banxin.importers.manuscript import Paragraph
from banxin.importers.stories import imprint, patterns
from banxin.importers.stories.days import day_of
from banxin.importers.stories.endings import Signature
from banxin.importers.stories.salutations import TO, TO_EDITORS

_TO_ANY = re.compile(r"[^，。；：]{2,24}\s*[:：]")
_WISHES = re.compile(r"(?:顺?祝|敬祝|顺颂|即颂|此颂|致以|谨致)[^，。]{0,12}[！!。]?")
_ENDS_SO = re.compile(r"[。！？]\s*此致\s*$")
_LAST = 8  # lines in which a letter may close
_SIGNED = 30  # characters of a line that signs


def is_letter(texts: Sequence[str]) -> bool:
    """To the editors, or to others where it closes as letters do."""
    if any(map(TO_EDITORS.match, texts[:2])):
        return True
    return _closing(texts) > 0 and any(TO.match(t) or _TO_ANY.fullmatch(t) for t in texts[:2])


def signature(paragraphs: Sequence[Paragraph]) -> Signature | None:
    """Who signs below 敬礼, and when."""
    texts = [p.said for p in paragraphs]
    start = _closing(texts)
    below = [one for one in texts[start:] if not imprint.contact_of(one)]
    if not start or not below or any(len(one) > _SIGNED or "。" in one for one in below):
        return None
    by = tuple(one for one in below if not day_of(one))
    days = [day for one in below if (day := day_of(one))]
    return Signature(start, len(texts), by, days[-1] if days else "") if by else None


def _closing(texts: Sequence[str]) -> int:
    """How many lines there are up to the last of 此致, 敬礼 or a wish; 0 where there is none."""
    last = list(enumerate(texts))[-_LAST:]
    at = [n for n, one in last if patterns.is_formula(one) or _ENDS_SO.search(one)]
    if not at:
        return 0
    end = at[-1] + 1
    return end + (end < len(texts) and bool(_WISHES.fullmatch(texts[end])))
