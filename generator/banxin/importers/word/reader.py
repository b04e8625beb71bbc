"""A .docx to a manuscript."""

from __future__ import annotations

import base64
import io
import posixpath
import re
import warnings
import zipfile
from collections import Counter as Tally
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from banxin.importers import pages
from banxin.importers.manuscript import Doubt, Manuscript, doubt, hidden
from banxin.importers.refusal import Refused
from banxin.importers.word.broken_lines import joined
from banxin.importers.word.contents import CONTENTS_NAME, CONTENTS_STYLE
from banxin.importers.word.cover_letter import without_letter
from banxin.importers.word.numbers import Counter, numbering
from banxin.importers.word.package import MAIN, Package
from banxin.importers.word.prepared import Parts, prepare
from banxin.importers.word.styles import Look, styles
from banxin.importers.word.upright import laid_down
from banxin.importers.word.xml_parts import DRAWING, RELATION, R, W, tree

_HEAD = re.compile(r"(?:^|/)header\d*\.xml$")
_EDGE = re.compile(r"(?:^|/)(?:header|footer)\d*\.xml$")
_SHEETS_OWN = re.compile(r"第?\s*[\dA-D一二三四五六七八九十]*\s*[页版]|共\s*\d*\s*页|\d+")
_WORDS = re.compile(r"[^\W\d_]{2}")
_MOST_TOLD = 80  # characters
_INLINE = re.compile(r"data:image[^,]{0,40};base64,(.*)", re.DOTALL)
_ON_PAGE = re.compile(r"第\s*(?:[A-D]?\d{1,2}|[一二三四五六七八九十]{1,3})\s*版")
_OFFICE = "/officeDocument"
_OTHERS = ("footnotes", "endnotes", "comments")
_WORD = "word"


def read_word(package: Package) -> Manuscript:
    """Raises Refused for an archive that holds no document, or one that can't be read."""
    tally: Tally[str] = Tally()
    unseen: list[str] = []
    try:
        prepared = _prepared(package, tally, unseen)
        document = _document(prepared)
        from banxin.importers.word.blocks import DocumentReader  # late: it loads mammoth

        reader = DocumentReader(document, tally)
        blocks, mailed = without_letter(laid_down(tuple(reader.blocks())))
        blocks, broken = joined(blocks)
    except RecursionError as error:
        raise Refused("too-large") from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as error:
        raise Refused("damaged") from error  # what mammoth stumbles over in a broken document
    doubts = (*hidden(unseen[::-1]), *_doubts(tally), *mailed, *broken)
    doubts += tuple(doubt("note-loose", text=text, near=near) for text, near in reader.loose)
    doubts += tuple(doubt("picture-gap", near=near, name=name) for near, name in reader.gaps)
    if reader.aside:
        doubts += (doubt("form", text="；".join(reader.aside)),)
    if sheet := _around_sheets(package):
        doubts += (doubt("sheet", text=sheet),)
    return Manuscript(
        package.path.name,
        blocks,
        tuple(reader.notes),
        tuple(reader.comments),
        doubts,
        page=_page(package),
    )


def _page(package: Package) -> str:
    """The page that the head of every sheet names (江城报 第3版); "" for none, or for several."""
    heads = _trees(package, _HEAD)
    texts = ["".join(t.text or "" for t in head.iter(f"{W}t")) for head in heads]
    marks = [pages.page_mark(found[0]) for text in texts for found in _ON_PAGE.finditer(text)]
    found = {mark.label for mark in marks if mark}
    return found.pop() if len(found) == 1 else ""


def _around_sheets(package: Package) -> str:
    """The words at the head and the foot of every sheet, pages and their numbers aside."""
    lines = [
        "".join(t.text or "" for t in p.iter(f"{W}t"))
        for part in _trees(package, _EDGE)
        for p in part.iter(f"{W}p")
    ]
    kept = (line.strip() for line in lines if re.search(r"[^\W\d_]{2}", _SHEETS_OWN.sub("", line)))
    return "；".join(dict.fromkeys(kept))[:_MOST_TOLD]


def _doubts(tally: Tally[str]) -> tuple[Doubt, ...]:
    return tuple(doubt(key, n=n) for key, n in sorted(tally.items()) if n)


