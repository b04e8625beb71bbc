"""The document as mammoth reads all of it.

mammoth leaves out what it doesn't know: text boxes of newer kinds, formulas, rubies, the number
before a paragraph, and how a style looks. Here each becomes what it does know; what is deleted or
hidden goes. The trees are changed in place.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

import msgspec

from banxin.importers.refusal import Refused
from banxin.importers.word import contents, heavy, wrappers
from banxin.importers.word.numbers import Counter
from banxin.importers.word.rows import drop_unseen, words_of
from banxin.importers.word.styles import Look, Styles, look
from banxin.importers.word.xml_parts import R, W, flag, value

NUMBER_STYLE = "BanxinNumber"  # of the run that holds a printed number
BULLET_STYLE = "BanxinBullet"
BOX_STYLE = "BanxinBox"  # of the mark at the end of a paragraph that stood in a text box
MOST_ELEMENTS = 150_000  # of a prepared part: mammoth takes 2 KB for each
_FAR_RIGHT = 3_500  # twentieths of a point of left indent: 6 cm, a sign-off


class Parts(msgspec.Struct, frozen=True):
    """What all parts of a document share. ``tally`` counts what an editor should be told of,
    ``hidden`` has the words that nobody sees, the last first."""

    styles: Styles
    counter: Counter
    tally: Tally[str]
    hidden: list[str]


def prepare(root: Element, parts: Parts, known: frozenset[str]) -> None:
    """``known``: the ids of relationships that are there; what refers to others goes."""
    _join_bodies(root)
    contents.mark(root)
    wrappers.unwrap(root, parts.tally)
    drop_unseen(root, parts.hidden)
    _drop_dangling(root, known)
    _join_deleted(root)
    heavy.embolden(root)
    paragraphs = list(root.iter(f"{W}p"))
    looks = [_look_of(p, parts.styles) for p in paragraphs]
    boxed = {id(p) for box in root.iter(f"{W}txbxContent") for p in box.iter(f"{W}p")}
    done: set[int] = set()
    # a text box's paragraphs lie within another and come after it: the inner ones first
    for paragraph, seen in reversed(list(zip(paragraphs, looks, strict=True))):
        _set_runs(paragraph, seen, parts, done)
    for paragraph, seen in zip(paragraphs, looks, strict=True):
        _set_paragraph(paragraph, seen, parts, boxed=id(paragraph) in boxed)
        paragraph[:] = _joined(paragraph)
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise Refused("too-large")


def _join_bodies(root: Element) -> None:
    """Of several bodies, which a broken program leaves behind, all is read as one."""
    bodies = root.findall(f"{W}body")
    for other in bodies[1:]:
        bodies[0].extend(list(other))
        root.remove(other)


def _drop_dangling(root: Element, known: frozenset[str]) -> None:
    """A link or a picture whose relationship isn't there: mammoth would stop at it."""
    for element in root.iter():
        for name in ("id", "embed", "link"):
            if element.get(f"{R}{name}") not in (None, *known):
                del element.attrib[f"{R}{name}"]


def _join_deleted(root: Element) -> None:
    """A paragraph whose end was deleted runs on into the next one, if that is a paragraph."""
    for parent in root.iter():
        if not any(child.tag == f"{W}p" for child in parent):
            continue
        waiting: list[Element] = []
        kept: list[Element] = []
        for child in parent:
            if waiting and child.tag == f"{W}p":
                _put_before(child, waiting)
                waiting = []
            if child.tag == f"{W}p" and _ends_deleted(child):
                waiting = [one for one in child if one.tag != f"{W}pPr"]
                last = child
                continue
            if waiting:
                kept.append(last)
                waiting = []
            kept.append(child)
        parent[:] = [*kept, last] if waiting else kept


