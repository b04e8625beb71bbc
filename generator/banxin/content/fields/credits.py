"""署名: who wrote, photographed, edited; as one line or as fields of its own."""

from __future__ import annotations

from collections.abc import Iterator

from banxin.content.bylines import credits, is_somebody, names, parted
from banxin.content.fields.record import Field, Kind, Spot, shape
from banxin.content.fields.value_types import TEXT, one, text_of
from banxin.content.frontmatter import List, Map, Node, Text
from banxin.model import Credit
from banxin.model.credits import CreditKind


class CreditKeys:
    ROLE = Field("role", ("身份", "职责"), TEXT, "记者", "姓名之前", "before the name")
    NAME = Field("name", ("姓名", "名称"), TEXT, "洪纲", "署名处", "in the byline")


CREDIT = shape("credit", CreditKeys)
_ONE = one(CREDIT)


def _credits(node: Node, spot: Spot) -> tuple[Credit, ...] | None:
    if isinstance(node, Text):
        return credits(node.value)
    items = node.items if isinstance(node, List) else (node,)
    return tuple(credit for item in items for credit in _item(item, spot, whole=False))


def _item(item: Node, spot: Spot, *, whole: bool) -> tuple[Credit, ...]:
    """One item of a list: {role, name} as it stands, or a text. ``whole``: never cut a text."""
    if isinstance(item, Text):
        return (Credit("", item.value.strip()),) if whole else credits(item.value)
    found = _ONE.read(item, spot)
    name = found.get(CreditKeys.NAME) if found else None
    if found is None or not name:
        if found is not None and found.is_empty(CreditKeys.NAME):
            spot.error(item, "credit-without-name")
        return ()
    plain, ident = ("", "") if whole else parted(name)
    if ident and is_somebody(plain):
        return (Credit(found.get(CreditKeys.ROLE) or "", plain, "person", ident),)
    kind: CreditKind = "person" if whole or is_somebody(name) else "printed"
    return (Credit(found.get(CreditKeys.ROLE) or "", name, kind),)


def _staff(node: Node, spot: Spot) -> tuple[Credit, ...] | None:
    """责任编辑: 张三 李四 — role: names; or a list like a byline's."""
    if not isinstance(node, Map) or _is_credit(node):
        return _credits(node, spot)
    return tuple(c for pair in node.pairs for c in _of_role(pair.key.value, pair.value, spot))


def _of_role(role: str, node: Node, spot: Spot) -> Iterator[Credit]:
    items = node.items if isinstance(node, List) else (node,)
    for item in items:
        if isinstance(item, Text):
            yield from (Credit(role, name) for name in names(item.value))
        else:
            spot.error(item, "wants-text")


def _sponsors(node: Node, spot: Spot) -> tuple[Credit, ...] | None:
    """A list of {role, name}, or role: name(s). Names of offices may hold spaces."""
    if isinstance(node, Text):
        spot.error(node, "wants-credits")
        return None
    if isinstance(node, List) or _is_credit(node):
        items = node.items if isinstance(node, List) else (node,)
        return tuple(credit for item in items for credit in _item(item, spot, whole=True))
    found: list[Credit] = []
    for pair in node.pairs:
        names = pair.value.items if isinstance(pair.value, List) else (pair.value,)
        texts = (text_of(name, spot) for name in names)
        found += [Credit(pair.key.value, text) for text in texts if text]
    return tuple(found)


def _is_credit(node: Map) -> bool:
    return any(CREDIT.names.get(pair.key.value) is CreditKeys.NAME for pair in node.pairs)


CREDITS = Kind("署名一行，或 {role, name} 的列表", "a byline, or a list of {role, name}", _credits)
STAFF = Kind("“职责: 姓名 姓名”若干行", "lines of role: names", _staff)
SPONSORS = Kind("{role, name} 的列表", "a list of {role, name}", _sponsors)
