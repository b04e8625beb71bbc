"""黑体 is what official documents set their 小标题 in, and as heavy as bold is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from banxin.importers.word.xml_parts import W

_LINE = 40  # characters; more are text


def embolden(root: Element) -> None:
    """Lines of nothing but 黑体 become bold, unless the text is in 黑体 too."""
    within = {id(p) for table in root.iter(f"{W}tbl") for p in table.iter(f"{W}p")}
    lines: list[list[Element]] = []
    texts: list[list[Element]] = []
    others: list[list[Element]] = []  # a poem has no other text
    for paragraph in root.iter(f"{W}p"):
        runs = [run for run in paragraph.iter(f"{W}r") if any(_words(run))]
        if _length(runs) > _LINE:
            texts.append(runs)
        elif runs and id(paragraph) not in within:
            others.append(runs)
            lines += [runs] if all(map(_is_heavy, runs)) else []
    texts = texts or others
    length = sum(map(_length, texts))
    heavy = sum(_length(runs) for runs in texts if all(map(_is_heavy, runs)))
    light = sum(_length(runs) for runs in texts if all(map(_is_light, runs)))
    if heavy * 2 < length:
        for run in (run for runs in lines for run in runs):
            _embolden(run, everywhere=light * 2 > length)


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


def _length(runs: Sequence[Element]) -> int:
    return sum(len(word) for run in runs for word in _words(run))


def _words(run: Element) -> Iterator[str]:
    return (one.text for one in run.iter(f"{W}t") if one.text and one.text.strip())


def _is_light(run: Element) -> bool:
    said = run.find(f"{W}rPr/{W}b")
    return said is not None and said.get(f"{W}val") in ("0", "false")


def _is_heavy(run: Element) -> bool:
    """xml_parts.py keeps the fonts of no other run."""
    return run.find(f"{W}rPr/{W}rFonts") is not None
