"""What stands around a document's text: taken away where mammoth would drop the text with it."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from banxin.importers.word.xml_parts import DRAWING, MATH, MC, PIC, VML, WP, R, W, value

# what mammoth reads; anything else is taken off what it holds
_READ = frozenset(
    (
        *(f"{W}{name}" for name in (
            *("document", "body", "t", "r", "p", "fldChar", "instrText", "tab", "noBreakHyphen"),
            *("tbl", "tr", "tc", "ins", "moveTo", "smartTag", "pict", "object", "sdt"),
            *("sdtContent", "txbxContent", "hyperlink", "br", "footnoteReference", "customXml"),
            *("endnoteReference", "commentReference", "footnotes", "footnote", "endnotes"),
            *("endnote", "comments", "comment"),
            *("ffData", "checkBox", "checked", "default"),  # of a box to tick
        )),
        *(f"{VML}{name}" for name in ("group", "rect", "roundrect", "shape", "textbox")),
        f"{VML}imagedata",
    )
)  # fmt: skip
_GONE = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "delText", "sectPr", "delInstrText", "pgNum", "softHyphen")
)
Special = Callable[[Element, Tally[str]], Iterator[Element]]
_PROPERTIES = "Pr"  # pPr, rPr, tblPr, sdtPr … are kept whole
_EVERYWHERE = range(0x100, 0x110000)  # below, typefaces of signs have their own
_RAISED = {f"{MATH}sSup": ("sup", "superscript"), f"{MATH}sSub": ("sub", "subscript")}


def unwrap(root: Element, tally: Tally[str]) -> None:
    root[:] = [kept for child in root for kept in _kept(child, tally)]


def _kept(element: Element, tally: Tally[str]) -> list[Element]:
    """What an element becomes: itself, what it holds, something else, or nothing."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _GONE:
        return []
    if tag.startswith(W) and tag.endswith(_PROPERTIES):
        return [element]
    special = _SPECIAL.get(tag)
    if special:
        return list(special(element, tally))
    inside = [kept for child in element for kept in _kept(child, tally)]
    if tag in _READ:
        element[:] = inside
        return [element]
    return [one for one in inside if not one.tag.endswith(_PROPERTIES)]


def _all(elements: Iterable[Element], tally: Tally[str]) -> Iterator[Element]:
    for one in elements:
        yield from _kept(one, tally)


def _alternatives(element: Element, tally: Tally[str]) -> Iterator[Element]:
    """One of the two forms of a drawing: the older, unless it holds less than the newer."""
    fallback, choice = element.find(f"{MC}Fallback"), element.find(f"{MC}Choice")
    if fallback is None or _worth(fallback) < _worth(choice):
        fallback = choice
    if fallback is not None:
        yield from _all(fallback, tally)


def _worth(element: Element | None) -> tuple[int, int]:
    """How much text and how many pictures it holds."""
    if element is None:
        return 0, 0
    texts = sum(len(one.text or "") for one in element.iter(f"{W}t"))
    pictures = sum(1 for one in element.iter() if one.tag in (f"{DRAWING}blip", f"{VML}imagedata"))
    return texts, pictures


def _drawing(element: Element, tally: Tally[str]) -> Iterator[Element]:
    """Its pictures one by one, then its text boxes, however deep they lie in groups."""
    described = element.find(f".//{WP}docPr")
    words = described.get("descr") or "" if described is not None else ""
    for blip in element.iter(f"{DRAWING}blip"):
        yield _picture(blip, words)
    for box in _outermost(element, f"{W}txbxContent"):
        made = Element(f"{W}pict")
        content = SubElement(SubElement(made, f"{VML}textbox"), f"{W}txbxContent")
        content[:] = _all(box, tally)
        yield made
    if any(one.tag.endswith(("}chart", "}relIds")) for one in element.iter()):  # or SmartArt
        tally["chart"] += 1


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag == tag:
            yield child
        else:
            yield from _outermost(child, tag)


