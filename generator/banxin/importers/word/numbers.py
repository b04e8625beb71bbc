"""The number that a word processor prints before a paragraph of a list."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import msgspec

from banxin.importers.word.xml_parts import W, number, value

_HAN = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_BULLET = "•"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


class Level(msgspec.Struct, frozen=True):
    """``text`` has %1 for the number of the first level, %2 of the second …"""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


class Numbering(msgspec.Struct, frozen=True):
    """The levels of each list, by its numId."""

    lists: dict[str, dict[int, Level]]
    starts: dict[tuple[str, int], int]
    shared: dict[str, str]  # lists that count on together, by their numId


def numbering(root: Element | None) -> Numbering:
    abstract: dict[str, dict[int, Level]] = {}
    lists: dict[str, dict[int, Level]] = {}
    starts: dict[tuple[str, int], int] = {}
    shared: dict[str, str] = {}
    for one in root.findall(f"{W}abstractNum") if root is not None else ():
        abstract[value(one, "abstractNumId")] = _levels(one)
    for one in root.findall(f"{W}num") if root is not None else ():
        identity, of = value(one, "numId"), value(one.find(f"{W}abstractNumId"))
        lists[identity] = {**abstract.get(of, {}), **_levels(one, f"{W}lvlOverride/{W}lvl")}
        shared[identity] = of
        for changed in one.findall(f"{W}lvlOverride"):
            start = number(value(changed.find(f"{W}startOverride")))
            if start is not None:
                starts[identity, number(value(changed, "ilvl")) or 0] = start
    return Numbering(lists, starts, shared)


def _levels(owner: Element, path: str = f"{W}lvl") -> dict[int, Level]:
    return {number(value(one, "ilvl")) or 0: _level(one) for one in owner.findall(path)}


def _level(one: Element) -> Level:
    start = number(value(one.find(f"{W}start")))
    text = one.find(f"{W}lvlText")
    form = value(one.find(f"{W}numFmt")) or "decimal"
    return Level(form, value(text) if text is not None else "", 1 if start is None else start)


class Counter:
    """Counts through one document, in its order."""

    def __init__(self, known: Numbering) -> None:
        self.known = known
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def next(self, identity: str, depth: int) -> tuple[str, str]:
        """The number as printed and its form; ("", "") where there is none."""
        levels = self.known.lists.get(identity)
        level = levels.get(depth) if levels else None
        if levels is None or level is None or level.form == "none":
            return "", ""
        counts = self.counts.setdefault(self.known.shared.get(identity) or identity, {})
        self._count(identity, depth, level, counts)
        if level.form == "bullet":
            return _BULLET, "bullet"

        def shown(found: re.Match[str]) -> str:
            of = int(found[1]) - 1
            at = levels.get(of, Level())
            return formatted(counts.get(of, at.start), at.form)

        return re.sub("%([1-9])", shown, level.text), level.form

    def _count(self, identity: str, depth: int, level: Level, counts: dict[int, int]) -> None:
        override = self.known.starts.get((identity, depth))
        if override is not None and (identity, depth) not in self.begun:
            counts[depth] = override
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self.begun.add((identity, depth))
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]


def formatted(n: int, form: str) -> str:
    """``n`` as a list of this form prints it; of an unknown form as digits."""
    if form in ("chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand",
                "japaneseCounting", "ideographDigital", "taiwaneseCounting"):  # fmt: skip
        return han(n)
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return han(n, _FORMAL, "拾佰仟")
    if form in ("upperLetter", "lowerLetter"):
        letters = chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1) if 0 < n < 500 else str(n)
        return letters if form == "upperLetter" else letters.lower()
    if form in ("upperRoman", "lowerRoman"):
        return _roman(n) if form == "upperRoman" else _roman(n).lower()
    return _one_sign(n, form)


def _one_sign(n: int, form: str) -> str:
    if form.startswith("decimalEnclosedCircle") and 0 < n <= 20:
        return chr(ord("①") + n - 1)
    if form == "ideographEnclosedCircle" and 0 < n <= 10:
        return chr(ord("㊀") + n - 1)
    if form == "decimalEnclosedParen" and 0 < n <= 20:
        return chr(ord("⑴") + n - 1)
    if form == "ideographTraditional" and 0 < n <= 10:
        return _STEMS[n - 1]
    if form == "ideographZodiac" and 0 < n <= 12:
        return _BRANCHES[n - 1]
    if form == "decimalFullWidth":
        return "".join(chr(ord("０") + int(c)) for c in str(abs(n)))
    return f"{n:02}" if form == "decimalZero" else str(n)


def han(n: int, digits: str = _HAN, units: str = "十百千") -> str:
    """十二, 二十, 一百零五; as digits beyond 9999."""
    if not 0 < n < 10_000:
        return str(n)
    parts, text = [int(c) for c in str(n)], ""
    for place, digit in enumerate(parts):
        left = len(parts) - place - 1
        if digit:
            text += digits[digit] + (units[left - 1] if left else "")
        elif text and not text.endswith("零") and any(parts[place:]):
            text += "零"
    return text.removeprefix("一") if 10 <= n < 20 and units == "十百千" else text


def _roman(n: int) -> str:
    if not 0 < n < 4000:
        return str(n)
    text = ""
    for worth, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        while n >= worth:
            text, n = text + sign, n - worth
    return text
