"""What may stand within a field of an article: a photograph's, a source's, a sign-off's keys …"""

from __future__ import annotations

import re

from banxin.content.fields.addresses import FILE, TARGET, URL
from banxin.content.fields.credits import CREDITS
from banxin.content.fields.record import Field, Kind, Record, Spot, shape
from banxin.content.fields.trade_words import PHOTO_WORDS, SIGNOFF_WORDS, SOURCE_WORDS
from banxin.content.fields.value_types import DATE, LINES, TEXT, several
from banxin.content.frontmatter import List, Node, Text


class PhotoKeys:
    FILE = Field("file", ("文件",), FILE, "road-block.jpg", "图片", "the picture")
    ALT = Field("alt", ("替代文字", "描述"), TEXT, "民警查验货车", "读屏软件", "screen readers")
    CAPTION = Field("caption", ("图说", "图片说明", "说明"), TEXT, "卡口现场", "图下", "below it")
    CREDIT = Field(
        "credit",
        ("作者", "摄影", "署名"),
        CREDITS,
        "林楠 徐家和/摄",
        "图说之后",
        "after the caption",
    )


class SourceKeys:
    NAME = Field("name", ("名称",), TEXT, "鄞州新闻网", "文末稿源", "end of the article")
    URL = Field("url", ("网址", "链接"), URL, "https://example.org/1", "稿源的链接", "its link")


class SignOffKeys:
    BY = Field("by", ("单位", "署名"), LINES, "[防控办公室]", "文末落款", "end of the article")
    DATE = Field("date", ("日期",), DATE, "2022-03-29", "落款日期", "below the signatories")


class JumpKeys:
    TO = Field("to", ("转到", "至"), TARGET, "2022-04-01/03/05", "文末“下转”", "end of the article")


class CorrectionKeys:
    DATE = Field("date", ("日期",), DATE, "2022-04-02", "更正日期", "date of the correction")
    NOTE = Field(
        "note", ("说明", "内容"), TEXT, "人名有误，已改正", "文末更正", "end of the article"
    )


PHOTO = shape("photo", PhotoKeys, PHOTO_WORDS)
_PHOTOS = several(PHOTO, short="file")
_BETWEEN = re.compile(r"[^\s、，,；;]+")
_PICTURE = re.compile(r".+\.(?:jpe?g|png|webp|gif|avif|svg|bmp|tiff?|heic)", re.IGNORECASE)


def _photos(node: Node, spot: Spot) -> tuple[Record, ...] | None:
    """A list of photos, or of their files' names, or these names in one line."""
    items = node.items if isinstance(node, List) else (node,)
    every = tuple(one for item in items for one in _files(item))
    return _PHOTOS.read(List(every, node.line, node.column), spot)


def _files(item: Node) -> tuple[Node, ...]:
    """The names in one line, a.jpg、b.png; a line of which not every part ends as a picture's
    name does is one name, spaces and all."""
    if not isinstance(item, Text):
        return (item,)
    found = tuple(_BETWEEN.finditer(item.value))
    if len(found) < 2 or not all(_PICTURE.fullmatch(one[0]) for one in found):
        return (item,)
    return tuple(Text(one[0], item.line, item.column + one.start()) for one in found)


PHOTOS = Kind(_PHOTOS.zh, _PHOTOS.en, _photos)
SOURCE = shape("source", SourceKeys, SOURCE_WORDS)
SIGNOFF = shape("signoff", SignOffKeys, SIGNOFF_WORDS)
JUMP = shape("jump", JumpKeys)
CORRECTION = shape("correction", CorrectionKeys)
