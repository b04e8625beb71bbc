"""Sections, columns and topics as paper.yml lists them: key: name, or key: {name, about}."""

from __future__ import annotations

from banxin.content.fields.addresses import is_key
from banxin.content.fields.record import Field, Kind, Spot, shape
from banxin.content.fields.value_types import TEXT, one, text_of
from banxin.content.frontmatter import Map, Node, Text
from banxin.model import Term


class TermKeys:
    NAME = Field("name", ("名称",), TEXT, "衢江政协", "栏目、专题的名称", "its name")
    ABOUT = Field(
        "about",
        ("说明", "介绍"),
        TEXT,
        "区政协委员的履职故事",
        "栏目、专题页的开头",
        "the head of its page",
    )


TERM = shape("term", TermKeys)
_ONE_TERM = one(TERM)


def _terms(node: Node, spot: Spot) -> tuple[Term, ...] | None:
    """key: name, no name twice; or key: {name, about}."""
    if not isinstance(node, Map):
        spot.error(node, "wants-terms")
        return None
    terms: dict[str, Term] = {}
    for pair in node.pairs:
        name, about = _described(pair.value, spot)
        if not is_key(pair.key.value):
            spot.error(pair.key, "term-key", name=name or "")
        elif name == "":
            spot.error(pair.key, "term-without-name", term=pair.key.value)
        elif name in terms:
            spot.error(pair.value, "same-term", name=name, other=terms[name].key)
        elif name is not None:  # else it was complained of
            terms[name] = Term(pair.key.value, name, about)
    return tuple(terms.values())


def _described(node: Node, spot: Spot) -> tuple[str | None, str]:
    """The name, and what it is about where that is said."""
    if isinstance(node, Map):
        given = _ONE_TERM.read(node, spot)
        if given is None or not given.get(TermKeys.NAME):
            return ("" if given is None or given.is_empty(TermKeys.NAME) else None), ""
        return given.get(TermKeys.NAME), given.get(TermKeys.ABOUT) or ""
    return text_of(node, spot), ""


def _key(node: Node, spot: Spot) -> str | None:
    key = node.value.strip() if isinstance(node, Text) else ""
    if not is_key(key):
        spot.error(node, "wants-key")
        return None
    return key


TERMS = Kind("“英文键: 名称”若干行", "lines of key: name", _terms)
KEY = Kind("小写字母、数字和连字符", "lower-case letters, digits and hyphens", _key)
