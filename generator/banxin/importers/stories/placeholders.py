"""图片：XXX, 审核：XX: what an author left to be filled in, and nobody's name.

Letters alone: ××× and 某某 mask those who aren't to be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from banxin.importers.manuscript import Block, Doubt, Paragraph, doubt
from banxin.importers.stories.entries import OTHERS, STAFF, TOOK, WROTE
from banxin.importers.stories.story import Story, StoryPicture

_BLANK = r"(?<![A-Za-z0-9])[XxＸｘ]{2,}(?![A-Za-z0-9])"
_HOLDS = re.compile(_BLANK)
_SOURCE = "(?:稿件|文章|信息|新闻|内容|本文)?(?:来源|稿源|出处)|(?:供稿|报送)单位"
_REPORTS = "[\u4e00-\u9fff]{0,4}(?:记者|通讯员|编辑)"
_LABEL = rf"(?:{_SOURCE}|{_REPORTS}|{WROTE}|{TOOK}|{OTHERS}|{STAFF})"
_MARK = r"[\s:：|丨｜/／]*"
_IS_LABEL = re.compile(_LABEL + _MARK)
_LINE = re.compile(rf"[（(【\[]?(?:{_LABEL}{_MARK}(?:{_BLANK}[\s、，,；;|丨｜/／]*)+)+[）)】\]]?")
_CREDIT = re.compile(
    rf"\s*[（(]?(?:{_REPORTS}\s*)?{_BLANK}\s*[/／]?\s*(?:摄影?|拍摄|供图|图)[）)]?\s*$"
)
_BETWEEN = re.compile(r"[\s、]+")


def is_blank(text: str) -> bool:
    """Whether a line is labels and what is to be filled in, and nothing else."""
    return _LINE.fullmatch(text.strip()) is not None


def blanks(own: Sequence[Block]) -> dict[int, Doubt]:
    """Those lines of a story, by their places, and what is told of each."""
    lines = ((n, b.said) for n, b in enumerate(own) if isinstance(b, Paragraph))
    return {n: _doubt(said) for n, said in lines if is_blank(said)}


def without_blanks(story: Story) -> Story:
    """The same, nobody in its fields who is only to be filled in; that is told."""
    byline, credited = _filled(story.byline), _filled(story.credited)
    pictures = tuple(_picture(one) for one in story.pictures)
    doubts = [other for one in story.doubts for other in _parted(one)]
    if byline != story.byline:
        doubts.append(_doubt(story.byline, "byline"))
    if credited != story.credited:
        doubts.append(_doubt(story.credited, "source"))
    for before, after in zip(story.pictures, pictures, strict=True):
        pairs = ((before.caption, after.caption), (before.credit, after.credit))
        doubts += [_doubt(old, "photos") for old, new in pairs if old != new]
    return replace(story, byline=byline, credited=credited, pictures=pictures, doubts=tuple(doubts))


def _doubt(text: str, field: str = "") -> Doubt:
    return doubt("placeholder", field, text=text)


def _picture(one: StoryPicture) -> StoryPicture:
    caption = "" if is_blank(one.caption) else _CREDIT.sub("", one.caption)
    return replace(one, caption=caption, credit=_filled(one.credit))


def _filled(text: str) -> str:
    """记者 沈微 of 记者 沈微 通讯员 XXX."""
    if not _HOLDS.search(text):
        return text
    words = _BETWEEN.split(text)
    kept: list[str] = []
    for n, word in enumerate(words):
        if not _HOLDS.search(word):
            kept.append(word)
        elif kept and _IS_LABEL.fullmatch(kept[-1]) and not _names(words[n + 1 : n + 2]):
            kept.pop()
    return " ".join(kept)


def _names(words: Sequence[str]) -> bool:
    return any(not _HOLDS.search(word) and not _IS_LABEL.fullmatch(word) for word in words)


def _parted(one: Doubt) -> Iterator[Doubt]:
    """What is told of lines that were set aside: those to be filled in ask for it."""
    text = dict(one.gaps).get("text", "")
    if one.key not in ("staff", "aside") or not _HOLDS.search(text):
        yield one
        return
    lines = text.split("；")
    if filled := [line for line in lines if not _HOLDS.search(line)]:
        yield doubt(one.key, one.field, text="；".join(filled))
    yield from (_doubt(line) for line in lines if _HOLDS.search(line))
