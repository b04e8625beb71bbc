"""What may stand in an article's front matter."""

from __future__ import annotations

from banxin.content.fields.addresses import REGION, SITE_PATHS
from banxin.content.fields.article_parts import CORRECTION, JUMP, PHOTOS, SIGNOFF, SOURCE
from banxin.content.fields.credits import CREDITS
from banxin.content.fields.ignored import WARNINGS
from banxin.content.fields.pages import PAGE
from banxin.content.fields.ranks import KIND, RANK
from banxin.content.fields.record import ArticleField, Field, shape
from banxin.content.fields.trade_words import ARTICLE_WORDS, STATUS_WORDS
from banxin.content.fields.value_types import (
    DATE,
    FLAG,
    HEADLINE,
    HEADLINES,
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


class ArticleKeys:
    TITLE = ArticleField(
        "title",
        ("主题", "标题"),
        HEADLINE,
        "区十六届人大|第一次会议召开",
        "标题",
        "headline",
        kept_when_withdrawn=True,
    )
    KICKER = ArticleField(
        "kicker",
        ("引题", "肩题"),
        HEADLINES,
        "从严从紧",
        "标题之上",
        "above the title",
        kept_when_withdrawn=False,
    )
    SUBTITLE = ArticleField(
        "subtitle",
        ("副题", "副标题"),
        HEADLINES,
        "[一, 二]",
        "标题之下",
        "below the title",
        kept_when_withdrawn=False,
    )
    PAGE = ArticleField(
        "page",
        ("版次", "版"),
        PAGE,
        "1",
        "排在第几版",
        "the page it stands on",
        kept_when_withdrawn=True,
    )
    ORDER = ArticleField(
        "order",
        ("顺序", "稿次"),
        NUMBER,
        "2",
        "版上的先后",
        "its place on the page",
        kept_when_withdrawn=True,
    )
    SECTION = ArticleField(
        "section",
        ("版块", "栏区"),
        TEXT,
        "要闻",
        "版块列表",
        "section lists",
        kept_when_withdrawn=True,
    )
    COLUMN = ArticleField(
        "column",
        ("栏目",),
        TEXT,
        "衢江政协",
        "标题上方、栏目列表",
        "column lists",
        kept_when_withdrawn=False,
    )
    BYLINE = ArticleField(
        "byline",
        ("署名", "作者"),
        CREDITS,
        "记者 洪纲 邵秀清",
        "标题之下",
        "below the title",
        kept_when_withdrawn=True,
    )
    DATELINE = ArticleField(
        "dateline",
        ("电头",),
        TEXT,
        "本报讯",
        "正文开头",
        "before the first words",
        kept_when_withdrawn=False,
    )
    EVENT_DATE = ArticleField(
        "event_date",
        ("事件日期", "新闻日期"),
        DATE,
        "2022-03-31",
        "文末、结构化数据",
        "metadata",
        kept_when_withdrawn=False,
    )
    ABSTRACT = ArticleField(
        "abstract",
        ("提要", "摘要"),
        TEXT,
        "三句话的提要",
        "正文之前",
        "before the text",
        kept_when_withdrawn=False,
    )
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
