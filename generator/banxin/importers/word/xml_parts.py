"""A part's bytes to a tree: without document types, entities or depths that nothing needs."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from banxin.importers.refusal import Refused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

MOST_ELEMENTS = 400_000
MOST_DEPTH = 150
# what the strict form of the standard calls by other names
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/main": DRAWING[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/picture": PIC[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/math": MATH[1:-1],
}
# of these no word is printed, and Word writes many
_NOISE = frozenset(
    f"{W}{name}"
    for name in (
        *("rFonts", "lang", "color", "kern", "szCs", "bCs", "iCs", "spacing", "snapToGrid", "shd"),
        *("proofErr", "lastRenderedPageBreak", "tcBorders", "tblBorders", "pBdr", "bookmarkEnd"),
        *("bookmarkStart", "rsid", "widowControl", "w", "position", "fitText", "cs", "rtl"),
    )
)
_FONTS = f"{W}rFonts"
_HEAVY = re.compile("黑体|SimHei|Heiti")  # the fonts of which heavy.py has to know


def tree(data: bytes) -> Element:
    """The root of a part. Raises Refused for one that is damaged, or made to do harm."""
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = builder.doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # or an encoding unknown to it
        raise Refused("damaged") from error
    return builder.root()


class _Builder:
    def __init__(self) -> None:
        self.made = TreeBuilder()
        self.names: dict[str, str] = {}
        self.depth = self.count = self.quiet = 0

    def doctype(self, *_: object) -> None:
        raise Refused("harmful")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > MOST_DEPTH or self.count > MOST_ELEMENTS:
            raise Refused("too-large")
        tag = self._named(name)
        noise = tag in _NOISE and not (
            tag == _FONTS and _HEAVY.search("|".join(attributes.values()))
        )
        if self.quiet or noise:
            self.quiet += 1
            return
        kept = {self._named(k): v for k, v in attributes.items() if "rsid" not in k}
        self.made.start(tag, kept)

    def end(self, name: str) -> None:
        self.depth -= 1
        if self.quiet:
            self.quiet -= 1
        else:
            self.made.end(self._named(name))

    def data(self, text: str) -> None:
        if not self.quiet:
            self.made.data(text)

    def root(self) -> Element:
        return self.made.close()

    def _named(self, name: str) -> str:
        known = self.names.get(name)
        if known is None:
            space, bracket, local = name.rpartition("}")
            known = f"{{{_STRICT.get(space, space)}}}{local}" if bracket else name
            self.names[name] = known
        return known


def value(element: Element | None, name: str = "val") -> str:
    """An attribute in Word's own namespace; "" where there is none."""
    return "" if element is None else element.get(f"{W}{name}", element.get(name, ""))


def flag(element: Element | None) -> bool | None:
    """Whether a switch is on; None where it isn't there."""
    return None if element is None else value(element) not in ("0", "false", "off", "none")


def number(text: str) -> int | None:
    """A whole number, within what a document needs."""
    try:
        found = int(text)
    except ValueError:
        return None
    return found if abs(found) < 1_000_000 else None
