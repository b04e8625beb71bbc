"""A line below a headline that says from where a story is, by whom, and when it was put up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Paragraph, Span
from banxin.importers.stories import patterns
from banxin.importers.stories.citations import is_shortened
from banxin.importers.stories.looks import LONGEST_LINE
from banxin.importers.stories.site_lines import CLOCKED, TIME
from banxin.importers.stories.spans import BETWEEN, piece

# 来源：…　作者：…　时间：…: as sites print it below a headline
_WRITERS = "作者|记者|通讯员|撰稿人?|摄影|文字|图片|图文|撰文|采写"
_SOURCES = "(?:稿件|文章|信息|新闻|内容|本文)?(?:来源|稿源|出处)"
_WHEN = "(?:发布|发稿|更新|发表|添加|录入|信息)?(?:时间|日期)|发[布表]于"
_READ = "(?:浏览|阅读|点击|访问|评论)(?:次数|量|数|率)?|人气|热度"
_STAFF = "(?:责任|文字|值班|网络)?编辑|责编|编审|[初复终一二三]?审|审[核校]|校对|录入(?:者|人)?"
_SITES = rf"{_WHEN}|{_READ}|{_STAFF}|发布(?:机构|单位|者|人)|字[号体](?:大小)?|分享[到至]?|索引号"
_LABELS = f"{_SOURCES}|{_WRITERS}|{_SITES}"
_BRACKETS = "【】[]"
_PRESS = "(?:我要)?(?:打印|关闭|收藏|分享|纠错|复制链接)"
_PARTS = re.compile(
    rf"(?:^|(?<=[\s\u3000|丨；;】\]]))(?=[【\[]?(?:(?:{_LABELS})\s*[:：]"
    rf"|(?:{_PRESS})(?:本页|本文|窗口)?[】\]]?(?:[\s|丨【\[]|$)|[【\[]?字[号体]\s"
    rf"|(?:{_READ})\s+\d|[（(]?(?:本[报刊]|略)?有(?:删[节改减]|改动)[)）]?\s*$))"
)
_LABEL = re.compile(rf"(?:{_LABELS})\s*[:：]")
_REPRINTED = re.compile(
    r"(?:以下|本)文章?来源于\s*(?P<from>[^，,]{2,20}?)\s*[，,]\s*作者\s*(?P<by>\S{2,12})"
)
_FEWEST = 3  # labels
_LONGEST = 240  # characters
_WRITES = re.compile(rf"(?:{_WRITERS})\s*[:：]")
_OFFICES_OWN = re.compile(
    rf"[【\[]?(?:(?:{_SITES})\s*[:：]|(?:{_PRESS})|字[号体]\s|(?:{_READ})\s+\d)"
)
_EMPTY = re.compile(rf"(?:{_LABELS})\s*[:：]\s*")
_DATES = re.compile(rf"(?:(?:{_WHEN})\s*[:：]\s*)?{TIME}|(?:{_READ})\s*[:：].*\d.*")


def particulars(block: Block) -> list[Paragraph]:
    """The parts of a line that says from where, by whom and when; nothing where it is none."""
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return []
    text = block.text
    if found := _REPRINTED.fullmatch(text.strip()):
        said = (f"来源：{found['from']}", f"作者：{found['by']}")
        return [replace(block, spans=(Span(one),)) for one in said]
    spaced = {*(found.start() for found in _PARTS.finditer(text)), *_clocks(text)}
    return _parts(block, sorted(spaced)) or _parts(block, _glued(text))


def _glued(text: str) -> list[int]:
    """Where labels stand in a line that has nothing between its parts, as a page's source had."""
    starts = [found.start() for found in _LABEL.finditer(text)]
    return starts if len(starts) >= _FEWEST else []


def _parts(block: Paragraph, starts: list[int]) -> list[Paragraph]:
    text = block.text
    if starts and (before := text[: starts[0]].strip(BETWEEN)):
        if not (_DATES.fullmatch(before) or (_is_clocked(text) and patterns.is_medium(before))):
            return []
        starts = [0, *starts]
    parts = _pieces(block, starts)
    said = any(_WRITES.match(p.said) or patterns.source_of(p.said) for p in parts)
    dated = any(_DATES.fullmatch(p.said) for p in parts)
    named = _is_clocked(text)
    if len(parts) > 1 and (said or dated) and all(_is_particular(p, named=named) for p in parts):
        return parts
    return []


def _clocks(text: str) -> Iterator[int]:
    """Where it says at what time a story was put up, without a label before it."""
    for found in re.finditer(rf"(?:^|(?<=[\s\u3000|丨])){CLOCKED}(?=[\s\u3000|丨]|$)", text):
        if text[: found.start()].rstrip()[-1:] not in (":", "："):
            yield found.start()
            rest = text[found.end() :]
            if rest.strip():
                yield found.end() + len(rest) - len(rest.lstrip(BETWEEN))


def _is_clocked(text: str) -> bool:
    return next(_clocks(text), None) is not None


def _pieces(block: Paragraph, starts: Sequence[int]) -> list[Paragraph]:
    ends = [*starts, None][1:]
    return [
        piece(block, a, b, BETWEEN + (_BRACKETS if block.text[a] in _BRACKETS else ""))
        for a, b in zip(starts, ends, strict=True)
    ]


def is_offices_own(text: str) -> bool:
    """Whether a part of a line is nobody's text: when it was put up, how often it was read."""
    return bool(_OFFICES_OWN.match(text) or _EMPTY.fullmatch(text))


def is_time(text: str) -> bool:
    return re.fullmatch(TIME, text) is not None


def _is_particular(p: Paragraph, *, named: bool) -> bool:
    """Whether a part of a line says whose, from where or when, and nothing more. ``named``: a
    medium may stand there without a label."""
    said = p.said
    if len(said) > LONGEST_LINE or any(sign in said for sign in "。，；？！"):
        return False
    if _WRITES.match(said):
        return patterns.is_byline(said) or len(said) <= 24
    if named and patterns.is_medium(said):
        return True
    own = is_offices_own(said) or is_time(said) or is_shortened(said)
    return own or bool(patterns.source_of(said))
