"""What the name of a style says of a paragraph."""

from __future__ import annotations

import re
from typing import Literal

Role = Literal[
    "",
    "kicker",
    "title",
    "subtitle",
    "byline",
    "dateline",
    "subhead",
    "caption",
    "signoff",
    "column",
    "abstract",
    "source",
]

OF_AN_ITEM = "简讯题"  # the style of a headline in a round-up
OF_AN_ANNEX = "附件题"  # of what is annexed to a notice
HEAD_OF_PART = "小标题"
MISUSED = "标题误用"  # of a heading within a text that is none
# 正文, Body Text and their like say nothing: everything is written in them
_ROLES: dict[Role, str] = {
    "kicker": "引题|引标|肩题|肩标|眉题",
    "title": "简讯题|主题|主标题|主标|大标题|标题|题目|新闻标题|title",
    "subtitle": "副题|副标题|副标|subtitle",
    "byline": "署名|作者|author|byline|记者",
    "dateline": "电头|dateline",
    "subhead": "小标题|插题|小题|附件题",
    "caption": "图说|图注|题注|图片说明|caption|imagecaption|picturecaption",
    "signoff": "落款|signature|closing",
    "column": "栏目",
    "abstract": "提要|摘要|abstract",
    "source": "稿源|来源",
}
_KNOWN: dict[str, Role] = {
    name: role for role, names in _ROLES.items() for name in names.split("|")
}
_CONTENTS = re.compile(r"(?:toc|目录|contents)(?:\d|heading|标题)?")
_HEADING = re.compile(r"(?:heading|标题)(\d)")


def role_of(style: str) -> Role:
    """A role, where the style's name is one of those that say it; "" for any other."""
    return _KNOWN.get(_bare(style), "")


def heading_level(style: str) -> int:
    """Of Word's own headings; 0 for any other style."""
    found = _HEADING.fullmatch(_bare(style))
    return int(found[1]) if found else 0


def is_contents(style: str) -> bool:
    """Whether it is one of a table of contents: toc 1, TOC Heading, 目录 2."""
    return bool(_CONTENTS.fullmatch(_bare(style)))


def _bare(style: str) -> str:
    return re.sub(r"[\s_\-·]", "", style).lower().removeprefix("banxin").removeprefix("版心")
