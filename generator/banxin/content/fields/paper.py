"""What may stand in paper.yml."""

from __future__ import annotations

import re
import zoneinfo

from banxin.content.fields.addresses import BASE_URL, FILE, URL, is_key
from banxin.content.fields.credits import SPONSORS
from banxin.content.fields.deploy import TARGETS
from banxin.content.fields.extra import EXTRAS
from banxin.content.fields.gone import GONE_OF_PAPER
from banxin.content.fields.ignored import WARNINGS
from banxin.content.fields.pictures import PICTURES
from banxin.content.fields.record import Field, Kind, Spot, shape
from banxin.content.fields.terms import TERMS
from banxin.content.fields.value_types import (
    DAYS,
    LINES,
    PAIRS,
    TEXT,
    YEAR,
    choice,
    chosen_several,
    one,
    text_of,
)
from banxin.content.frontmatter import Node

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _timezone(node: Node, spot: Spot) -> str | None:
    name = text_of(node, spot)
    if not name:
        return name
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        spot.error(node, "wants-timezone")
        return None
    return name


def _language(node: Node, spot: Spot) -> str | None:
    tag = text_of(node, spot)
    if tag and not _LANGUAGE.fullmatch(tag):
        spot.error(node, "wants-language")
        return None
    return tag


def _theme(node: Node, spot: Spot) -> str | None:
    name = text_of(node, spot)
    if name and not is_key(name):  # it names a folder
        spot.error(node, "wants-theme")
        return None
    return name


def _parameters(node: Node, spot: Spot) -> tuple[tuple[str, str], ...] | None:
    pairs = PAIRS.read(node, spot)
    return None if pairs is None else tuple((key.value, value) for key, value in pairs)


TIMEZONE = Kind("时区名", "the name of a time zone", _timezone)
LANGUAGE = Kind("语言标签", "a language tag", _language)
THEME = Kind("主题文件夹的名字", "the name of a theme's folder", _theme)
ADDRESS = BASE_URL  # by a name that no field has
LINE_BREAKS = choice({"分段": "paragraph", "连写": "join"})
FEEDS = chosen_several(("front", "sections", "columns", "bylines", "json", "none"))
LISTS = chosen_several(("bylines", "people", "topics", "today", "numbers", "news", "none"))
HOSTS = chosen_several(("netlify", "cloudflare", "nginx", "caddy"))
PARAMETERS = Kind("“参数: 值”若干行", "lines of parameter: value", _parameters)