def _ends_deleted(paragraph: Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (
        mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None
    )


def _put_before(paragraph: Element, content: list[Element]) -> None:
    at = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
    paragraph[at:at] = content


def _look_of(paragraph: Element, styles: Styles) -> tuple[str, Look, Look]:
    """The style's id, how it looks, and how the paragraph itself is to look."""
    properties = paragraph.find(f"{W}pPr")
    named = value(properties.find(f"{W}pStyle")) if properties is not None else ""
    return named, styles.of(named or styles.default), look(paragraph)


def _set_runs(
    paragraph: Element, seen: tuple[str, Look, Look], parts: Parts, done: set[int]
) -> None:
    """Each run gets the look that it has, and hidden ones lose their text."""
    _, style, _ = seen
    gone: list[str] = []
    for run in paragraph.iter(f"{W}r"):
        if id(run) in done:
            continue
        done.add(id(run))
        properties = run.find(f"{W}rPr")
        own = look(run)
        named = properties.find(f"{W}rStyle") if properties is not None else None
        character = parts.styles.looks.get(value(named), Look())
        hidden = _first(own.hidden, character.hidden, style.hidden)
        gone += [words_of(run)] if hidden else []
        struck = flag(properties.find(f"{W}strike")) if properties is not None else None
        if struck and any(text.text for text in run.iter(f"{W}t")):
            parts.tally["struck"] += 1
        plain = _run_properties(
            _first(own.size, character.size, style.size),
            _first(own.bold, character.bold, style.bold),
            properties.find(f"{W}vertAlign") if properties is not None else None,
        )
        content = [one for one in run if one.tag != f"{W}rPr"]
        run[:] = [plain] if hidden else [plain, *content]
    parts.hidden.extend(["".join(gone)] if any(gone) else [])


def _joined(paragraph: Element) -> list[Element]:
    """Word cuts a text wherever it checked or changed something: runs of one look are one."""
    made: list[Element] = []
    for child in paragraph:
        before = made[-1] if made else None
        if before is not None and _is_text(before) and _is_text(child) and _alike(before, child):
            before[1].text = (before[1].text or "") + (child[1].text or "")
        else:
            made.append(child)
    return made


def _is_text(run: Element) -> bool:
    return run.tag == f"{W}r" and [one.tag for one in run] == [f"{W}rPr", f"{W}t"]


def _alike(one: Element, other: Element) -> bool:
    return _said(one[0]) == _said(other[0])


def _said(properties: Element) -> list[tuple[str, str]]:
    return [(one.tag, value(one)) for one in properties]


def _first(*found: int | bool | None) -> int | bool | None:
    return next((one for one in found if one is not None), None)


def _run_properties(size: int | None, bold: int | None, raised: Element | None) -> Element:
    made = Element(f"{W}rPr")
    if size:
        SubElement(made, f"{W}sz", {f"{W}val": str(size)})
    if bold:
        SubElement(made, f"{W}b")
    if raised is not None:
        made.append(raised)
    return made


def _set_paragraph(
    paragraph: Element, seen: tuple[str, Look, Look], parts: Parts, *, boxed: bool
) -> None:
    named, style, own = seen
    made = Element(f"{W}pPr")
    if named:
        SubElement(made, f"{W}pStyle", {f"{W}val": named})
    align = own.align or style.align or ""
    if align in ("", "left", "both", "start") and _is_far_right(paragraph):
        align = "right"
    if align in ("center", "right", "end"):
        SubElement(made, f"{W}jc", {f"{W}val": align})
    level = own.numbered or style.numbered
    content = [one for one in paragraph if one.tag != f"{W}pPr"]
    lead = list(_lead(level, parts.counter)) if _has_content(content) else []
    if own.breaks_page or (own.breaks_page is None and style.breaks_page):
        lead.insert(0, _run(Element(f"{W}br", {f"{W}type": "page"})))
    tail = [_marked(BOX_STYLE, " ")] if boxed else []
    if level and lead:
        SubElement(made, f"{W}ind", {f"{W}left": str(level[1])})
    paragraph[:] = [made, *lead, *content, *tail]


def _is_far_right(paragraph: Element) -> bool:
    indent = paragraph.find(f"{W}pPr/{W}ind")
    left = value(indent, "left") or value(indent, "start")
    return left.isdigit() and int(left) >= _FAR_RIGHT


def _has_content(content: list[Element]) -> bool:
    return any(text.text for one in content for text in one.iter(f"{W}t"))


def _lead(level: tuple[str, int] | None, counter: Counter) -> Iterator[Element]:
    """The printed number as a run of its own."""
    printed, form = counter.next(*level) if level and level[0] != "0" else ("", "")
    if printed:
        style = BULLET_STYLE if form == "bullet" else NUMBER_STYLE
        yield _marked(style, printed)


def _marked(style: str, text: str) -> Element:
    made = Element(f"{W}t")
    made.text = text
    run = _run(made)
    properties = Element(f"{W}rPr")
    SubElement(properties, f"{W}rStyle", {f"{W}val": style})
    run.insert(0, properties)
    return run


def _run(content: Element) -> Element:
    made = Element(f"{W}r")
    made.append(content)
    return made
