"""What may stand in issue.md, and in a standing page such as about.md."""

from __future__ import annotations

import re

from banxin.content.fields.addresses import FILE
from banxin.content.fields.credits import STAFF
from banxin.content.fields.gone import GONE_OF_ISSUE
from banxin.content.fields.ignored import WARNINGS
from banxin.content.fields.record import Field, Kind, Record, Spot, shape
from banxin.content.fields.terms import KEY
from banxin.content.fields.trade_words import ISSUE_WORDS, PAGE_WORDS
from banxin.content.fields.value_types import FLAG, LINES, TEXT, number_of, several, text_of
from banxin.content.fields.value_types import NUMBER as NUMERAL
from banxin.content.frontmatter import Node, Text
from banxin.model.page_label import page_label


def _label(node: Node, spot: Spot) -> str | None:
    typed = node.value if isinstance(node, Text) else ""
    label = page_label(typed)
    if not label:
        spot.error(node, "wants-page-label")
    return label or None


PAGE_LABEL = Kind("版号，如 A1、6-7、中缝", "a page's label: A1, 6-7", _label)


class PageKeys:
    LABEL = Field(
        "label", ("版号", "版次"), PAGE_LABEL, "A1", "第A1版、网址", "what the page is called"
    )
    NAME = Field(
        "name", ("版名", "名称"), TEXT, "要闻", "版面导航、报眉", "page navigation, folio line"
    )
    LAYOUT = Field(
        "layout", ("版式",), KEY, "front", "决定这一版怎么排", "how the page is laid out"
    )
    IMAGE = Field("image", ("版面图", "图"), FILE, "page-01.png", "版面图", "the page as printed")
    PDF = Field("pdf", ("版面PDF",), FILE, "page-01.pdf", "下载本版", "to download")
    CREDITS = Field(
        "credits",
        ("编辑署名", "责编"),
        STAFF,
        "{责任编辑: 张三, 校对: 李四}",
        "版末",
        "at the foot of the page",
    )


ISSUE_PAGE = shape("page", PageKeys, PAGE_WORDS)
_PAGES = several(ISSUE_PAGE, short="name")
_COUNT = re.compile(r"共?(?:\d+|[一二两三四五六七八九十]+)[个块]?版?")


def _pages(node: Node, spot: Spot) -> tuple[Record, ...] | None:
    """A list of pages; how many there are isn't the name of one."""
    if isinstance(node, Text) and _COUNT.fullmatch(node.value.strip()):
        spot.error(node, "wants-fields", known="、".join(f.key for f in ISSUE_PAGE.fields))
        return None
    return _PAGES.read(node, spot)


PAGES = Kind(_PAGES.zh, _PAGES.en, _pages)


_SERIAL = re.compile(r"(.*?\d)\s*[-‐-―~～至、/－]\s*(\d{1,9})\s*期?")
_LONGEST_NAME = 12  # characters


def _serial(node: Node, spot: Spot) -> tuple[int, int] | None:
    """A number, and the second of a double one: 3547, 总第3547期, 12-13."""
    typed = node.value.strip() if isinstance(node, Text) else ""
    double = _SERIAL.fullmatch(typed)
    first = number_of(double[1] if double else typed)
    last = int(double[2]) if double else 0
    if first is None or (double and not first < last <= first + 9):
        spot.error(node, "wants-serial")
        return None
    return first, last


def _edition_name(node: Node, spot: Spot) -> str | None:
    name = text_of(node, spot)
    if name is not None and (not name or len(name) > _LONGEST_NAME or any(map(str.isdigit, name))):
        spot.error(node, "wants-edition-name")
        return None
    return name


SERIAL = Kind("期号，合刊写 12-13", "a number, or 12-13 of a double one", _serial)
EDITION_WORDS = Kind("几个字的名称", "a short name", _edition_name)


class IssueKeys:
    NUMBER = Field("number", ("期号", "总期号"), SERIAL, "3547", "报头：总第3547期", "masthead")
    YEAR_NUMBER = Field(
        "year_number", ("年期号", "本年期号"), SERIAL, "12", "报头：2026年第12期", "masthead"
    )
    NUMBER_RESTARTS = Field(
        "number_restarts",
        ("期号重起", "重新编号"),
        FLAG,
        "true",
        "总期号从这一期重新数起",
        "numbers begin anew with this issue",
    )
    EDITION = Field("edition", ("版次", "当日期次"), NUMERAL, "2", "一天里的第几期", "masthead")
    EDITION_NAME = Field(
        "edition_name",
        ("期名", "号外名", "版别"),
        EDITION_WORDS,
        "号外",
        "报头、日期之后：号外、增刊、特刊、周末版",
        "masthead, behind the date",
    )
    SLOGANS = Field("slogans", ("标语", "口号"), LINES, "[春耕正当时]", "报头", "masthead")
    WEATHER = Field("weather", ("天气",), TEXT, "晴 12～21℃", "报头", "masthead")
    NOTE = Field("note", ("说明",), TEXT, "本期为示例", "本期各页", "the issue's pages")
    MOURNING = Field(
        "mourning",
        ("哀悼", "哀悼日"),
        FLAG,
        "true",
        "本期各版用灰色",
        "the issue's pages are grey",
    )
    PAGES = Field(
        "pages",
        ("版面", "版"),
        PAGES,
        "[{name: 要闻, layout: front}]",
        "版面导航",
        "page navigation",
    )
    GONE = Field(
        "gone",
        ("已删", "不再提供"),
        GONE_OF_ISSUE,
        "{01/02: 重复刊登}",
        "原来的网址上，说明原因",
        "at the old address, with the reason",
    )
    IGNORE = Field(
        "ignore",
        ("忽略", "不提醒"),
        WARNINGS,
        "[number-gap]",
        "这一期不再有这些提醒",
        "not to be warned of in this issue",
    )


ISSUE = shape("issue.md", IssueKeys, ISSUE_WORDS)


class StandingKeys:
    TITLE = Field(
        "title", ("标题", "主题"), TEXT, "关于我们", "页名、页脚链接", "title, footer link"
    )
    ORDER = Field("order", ("顺序", "排序"), NUMERAL, "1", "页脚里的先后", "place in the footer")


STANDING = shape("about.md", StandingKeys)
