"""The weight of an article on its page, and its kind; both may be typed as the other."""

from __future__ import annotations

from banxin.content.fields.record import Kind, Spot
from banxin.content.fields.value_types import choice
from banxin.content.frontmatter import Node, Text
from banxin.model.kinds import KIND_WORDS

RANKS = {
    "头条": "lead",
    "二条": "second",
    "倒头条": "bottom",
    "加框": "box",
    "图片新闻": "photo",
    "简讯": "brief",
    "公告": "notice",
    "报眼": "ear",
    "导读": "teaser",
    "普通": "normal",
}
# what other newsrooms call them
_CALLED = {"头题": "头条", "头版头条": "头条", "倒头题": "倒头条", "二题": "二条"}
_WEIGHT = choice({**RANKS, "通告": "notice"}, _CALLED)
KIND = choice(KIND_WORDS)


def _rank(node: Node, spot: Spot) -> str | None:
    """A weight; or a kind of article, which many would type here: 位置: 讣告."""
    typed = node.value.strip() if isinstance(node, Text) else ""
    if typed in KIND_WORDS or typed in KIND_WORDS.values():
        return KIND.read(node, spot)
    return _WEIGHT.read(node, spot)


RANK = Kind(_WEIGHT.zh, _WEIGHT.en, _rank)
