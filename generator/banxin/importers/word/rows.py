"""Rows and cells of tables that nobody sees: deleted, hidden, lying below a merged one."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from banxin.importers.word.xml_parts import W, flag, number, value

_PICTURE = "图片"
_WIDEST = 200  # columns
_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def words_of(element: Element) -> str:
    """What an editor is told of a part that is left out."""
    said = "".join(text.text or "" for text in element.iter(f"{W}t"))
    pictures = any(one.tag.endswith(("}blip", "}imagedata")) for one in element.iter())
    return said or (_PICTURE if pictures else "")


def drop_unseen(root: Element, hidden: list[str]) -> None:
    """``hidden`` gets the words of what goes and wasn't deleted. The tree is changed in place."""
    gone: list[str] = []
    for table in root.iter(f"{W}tbl"):
        for holder, row in list(_within(table, f"{W}tr")):
            concealed = flag(row.find(f"{W}trPr/{W}hidden"))
            gone += [words_of(row)] if concealed else []
            if concealed or row.find(f"{W}trPr/{W}del") is not None:
                holder.remove(row)
        gone += _below_merged(table)
    hidden += filter(None, reversed(gone))


def _below_merged(table: Element) -> list[str]:
    """The words of cells that a merged one covers; a cell below none is one of its own."""
    gone: list[str] = []
    above: set[int] = set()
    for _, row in _within(table, f"{W}tr"):
        at, merged = 0, set[int]()
        for _, cell in _within(row, f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            mark = properties.find(f"{W}vMerge") if properties is not None else None
            if properties is not None and mark is not None:
                goes_on = value(mark) in ("", "continue")
                if goes_on and at not in above:
                    properties.remove(mark)
                else:
                    merged.add(at)
                    gone += [words_of(cell)] if goes_on else []
            at += _span(properties)
        above = merged
    return gone


def _within(element: Element, tag: str) -> Iterator[tuple[Element, Element]]:
    """A table's rows or a row's cells, each with what holds it."""
    for child in element:
        if child.tag == tag:
            yield element, child
        elif child.tag in _AROUND:
            yield from _within(child, tag)


def _span(properties: Element | None) -> int:
    across = properties.find(f"{W}gridSpan") if properties is not None else None
    return max(1, min(number(value(across)) or 1, _WIDEST))
