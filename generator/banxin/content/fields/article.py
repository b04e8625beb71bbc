"""What may stand in an article's front matter."""

from __future__ import annotations

from banxin.content.fields.addresses import REGION, SITE_PATHS
from banxin.content.fields.article_head import HeadKeys
from banxin.content.fields.article_parts import CORRECTION, JUMP, PHOTOS, SIGNOFF, SOURCE
from banxin.content.fields.ignored import WARNINGS
from banxin.content.fields.placing import NEXT_TO, PLACE
from banxin.content.fields.ranks import KIND, RANK
from banxin.content.fields.record import ArticleField, Field, shape
from banxin.content.fields.trade_words import ARTICLE_WORDS, STATUS_WORDS
from banxin.content.fields.value_types import (
    FLAG,
    LINES,
    NAMES,
    NUMBER,
    TEXT,
    choice,
    one,
    several,
)

STATUSES = {"草稿": "draft", "已发": "published", "撤稿": "withdrawn"}
STATUS = choice({**STATUSES, "已发布": "published", "已撤稿": "withdrawn"}, STATUS_WORDS)


class ArticleKeys(HeadKeys):
    RANK = ArticleField(
        "rank",
        ("稿级", "位置"),
        RANK,
        "lead",
        "版上的分量",
        "its weight on the page",
        kept_when_withdrawn=False,
    )
    KIND = ArticleField(
        "kind",
        ("稿种", "种类"),
        KIND,
        "poem",
        "怎么排、进不进列表和检索",
        "how it is set, and what lists it",
        kept_when_withdrawn=True,
    )
    PLACE = ArticleField(
        "place",
        ("版位", "摆在"),
        PLACE,
        "top-left",
        "版上的哪一角",
        "its corner of the page",
        kept_when_withdrawn=False,
    )
    WIDE = ArticleField(
        "wide",
        ("通栏", "横贯"),
        FLAG,
        "true",
        "横贯全版",
        "across the page",
        kept_when_withdrawn=False,
    )
    BELOW = ArticleField(
        "below",
        ("接在", "排在下面"),
        NEXT_TO,
        "01-02",
        "排在那一篇下面",
        "below that article",
        kept_when_withdrawn=False,
    )
    BESIDE = ArticleField(
        "beside",
        ("with", "并排", "同排"),
        NEXT_TO,
        "01-02",
        "和那一篇左右并排",
        "side by side with that article",
        kept_when_withdrawn=False,
    )
    COLUMNS = ArticleField(
        "columns",
        ("栏数", "分栏"),
        NUMBER,
        "3",
        "占几栏（建议）",
        "width in columns",
        kept_when_withdrawn=False,
    )
    VERTICAL = ArticleField(
        "vertical",
        ("直排标题", "竖题", "直题"),
        FLAG,
        "true",
        "标题直排",
        "vertical title",
        kept_when_withdrawn=False,
    )
    GENRE = ArticleField(
        "genre", ("体裁", "文体"), TEXT, "消息", "结构化数据", "metadata", kept_when_withdrawn=True
    )
    SOURCE = ArticleField(
        "source",
        ("稿源", "来源"),
        one(SOURCE, short="name"),
        "{name: 鄞州新闻网}",
        "文末",
        "end of the article",
        kept_when_withdrawn=False,
    )
    SIGNOFF = ArticleField(
        "signoff",
        ("落款",),
        one(SIGNOFF, short="by"),
        "{by: [防控办公室], date: 2022-03-29}",
        "公告文末",
        "end of a notice",
        kept_when_withdrawn=False,
    )
    PHOTOS = ArticleField(
        "photos",
        ("图片", "照片"),
        PHOTOS,
        "[{file: road-block.jpg, caption: 卡口现场}]",
        "正文之前",
        "before the text",
        kept_when_withdrawn=False,
    )
    REGION = ArticleField(
        "region",
        ("热区",),
        REGION,
        "[[2, 18], [64, 18], [64, 66]]",
        "版面图上的热区",
        "hot area of the page image",
        kept_when_withdrawn=False,
    )
    JUMP = ArticleField(
        "jump",
        ("下转",),
        one(JUMP, short="to"),
        "{to: 2022-04-01/03/05}",
        "文末",
        "at its end",
        kept_when_withdrawn=False,
    )
    PEOPLE = ArticleField(
        "people",
        ("人物",),
        NAMES,
        "[王慧杰]",
        "文末、人物的名录",
        "end of the article, lists of people",
        kept_when_withdrawn=False,
    )
    TOPICS = ArticleField(
        "topics",
        ("专题",),
        LINES,
        "[两会]",
        "文末、专题的页面",
        "end of the article, pages of topics",
        kept_when_withdrawn=False,
    )
    STATUS = ArticleField(
        "status",
        ("状态",),
        STATUS,
        "published",
        "草稿不发，撤稿留痕",
        "drafts stay out",
        kept_when_withdrawn=True,
    )
    TITLE_WITHDRAWN = ArticleField(
        "title_withdrawn",
        ("标题也撤", "撤标题"),
        FLAG,
        "true",
        "撤稿时标题也不再登",
        "of a withdrawn article, the title goes too",
        kept_when_withdrawn=True,
    )
    CORRECTIONS = ArticleField(
        "corrections",
        ("更正", "勘误"),
        several(CORRECTION),
        "[{date: 2022-04-02, note: 人名有误，已改正}]",
        "文末",
        "end of the article",
        kept_when_withdrawn=True,
    )
    ALIASES = ArticleField(
        "aliases",
        ("旧地址", "原地址"),
        SITE_PATHS,
        "[/html/2022-04/01/content_123.htm]",
        "旧地址转到本文",
        "old addresses lead here",
        kept_when_withdrawn=True,
    )
    NOTE = ArticleField(
        "note",
        ("编者注", "说明"),
        TEXT,
        "据扫描件录入",
        "文末",
        "its end",
        kept_when_withdrawn=True,
    )
    # what is said to the program isn't an attribute of the article
    IGNORE = Field(
        "ignore",
        ("忽略", "不提醒"),
        WARNINGS,
        "[event-after-issue]",
        "这篇稿不再有这些提醒",
        "not to be warned of here",
    )


ARTICLE = shape("article", ArticleKeys, ARTICLE_WORDS)
