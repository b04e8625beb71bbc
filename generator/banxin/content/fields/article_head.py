"""What front matter says of an article's head: titles, page and place in it, who wrote it, when."""

from __future__ import annotations

from banxin.content.fields.credits import CREDITS
from banxin.content.fields.pages import PAGE
from banxin.content.fields.record import ArticleField
from banxin.content.fields.value_types import DATE, HEADLINE, HEADLINES, NUMBER, TEXT


class HeadKeys:
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