class PaperKeys:
    NAME = Field("name", ("报名", "名称"), TEXT, "今日衢江", "报头、页名", "masthead, page titles")
    LATIN_NAME = Field(
        "latin_name", ("外文名", "拼音"), TEXT, "JIN RI QU JIANG", "报头", "masthead"
    )
    NAMEPLATE = Field("nameplate", ("报名图", "题字"), FILE, "nameplate.png", "报头", "masthead")
    SLOGANS = Field("slogans", ("标语", "口号"), LINES, "[富强, 民主]", "报头", "masthead")
    SPONSORS = Field(
        "sponsors",
        ("主办单位", "单位"),
        SPONSORS,
        "[{role: 主办, name: 中共衢州市衢江区委}]",
        "报头、页脚",
        "masthead, footer",
    )
    PLACE = Field("place", ("地点", "所在地"), TEXT, "衢州市衢江区", "报头、结构化数据", "masthead")
    TIMEZONE = Field(
        "timezone", ("时区",), TIMEZONE, "Asia/Shanghai", "订阅源的时间", "times in feeds"
    )
    LANGUAGE = Field(
        "language", ("语言",), LANGUAGE, "zh-CN", "网页的语言标记", "the pages' language"
    )
    BASE_URL = Field(
        "base_url",
        ("网址", "站点地址"),
        BASE_URL,
        "https://paper.example.org/",
        "规范链接、订阅源、站点地图",
        "canonical links, feeds, sitemaps",
    )
    MEDIA_BASE = Field(
        "media_base",
        ("图片地址",),
        ADDRESS,
        "https://img.example.org/paper/",
        "图片、附件、PDF 的地址",
        "addresses of pictures, attachments, PDFs",
    )
    EXCERPTS_UNTIL = Field(
        "excerpts_until",
        ("摘登到",),
        YEAR,
        "2014",
        "这一年和更早的版面只登每篇的开头",
        "pages of that year and earlier show openings",
    )
    PICTURES = Field(
        "pictures",
        ("图片设置",),
        one(PICTURES),
        "{quality: 75}",
        "图片的大小",
        "how large pictures are",
    )
    LINE_BREAKS = Field(
        "line_breaks",
        ("换行", "正文换行"),
        LINE_BREAKS,
        "paragraph",
        "正文里一行是不是一段",
        "whether a line of a body is a paragraph",
    )
    THEME = Field("theme", ("网站主题", "模板"), THEME, "broadsheet", "全站样式", "the whole site")
    PARAMETERS = Field(
        "parameters",
        ("主题参数", "参数"),
        PARAMETERS,
        "{accent: '#b3261e'}",
        "由主题决定",
        "as the theme says",
    )
    SECTIONS = Field(
        "sections", ("版块", "版块表"), TERMS, "{yaowen: 要闻}", "版块列表及其地址", "section lists"
    )
    COLUMNS = Field(
        "columns",
        ("栏目", "栏目表"),
        TERMS,
        "{zhengxie: 衢江政协}",
        "栏目列表及其地址",
        "column lists",
    )
    TOPICS = Field(
        "topics",
        ("专题", "专题表"),
        TERMS,
        "{lianghui: {name: 两会, about: 区两会的全部报道}}",
        "专题的页面及其地址",
        "pages of topics",
    )
    EXTRA = Field(
        "extra",
        ("自定字段",),
        EXTRAS,
        "{fangtan: {name: 访谈对象, type: text}}",
        "稿件可以多写的字段，文末",
        "fields of this paper's articles",
    )
    FEEDS = Field(
        "feeds",
        ("订阅源", "订阅"),
        FEEDS,
        "[front, sections, columns, json]",
        "另出哪些订阅源：头版、各版块、各栏目、各署名、JSON；none 只出全部稿件的一个",
        "more feeds: of page 1, sections, columns, bylines, as JSON; none: of everything only",
    )
    LISTS = Field(
        "lists",
        ("名录",),
        LISTS,
        "[bylines, people, topics, today, numbers, news]",
        "另出哪些名录：署名、人物、专题、本报今日、按期号、新闻站点地图；none 都不出",
        "more lists: bylines, people, topics, this day in earlier years, issues by number, a news"
        " sitemap; none: none of them",
    )
    HUB = Field(
        "hub",
        ("推送服务",),
        URL,
        "https://hub.example.org/",
        "订阅源里的 WebSub 推送服务",
        "the WebSub hub that feeds name",
    )
    MOURNING = Field(
        "mourning",
        ("哀悼日", "哀悼"),
        DAYS,
        "[12-13, 2020-04-04]",
        "这些日子的报纸用灰色；月-日是每年",
        "issues of these days are grey; month-day is every year",
    )
    REDIRECTS = Field(
        "redirects",
        ("旧地址清单", "转址"),
        HOSTS,
        "[netlify, nginx]",
        "给主机看的旧地址清单：netlify、cloudflare、nginx、caddy",
        "lists of old addresses for hosts: netlify, cloudflare, nginx, caddy",
    )
    GONE = Field(
        "gone",
        ("已删", "不再提供"),
        GONE_OF_PAPER,
        "{/2022-04-01/: 试刊，未正式出版}",
        "原来的网址上，说明原因；一期的网址管这一期全部",
        "at the old address; an issue's stands for all of it",
    )
    DEPLOY = Field(
        "deploy",
        ("上传到",),
        TARGETS,
        '{oss: {to: "oss:bucket/paper"}}',
        "banxin deploy 传到哪里",
        "where banxin deploy brings the site",
    )
    LICENCE = Field(
        "licence_number", ("刊号", "准印证号"), TEXT, "CN 33-0000", "报头、页脚", "masthead, footer"
    )
    POSTAL_CODE = Field(
        "postal_code", ("邮发代号", "邮编"), TEXT, "31-00", "报头、页脚", "masthead, footer"
    )
    PHONE = Field("phone", ("电话", "热线"), TEXT, "0570-1234567", "页脚", "footer")
    ICP = Field("icp", ("备案号", "ICP备案"), TEXT, "浙ICP备00000000号", "页脚", "footer")
    POLICE = Field(
        "police", ("公网安备", "公安备案"), TEXT, "浙公网安备00000000000000号", "页脚", "footer"
    )
    COPYRIGHT = Field("copyright", ("版权", "版权声明"), TEXT, "© 今日衢江", "页脚", "footer")
    IGNORE = Field(
        "ignore",
        ("忽略", "不提醒"),
        WARNINGS,
        "[base-url-missing]",
        "整份报纸不再有这些提醒",
        "not to be warned of at all",
    )


PAPER = shape("paper.yml", PaperKeys)