def _document(prepared: bytes) -> Any:
    """mammoth's model; its HTML isn't wanted, so it is given nothing to write."""
    import mammoth  # late: nothing but an import needs it
    from mammoth import documents

    found: list[Any] = []

    def keep(document: Any) -> Any:
        found.append(document)
        return documents.document([])

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        mammoth.convert_to_html(
            io.BytesIO(prepared), transform_document=keep, include_embedded_style_map=False
        )
    return found[0]


def _prepared(package: Package, tally: Tally[str], unseen: list[str]) -> bytes:
    """The archive that mammoth is given: prepared parts, and names in place of pictures."""
    main = _main(package)
    folder = posixpath.dirname(main)
    root = _tree(package, main)
    if root is None or root.find(f"{W}body") is None:
        raise Refused("no-document")
    known = styles(_tree(package, f"{folder}/styles.xml"))
    counter = Counter(numbering(_tree(package, f"{folder}/numbering.xml")))
    parts = Parts(known, counter, tally, unseen)
    named = {**known.looks, CONTENTS_STYLE: Look(name=CONTENTS_NAME)}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        _write_part(archive, package, main, root, "document", parts)
        for name in _OTHERS:
            other = _tree(package, f"{folder}/{name}.xml")
            if other is not None:
                _write_part(archive, package, f"{folder}/{name}.xml", other, name, parts)
        archive.writestr("word/styles.xml", tostring(_style_names(named)))
        for name in (*package.names, *package.inline):
            if not name.endswith((".xml", ".rels", "/")) and not name.startswith("/"):
                archive.writestr(name, name)
    return made.getvalue()


def _main(package: Package) -> str:
    root = _tree(package, "_rels/.rels")
    for relation in root.iter(RELATION) if root is not None else ():
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith(_OFFICE) and target in package.names:
            return target
    return MAIN


def _tree(package: Package, name: str) -> Element | None:
    data = package.xml(name)
    return None if data is None else tree(data)


def _trees(package: Package, names: re.Pattern[str]) -> list[Element]:
    """Those of its parts that can be read, in the order of their names."""
    found = (_tree(package, name) for name in sorted(package.names) if names.search(name))
    return [one for one in found if one is not None]


def _write_part(
    archive: zipfile.ZipFile,
    package: Package,
    path: str,
    root: Element,
    name: str,
    parts: Parts,
) -> None:
    folder, _, file = path.rpartition("/")
    relations = _relations(_tree(package, f"{folder}/_rels/{file}.rels"), folder)
    _embed_inline(root, relations, package)
    prepare(root, parts, frozenset(one.get("Id", "") for one in relations))
    archive.writestr(f"{_WORD}/{name}.xml", tostring(root))
    archive.writestr(f"{_WORD}/_rels/{name}.xml.rels", tostring(relations))


def _embed_inline(root: Element, relations: Element, package: Package) -> None:
    """Pictures that a web page had written out (data:image/png;base64,…): LibreOffice keeps them
    as links."""
    inline: set[str] = set()
    for one in relations:
        found = _INLINE.match(one.get("Target", ""))
        if found is None:
            continue
        name = f"inline/{len(package.inline) + 1}"
        try:
            package.inline[name] = base64.b64decode("".join(found[1].split()))
        except ValueError:
            continue
        one.set("Target", f"/{name}")
        one.attrib.pop("TargetMode", None)
        inline.add(one.get("Id", ""))
    for blip in root.iter(f"{DRAWING}blip"):
        if blip.get(f"{R}link") in inline:
            blip.set(f"{R}embed", blip.attrib.pop(f"{R}link"))


def _relations(root: Element | None, folder: str) -> Element:
    """Those of a part, with targets that lead nowhere but into the archive."""
    made = Element(f"{RELATION}s")
    for one in root.iter(RELATION) if root is not None else ():
        target, kind = one.get("Target", ""), one.get("Type", "")
        if one.get("TargetMode") != "External":
            target = "/" + posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        attributes = {"Id": one.get("Id", ""), "Type": kind, "Target": target}
        SubElement(made, RELATION, attributes)
    return made


def _style_names(looks: dict[str, Any]) -> Element:
    root = Element(f"{W}styles")
    for identity, look in looks.items():
        style = SubElement(root, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": identity})
        SubElement(style, f"{W}name", {f"{W}val": look.name})
    return root
