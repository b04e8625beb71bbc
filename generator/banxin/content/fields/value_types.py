"""The kinds of value an editor types, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from banxin.content.fields.nearest import closest
from banxin.content.fields.record import Kind, Record, Shape, Spot, record
from banxin.content.frontmatter import List, Map, Node, Pair, Text
from banxin.model import Headline

YEARS = range(1600, 3000)  # since there are newspapers; the lunar calendar ends in 9999
_NUMERIC = re.compile(r"(\d{4})([-./－．／])(\d{1,2})\2(\d{1,2})")
_YEARLY = re.compile(r"(?P<month>\d{1,2})[-月./](?P<day>\d{1,2})日?")
_YEAR = re.compile("[12][0-9]{3}")
_ONES = "一二三四五六七八九"
# full-width digits are decimal, too
_NUMBER = re.compile(
    rf"(?:总?第)?\s*(?:(?P<digits>\d{{1,9}})|(?P<han>[{_ONES}]?十[{_ONES}]?|[{_ONES}]))"
    r"\s*[版期条篇栏号次]?"
)
_CHINESE = re.compile(r"(\d{4})(年)(\d{1,2})月(\d{1,2})日")
_FLAGS = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}


def text_of(node: Node, spot: Spot) -> str | None:
    """One line of text; lines of a block scalar are joined by a space."""
    if not isinstance(node, Text):
        spot.error(node, "wants-text")
        return None
    value = node.value.strip()
    return " ".join(value.split("\n")) if "\n" in value else value


def lines_of(node: Node, spot: Spot) -> tuple[str, ...] | None:
    """One line, several lines of a block scalar, or a list of lines."""
    if isinstance(node, Text):
        return tuple(line.strip() for line in node.value.split("\n") if line.strip())
    if isinstance(node, Map):
        spot.error(node, "wants-lines")
        return None
    lines = (_line(item, spot) for item in node.items)
    return tuple(line for line in lines if line)


def _line(item: Node, spot: Spot) -> str:
    if isinstance(item, Text):
        return item.value.strip()
    spot.error(item, "wants-lines")
    return ""


def headline(text: str) -> Headline:
    """``text`` cut at its bars; spaces inside are what the editor wants printed."""
    return Headline(tuple(part for part in text.strip().split("|") if part))


def _names(node: Node, spot: Spot) -> tuple[str, ...] | None:
    """A list of names, or names in one line; in a list no name holds a comma either."""
    if isinstance(node, Text):
        return tuple(name for name in re.split(r"[\s、，,；;]+", node.value) if name)
    lines = lines_of(node, spot)
    return lines and tuple(
        name for line in lines for part in re.split("[、，,；;]", line) if (name := part.strip())
    )


def _headline(node: Node, spot: Spot) -> Headline | None:
    value = text_of(node, spot)
    return headline(value) if value else None


def _headlines(node: Node, spot: Spot) -> tuple[Headline, ...] | None:
    lines = lines_of(node, spot)
    return None if lines is None else tuple(headline(line) for line in lines)


def _number(node: Node, spot: Spot) -> int | None:
    number = number_of(node.value) if isinstance(node, Text) else None
    if number is None:
        spot.error(node, "wants-number")
    return number


def number_of(text: str) -> int | None:
    """3, 第3版, 总第3547期, 十二; None for anything else."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    if found["digits"]:
        return int(found["digits"])
    tens, ten, ones = found["han"].rpartition("十")
    number = _ONES.index(ones) + 1 if ones else 0
    return number + 10 * (_ONES.index(tens) + 1 if tens else len(ten))


