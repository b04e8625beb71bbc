"""黑体 is what official documents set their 小标题 in, and as heavy as bold is."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from banxin.importers.word.xml_parts import W

_LINE = 40  # characters; more are text


def embolden(root: Element) -> None:
    """Lines of nothing but 黑体 become bold, unless the text is in 黑体 too."""
    within = {id(p) for table in root.iter(f"{W}tbl") for p in table.iter(f"{W}p")}
    lines: list[list[Element]] = []
    heavy = usual = light = 0
    for paragraph in root.iter(f"{W}p"):
        runs = [run for run in paragraph.iter(f"{W}r") if any(_words(run))]
        length = sum(len(word) for run in runs for word in _words(run))
        is_heavy = bool(runs) and all(map(_is_heavy, runs))
        if length > _LINE:
            heavy += length if is_heavy else 0
            usual += 0 if is_heavy else length
            light += length if all(map(_is_light, runs)) else 0
        elif is_heavy and id(paragraph) not in within:
            lines.append(runs)
    if heavy < usual:
        for run in (run for runs in lines for run in runs):
            _embolden(run, everywhere=light * 2 > heavy + usual)


def _embolden(run: Element, *, everywhere: bool) -> None:
    """``everywhere``: every run of the text says that it isn't bold, as WPS writes it."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return
    said = properties.find(f"{W}b")
    if said is None:
        SubElement(properties, f"{W}b")
    elif everywhere:
        said.attrib.pop(f"{W}val", None)


def _words(run: Element) -> Iterator[str]:
    return (one.text for one in run.iter(f"{W}t") if one.text and one.text.strip())


def _is_light(run: Element) -> bool:
    said = run.find(f"{W}rPr/{W}b")
    return said is not None and said.get(f"{W}val") in ("0", "false")


def _is_heavy(run: Element) -> bool:
    """xml_parts.py keeps the fonts of no other run."""
    return run.find(f"{W}rPr/{W}rFonts") is not None