def _picture(blip: Element, words: str) -> Element:
    made = Element(f"{W}drawing")
    inline = SubElement(made, f"{WP}inline")
    SubElement(inline, f"{WP}docPr", {"descr": words})
    data = SubElement(SubElement(inline, f"{DRAWING}graphic"), f"{DRAWING}graphicData")
    fill = SubElement(SubElement(data, f"{PIC}pic"), f"{PIC}blipFill")
    SubElement(fill, f"{DRAWING}blip", {k: v for k, v in blip.attrib.items() if k.startswith(R)})
    return made


def _ruby(element: Element, tally: Tally[str]) -> Iterator[Element]:
    """A word and how it is read: 版心（bǎnxīn）."""
    base, read = element.find(f"{W}rubyBase"), element.find(f"{W}rt")
    if base is not None:
        yield from _all(base, tally)
    said = "".join(text.text or "" for text in read.iter(f"{W}t")) if read is not None else ""
    if said:
        yield _text(f"（{said}）")


def _formula(element: Element, tally: Tally[str]) -> Iterator[Element]:
    tally["formula"] += 1
    yield from _math(element)


def _math(element: Element) -> Iterator[Element]:
    tag = element.tag
    if tag in (f"{MATH}t", f"{W}t"):
        yield _text(element.text or "")
    elif tag == f"{MATH}f":
        yield from _math_of(element, "num")
        yield _text("/")
        yield from _math_of(element, "den")
    elif tag == f"{MATH}rad":
        yield _text("√")
        yield from _math_of(element, "e")
    elif tag in _RAISED:
        yield from _math_of(element, "e")
        name, where = _RAISED[tag]
        for run in _math_of(element, name):
            yield _raised(run, where)
    else:
        for child in element:
            yield from _math(child)


def _math_of(element: Element, name: str) -> Iterator[Element]:
    part = element.find(f"{MATH}{name}")
    if part is not None:
        yield from _math(part)


def _raised(run: Element, where: str) -> Element:
    properties = Element(f"{W}rPr")
    SubElement(properties, f"{W}vertAlign", {f"{W}val": where})
    run.insert(0, properties)
    return run


def _text(text: str) -> Element:
    run = Element(f"{W}r")
    SubElement(run, f"{W}t").text = text
    return run


def _as(name: str) -> Special:
    def made(_element: Element, _tally: Tally[str]) -> Iterator[Element]:
        yield Element(f"{W}{name}")

    return made


def _symbol(element: Element, tally: Tally[str]) -> Iterator[Element]:
    """A sign by its number: the one that mammoth knows in its typeface, else the one that has this
    number everywhere. What only the typeface knows is told."""
    from mammoth.docx.dingbats import dingbats  # late: nothing but an import needs it

    try:
        code = int(value(element, "char"), 16)
    except ValueError:
        code = 0
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = dingbats.get((value(element, "font"), low), code if code in _EVERYWHERE else 0)
    if chr(known).isprintable():
        made = Element(f"{W}t")
        made.text = chr(known)
        yield made
    else:
        tally["symbol"] += 1


def _word_art(element: Element, _tally: Tally[str]) -> Iterator[Element]:
    """Letters that were drawn: their words are an attribute."""
    made = Element(f"{W}p")
    made.append(_text(element.get("string", "")))
    yield made


def _chunk(_element: Element, tally: Tally[str]) -> Iterator[Element]:
    """Another document within this one, which isn't read."""
    tally["chunk"] += 1
    yield from ()


_SPECIAL: dict[str, Special] = {
    f"{MC}AlternateContent": _alternatives,
    f"{W}drawing": _drawing,
    f"{W}ruby": _ruby,
    f"{MATH}oMath": _formula,
    f"{MATH}oMathPara": _formula,
    f"{W}cr": _as("br"),
    f"{W}ptab": _as("tab"),
    f"{W}sym": _symbol,
    f"{W}altChunk": _chunk,
    f"{VML}textpath": _word_art,
}
