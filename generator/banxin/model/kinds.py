"""The kinds of article that a paper prints beside news, and all that a kind changes.

A row says it once; whoever makes lists, feeds, indexes, pages or descriptions reads the row, and
themes get ``key`` as a class. A new kind is a row here and what the themes' kinds.css says of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

BodyLines = Literal["as the paper", "paragraphs", "verse"]


class ArticleKind(msgspec.Struct, frozen=True):
    """One kind. ``key``: what is typed in English, kept in the model and a class in pages.

    ``label``: printed above the title, for what must not be taken for news. ``listed``: whether
    lists of titles, home page and sitemap name it. ``searched``: whether a search finds it without
    being asked for it. ``represents``: whether it may be what a page opens with or is
    described by. ``enlarged``: whether the layout may make more of it than the editor did.
    ``rank``: its weight where none is typed. ``schema``: its type at schema.org.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    label: str = ""
    fed: bool = True
    listed: bool = True
    searched: bool = True
    represents: bool = True
    enlarged: bool = True
    rank: str = "normal"
    lines: BodyLines = "as the paper"
    schema: str = "NewsArticle"


NEWS = ArticleKind("", "新闻")
KINDS: tuple[ArticleKind, ...] = (
    ArticleKind(
        *("obituary", "讣告", ("讣闻",)),
        represents=False,
        enlarged=False,
        rank="box",
    ),
    ArticleKind(
        *("advertisement", "广告", ("分类广告", "推广")),
        label="广告",
        fed=False,
        listed=False,
        searched=False,
        represents=False,
        enlarged=False,
        rank="box",
        schema="AdvertiserContentArticle",
    ),
    ArticleKind("poem", "诗", ("诗歌", "诗词"), lines="verse", schema="CreativeWork"),
    ArticleKind(
        *("letter", "来信", ("读者来信", "书信", "公开信")),
        lines="paragraphs",
        schema="OpinionNewsArticle",
    ),
    ArticleKind("names", "名单", ("公示名单",), enlarged=False, lines="paragraphs"),
    ArticleKind("qa", "问答", ("访谈", "答问"), lines="paragraphs"),
    ArticleKind(
        *("correction", "更正启事", ("更正", "更正与致歉")),
        represents=False,
        enlarged=False,
        rank="notice",
    ),
    ArticleKind("chart", "图表", ("图解", "数据图表")),
    ArticleKind(
        *("statement", "本报声明", ("声明",)),
        represents=False,
        enlarged=False,
        rank="notice",
    ),
    ArticleKind("notice", "公告", ("通告", "启事"), rank="notice"),
)
_BY_KEY: Mapping[str, ArticleKind] = {kind.key: kind for kind in (NEWS, *KINDS)}
# Every word for a kind, and its key
KIND_WORDS: Mapping[str, str] = {
    word: kind.key for kind in KINDS for word in (kind.name, *kind.aliases)
}


def kind_of(key: str) -> ArticleKind:
    """The row of a key; "" and what no row has are news."""
    return _BY_KEY.get(key, NEWS)
