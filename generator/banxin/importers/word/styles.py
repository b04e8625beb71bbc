"""How a style looks, with what it has from those that it is based on."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec

from banxin.importers.word.xml_parts import W, flag, number, value

_USUAL = 20  # half points, where a document says nothing
_DEEPEST = 20  # styles based on one another; more, and they form a circle


class Look(msgspec.Struct, frozen=True):
    """What a style says of itself; None: nothing. ``size`` in half points."""

    name: str = ""
    align: str | None = None
    size: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    numbered: tuple[str, int] | None = None  # numId, level
    breaks_page: bool | None = None


class Styles(msgspec.Struct, frozen=True):
    looks: dict[str, Look]
    parents: dict[str, str]
    default: str  # the paragraph style where none is named
    usual: Look  # what the document's defaults say

    def of(self, identity: str) -> Look:
        """All that holds for a style; an unknown one looks like the document's text."""
        found, name = [], self.looks.get(identity, Look()).name
        at: str | None = identity
        for _ in range(_DEEPEST):
            if at is None or at not in self.looks:
                break
            found.append(self.looks[at])
            at = self.parents.get(at)
        merged = self.usual
        for look in reversed(found):
            given = {k: v for k, v in msgspec.structs.asdict(look).items() if v is not None}
            merged = msgspec.structs.replace(merged, **given)
        return msgspec.structs.replace(merged, name=name)


def styles(root: Element | None) -> Styles:
    looks: dict[str, Look] = {}
    parents: dict[str, str] = {}
    default = ""
    for style in root.findall(f"{W}style") if root is not None else ():
        identity = value(style, "styleId")
        looks[identity] = look(style, value(style.find(f"{W}name")))
        if parent := value(style.find(f"{W}basedOn")):
            parents[identity] = parent
        if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
            default = identity
    defaults = root.find(f"{W}docDefaults") if root is not None else None
    return Styles(looks, parents, default, _usual(defaults))


def _usual(defaults: Element | None) -> Look:
    run = defaults.find(f"{W}rPrDefault/{W}rPr") if defaults is not None else None
    size = number(value(run.find(f"{W}sz"))) if run is not None else None
    return Look(size=size or _USUAL)


def look(owner: Element, name: str = "") -> Look:
    """What a style, or a paragraph by itself, says in its pPr and rPr."""
    paragraph, run = owner.find(f"{W}pPr"), owner.find(f"{W}rPr")
    if paragraph is None:
        paragraph = Element("none")
    if run is None:
        run = Element("none")
    level = paragraph.find(f"{W}numPr")
    return Look(
        name=name,
        align=value(paragraph.find(f"{W}jc")) or None,
        size=number(value(run.find(f"{W}sz"))),
        bold=flag(run.find(f"{W}b")),
        hidden=flag(run.find(f"{W}vanish")),
        numbered=numbered(level),
        breaks_page=flag(paragraph.find(f"{W}pageBreakBefore")),
    )


def numbered(level: Element | None) -> tuple[str, int] | None:
    if level is None:
        return None
    depth = number(value(level.find(f"{W}ilvl"))) or 0
    return value(level.find(f"{W}numId")), max(0, min(depth, 8))
