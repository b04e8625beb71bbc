"""Fields of one paper's own: how paper.yml describes them, and what articles may then say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from banxin.content.fields.addresses import is_key
from banxin.content.fields.article import ARTICLE
from banxin.content.fields.record import Field, Kind, Record, Shape, Spot, record, shape
from banxin.content.fields.value_types import DATE, LINES, NUMBER, TEXT, choice, chosen
from banxin.content.frontmatter import Map, Node, Pair, Text
from banxin.model import ExtraField, ExtraType


def _date_text(node: Node, spot: Spot) -> str | None:
    day = DATE.read(node, spot)
    return day.isoformat() if day else None


TYPES: Mapping[str, ExtraType] = {
    "文字": "text",
    "数字": "number",
    "日期": "date",
    "选项": "choice",
    "列表": "list",
}
DATE_TEXT = Kind(DATE.zh, DATE.en, _date_text)
KINDS: Mapping[ExtraType, Kind[object]] = {
    "text": TEXT,
    "number": NUMBER,
    "date": DATE_TEXT,
    "list": LINES,
}
EXAMPLES: Mapping[ExtraType, str] = {
    "text": "张三",
    "number": "3",
    "date": "2022-03-31",
    "list": "[一, 二]",
}


class ExtraKeys:
    NAME = Field("name", ("名称",), TEXT, "访谈对象", "文末，值之前", "before the value")
    TYPE = Field("type", ("类型",), choice(TYPES), "choice", "查对稿件里的值", "to check values")
    CHOICES = Field(
        "choices", ("选项",), LINES, "[省级, 市级]", "类型是选项时可以填的值", "what may be chosen"
    )
    ALIASES = Field(
        "aliases", ("别名",), LINES, "[受访人]", "稿件里的其他写法", "other names in articles"
    )


EXTRA = shape("extra", ExtraKeys)


def article_shape(own: tuple[ExtraField, ...]) -> Shape:
    """What an article may say in a paper that has these fields of its own."""
    if not own:
        return ARTICLE
    return Shape(ARTICLE.name, (*ARTICLE.fields, *map(field_of, own)), ARTICLE.words)


def field_of(own: ExtraField) -> Field[object]:
    known = own.choices
    kind = chosen(known) if own.type == "choice" else KINDS[own.type]
    example = known[0] if own.type == "choice" else EXAMPLES[own.type]
    return Field(own.key, _names(own)[1:], kind, example, "文末", "end of the article")


def _names(own: ExtraField) -> tuple[str, ...]:
    """All that an editor may type: the key first, then what readers see, then other names."""
    return tuple(dict.fromkeys((own.key, own.name, *own.aliases)))


def _extra(node: Node, spot: Spot) -> tuple[ExtraField, ...] | None:
    """key: its description, no name twice, nor one that every paper's articles have."""
    if not isinstance(node, Map):
        spot.error(node, "wants-extra")
        return None
    taken = {name: row.key for name, row in ARTICLE.names.items()}
    found = []
    for pair in node.pairs:
        own = _described(pair, spot)
        clash = next((name for name in _names(own) if name in taken), "") if own else ""
        if own and clash:
            spot.error(pair.key, "extra-taken", name=clash, other=taken[clash])
        elif own:
            found.append(own)
            taken |= dict.fromkeys(_names(own), own.key)
    return tuple(found)


def _described(pair: Pair, spot: Spot) -> ExtraField | None:
    """A group of fields, or the name alone. What was complained of is taken for any text, so that
    the articles that use it aren't complained of, too."""
    key, node = pair.key.value, pair.value
    if not is_key(key):
        spot.error(pair.key, "extra-key")
        return None
    if isinstance(node, Text):
        return ExtraField(key, node.value.strip() or key)
    if not isinstance(node, Map):
        spot.error(node, "wants-fields", known="、".join(f.key for f in EXTRA.fields))
        return ExtraField(key, key)
    given = record(spot.file, node, EXTRA, spot.problems)
    name, aliases = given.get(ExtraKeys.NAME) or key, given.get(ExtraKeys.ALIASES) or ()
    kind, choices = _kind(given, key)
    return ExtraField(key, name, kind, choices, aliases)


def _kind(given: Record, key: str) -> tuple[ExtraType, tuple[str, ...]]:
    """The type, and what may be chosen: of a choice something, of other types nothing."""
    choices = given.get(ExtraKeys.CHOICES) or ()
    named = cast("ExtraType | None", given.get(ExtraKeys.TYPE))
    kind = named or ("choice" if choices else "text")
    if (kind == "choice") is bool(choices):
        return kind, choices
    if choices or given.is_empty(ExtraKeys.CHOICES):  # else something was complained of
        problem = "extra-without-choices" if kind == "choice" else "extra-choices-unused"
        given.problems.add(given.place(ExtraKeys.TYPE), problem, key=key, type=kind)
    return "text", ()


EXTRAS = Kind("“英文键: 说明”若干行（见 extra）", "lines of key: description (see extra)", _extra)