def date_of(text: str) -> date | None:
    """2022-03-31, 2022.3.31, 2022/3/31 or 2022年3月31日; None for anything else, days that never
    were included."""
    found = _NUMERIC.fullmatch(text) or _CHINESE.fullmatch(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None


def _date(node: Node, spot: Spot) -> date | None:
    day = date_of(node.value.strip()) if isinstance(node, Text) else None
    if day is None:
        spot.error(node, "wants-date")
    return day


def _days(node: Node, spot: Spot) -> tuple[str, ...] | None:
    """Dates as 2020-04-04, and days of every year as 12-13; one, or a list of them."""
    items = node.items if isinstance(node, List) else (node,)
    found = [_day_of(item.value.strip()) if isinstance(item, Text) else "" for item in items]
    if "" in found:
        spot.error(items[found.index("")], "wants-days")
        return None
    return tuple(found)


def _day_of(text: str) -> str:
    day = date_of(text)
    if day:
        return day.isoformat()
    short = _YEARLY.fullmatch(text)
    leap = date_of(f"2000-{short['month']}-{short['day']}") if short else None
    return leap.isoformat()[5:] if leap else ""


def _year(node: Node, spot: Spot) -> int | None:
    text = node.value.strip() if isinstance(node, Text) else ""
    if not _YEAR.fullmatch(text):
        spot.error(node, "wants-year")
        return None
    return int(text)


def _flag(node: Node, spot: Spot) -> bool | None:
    found = _FLAGS.get(node.value.strip().lower()) if isinstance(node, Text) else None
    if found is None:
        spot.error(node, "wants-flag")
    return found


def choice(names: Mapping[str, str], words: Mapping[str, str] = MappingProxyType({})) -> Kind[str]:
    """One of the values of ``names``, typed as any of its keys (a value is a key of its own).

    ``words``: what isn't taken, and the key that it means; letters would lead to another.
    """
    known = {**{value: value for value in names.values()}, **names}
    listed = "、".join(
        "/".join(dict.fromkeys((value, *(n for n, v in names.items() if v == value))))
        for value in dict.fromkeys(names.values())
    )

    def read(node: Node, spot: Spot) -> str | None:
        found = known.get(node.value.strip()) if isinstance(node, Text) else None
        if found is None:
            typed = node.value.strip() if isinstance(node, Text) else ""
            meant = words.get(typed) or closest(typed, known)
            spot.error(node, "wants-choice", known=listed, meant=meant)
        return found

    return Kind(f"其中之一：{listed}", f"one of: {listed}", read)


def chosen(known: tuple[str, ...]) -> Kind[str]:
    """One of ``known``, as it is printed."""
    return choice({name: name for name in known})


def chosen_several(known: tuple[str, ...]) -> Kind[tuple[str, ...]]:
    """One of ``known``, or a list of them, each once."""
    one = chosen(known)

    def read(node: Node, spot: Spot) -> tuple[str, ...] | None:
        items = node.items if isinstance(node, List) else (node,)
        found = [one.read(item, spot) for item in items]
        return tuple(dict.fromkeys(name for name in found if name is not None))

    return Kind(f"{one.zh}，可以几个", f"{one.en}, or several", read)


def _pairs(node: Node, spot: Spot) -> tuple[tuple[Text, str], ...] | None:
    """A mapping with keys of the editor's own and one line of text each."""
    if not isinstance(node, Map):
        spot.error(node, "wants-pairs")
        return None
    pairs: list[tuple[Text, str]] = []
    for pair in node.pairs:
        value = text_of(pair.value, spot)
        if value is not None:
            pairs.append((pair.key, value))
    return tuple(pairs)


def one(known: Shape, *, short: str = "") -> Kind[Record]:
    """A mapping of the shape ``known``. A bare text is taken as its field ``short``."""

    def read(node: Node, spot: Spot) -> Record | None:
        return _record(node, spot, known, short)

    return Kind(f"一组字段（见 {known.name}）", f"fields (see {known.name})", read)


def several(known: Shape, *, short: str = "") -> Kind[tuple[Record, ...]]:
    """A list of mappings of the shape ``known``; a single one may stand without its list."""

    def read(node: Node, spot: Spot) -> tuple[Record, ...] | None:
        items = node.items if isinstance(node, List) else (node,)
        records = (_record(item, spot, known, short) for item in items)
        return tuple(r for r in records if r is not None)

    return Kind(f"列表，每项见 {known.name}", f"a list of {known.name}", read)


def _record(node: Node, spot: Spot, known: Shape, short: str) -> Record | None:
    if isinstance(node, Text) and short and node.value:
        node = Map((Pair(Text(short, node.line, node.column), node),), node.line, node.column)
    if isinstance(node, Text) and not node.value:
        node = Map((), node.line, node.column)
    if not isinstance(node, Map):
        spot.error(node, "wants-fields", known="、".join(f.key for f in known.fields))
        return None
    return record(spot.file, node, known, spot.problems)


TEXT = Kind("一行文字", "a line of text", text_of)
LINES = Kind("一行文字，或几行的列表", "a line of text, or a list of lines", lines_of)
HEADLINE = Kind("一行文字，| 处可以换行", "a line of text that may break at |", _headline)
HEADLINES = Kind("一行或几行标题", "one headline or a list of them", _headlines)
NUMBER = Kind("数字", "a number", _number)
DAYS = Kind("日期或 月-日，可以几个", "dates, or month-day of every year", _days)
DATE = Kind("日期", "a date", _date)
YEAR = Kind("四位数的年份", "a year of four digits", _year)
FLAG = Kind("是或否（true/false）", "yes or no (true/false)", _flag)
PAIRS = Kind("“名称: 文字”若干行", "lines of name: text", _pairs)
NAMES = Kind("姓名，可以几个", "names", _names)
