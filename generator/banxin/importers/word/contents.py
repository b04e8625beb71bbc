"""Tables of contents that a word processor made of headings: their paragraphs marked."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from banxin.importers.word.xml_parts import W, value

CONTENTS_STYLE = "BanxinContents"
CONTENTS_NAME = "toc 1"
_GALLERY = "Table of Contents"
_FIELD = re.compile(r"\s*TOC\b", re.IGNORECASE)


def mark(root: Element) -> None:
    """Gives those paragraphs a style of that name; the tree is changed in place."""
    for paragraph in (*_in_galleries(root), *_in_fields(root)):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = Element(f"{W}pPr")
            paragraph.insert(0, properties)
        named = properties.find(f"{W}pStyle")
        if named is None:
            named = SubElement(properties, f"{W}pStyle")
        named.set(f"{W}val", CONTENTS_STYLE)


def _in_galleries(root: Element) -> list[Element]:
    found = []
    for part in root.iter(f"{W}sdt"):
        galleries = (value(one) for one in part.iter(f"{W}docPartGallery"))
        if _GALLERY in galleries:
            found += list(part.iter(f"{W}p"))
    return found


def _in_fields(root: Element) -> list[Element]:
    """Paragraphs between a field's beginning and its end, fields within it counted."""
    found: list[Element] = []
    depth = 0  # of fields since a TOC began; 0: none did
    for paragraph in root.iter(f"{W}p"):
        inside = depth > 0
        for one in paragraph.iter():
            if one.tag == f"{W}fldSimple" and _FIELD.match(value(one, "instr")):
                inside = True
            elif one.tag == f"{W}instrText" and not depth and _FIELD.match(one.text or ""):
                depth, inside = 1, True
            elif one.tag == f"{W}fldChar" and depth:
                kind = value(one, "fldCharType")
                depth += {"begin": 1, "end": -1}.get(kind, 0)
        if inside:
            found.append(paragraph)
    return found
