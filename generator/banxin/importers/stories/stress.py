"""Bold lines that head nothing: what a messenger's author calls out to readers, or stresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from banxin.importers.manuscript import Block, Paragraph
from banxin.importers.stories import patterns

_URGES = re.compile(
    "^(?:快来|赶紧|赶快|快快?(?:跟|随|戳|转|收藏)|让我们|一起来?(?:看|围观|期待|加油|感受))[^，。]{0,14}[！!吧~～]$"
    "|小编|^(?:一起)?(?:来)?为[^，。]{0,8}点个?赞[！!]?$|点个赞|请转发|转发起来|关注我们|不见不散|走起|约起来"
    "|(?:等|欢迎)[你您][^，。]{0,6}[！!~～]$|大家[^，。]{0,8}注意|[！!].*[！!]"
    "|[你您][^，。]{0,6}(?:心动|准备好|学会|记住|知道)了?吗"
)
_CALLS = re.compile("[！!~～]$")
_PAUSES = re.compile("[，、：！？!?~～…]")
_LINE = 30  # characters
_RUN = 3  # lines below each other


def urges(text: str) -> bool:
    """Whether a line speaks to readers as no 小标题 does: 快来看看吧！"""
    return len(text) <= _LINE and bool(_URGES.search(text))


def stresses(own: Sequence[Block], at: int) -> bool:
    """Whether a bold line is one of several below each other, or cries out where others that look
    the same do not."""
    line = own[at]
    if not isinstance(line, Paragraph) or not _is_like(line, line):
        return False
    run = [*islice(_beside(own, at, -1), _RUN), line, *islice(_beside(own, at, 1), _RUN)]
    if len(run) >= _RUN or (len(run) > 1 and any(_PAUSES.search(p.said) for p in run)):
        return True
    if not _CALLS.search(line.said):
        return False
    others = (p for p in own if isinstance(p, Paragraph) and p is not line and _is_like(p, line))
    return any(not _CALLS.search(p.said) for p in others)


def _beside(own: Sequence[Block], at: int, step: int) -> Iterator[Paragraph]:
    line, n = own[at], at + step
    while 0 <= n < len(own):
        block = own[n]
        if not isinstance(block, Paragraph) or not isinstance(line, Paragraph):
            return
        if not _is_like(block, line):
            return
        yield block
        n += step


def _is_like(p: Paragraph, line: Paragraph) -> bool:
    """Whether it is as short, bold, and without a number; what stands in the middle is set so."""
    short = 0 < len(p.said) <= _LINE and "。" not in p.said and p.said[-1] not in "：:"
    same = (p.size, p.align, p.style) == (line.size, line.align, line.style)
    return short and p.bold and same and p.align != "center" and not patterns.is_listed(p.said)
