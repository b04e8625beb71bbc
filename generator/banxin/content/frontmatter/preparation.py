"""Front matter as editors type it to YAML that means the same, line for line.

A Chinese keyboard, Word and WPS put signs where YAML has others, and texts hold signs that YAML
takes for its own. What was meant is put into YAML's form where that is certain, and reminded of;
else it is refused, and the line neutralised, so that one run names everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from banxin.content.frontmatter.characters import (
    BULLETS,
    COLONS,
    DASHES,
    HASHES,
    INVISIBLE,
    ODD_SPACE,
    name_of,
)
from banxin.content.frontmatter.corrections import Corrected, Corrections
from banxin.content.frontmatter.structure import Outline
from banxin.content.frontmatter.tidying import tidied
from banxin.content.frontmatter.values import Value, Values
from banxin.content.frontmatter.vocabulary import Vocabulary

# pairs in braces of which no sign can be meant otherwise
_PAIR = rf"\w+: [^,{COLONS}{{}}\[\]#\"'&*!|>%@`\n]*"
# where none of these stands, the parser reads what was meant, or says that it can't
SUSPECT = re.compile(
    rf"[ \t\[\]{{}},\"']#|{{(?!(?:{_PAIR}(?:, {_PAIR})*)?}})|[【［｛{HASHES}]|\[[^\n\[]*[，、；]"
    rf"|{INVISIBLE.pattern}|\t|{ODD_SPACE.pattern}"
    rf"|[|>][+-]?[1-9#]|^\.\.\."
    rf"|^ *(?:-(?![- \n])|(?!-){DASHES}|[{BULLETS}])"
    rf"|^ *(?:- )*(?:[Ａ-Ｚａ-ｚ]|[^\s{COLONS}/]{{1,12}} *(?:[{COLONS[1:]}]|:(?=[^\s/])))",
    re.MULTILINE,
)
_DOCUMENT = re.compile(r"---[ \t]*$|%YAML ")


def prepare(source: str, vocabulary: Vocabulary) -> Corrected:
    """YAML for ``source``, whose lines end with ``\\n``."""
    raw = source.split("\n")
    lines, changed, faults = [], {}, []
    for number, text in enumerate(raw):
        line, found = tidied(text, number)
        faults += found
        lines.append(line.text if line else text)
        if line:
            changed[number] = line
    corrections = Corrections(lines, changed, {}, faults)
    outline = Outline(vocabulary)
    _Lines(corrections, outline, Values(raw, corrections, outline, vocabulary)).read()
    return corrections.finish()


@dataclass(slots=True)
class _Lines:
    """Goes over the lines once; a value takes those that it goes on in."""

    corrections: Corrections
    outline: Outline
    values: Values
    stray: int = -2  # the last line that was no field

    def read(self) -> None:
        number = 0
        while number < len(self.corrections.lines):
            number = self.line(number)

    def line(self, number: int) -> int:
        """The number of the line after this one and its value."""
        text = self.corrections.lines[number]
        column = len(text) - len(text.lstrip())
        if column == len(text) or text[column] == "#" or _DOCUMENT.match(text):
            return number + 1
        if text[column] in HASHES:
            space = "" if text[column + 1 : column + 2].isspace() else " "
            self.corrections.replace(number, column, column + 1, "#" + space)
            self.corrections.remind("fullwidth-hash", number, column, character=text[column])
            return number + 1
        self.outline.enter(column)
        return self.entry(number, column)

    def entry(self, number: int, column: int) -> int:
        lines, owner = self.corrections.lines, -1
        text = lines[number]
        while sign := self.outline.item(text, column):
            self.sign(number, sign)
            self.outline.open_list(column)
            owner, column = column, sign.end()
        below = lines[number + 1] if number + 1 < len(lines) else ""
        found = self.outline.key(text, column, below, item=owner >= 0)
        if found:
            return self.pair(number, column, found)
        if owner < 0 and self.outline.is_stray(text, column):
            return self.strayed(number, column)
        owner = max(0, self.outline.empty) if owner < 0 else owner
        return self.values.take(Value(number, column, owner))

    def sign(self, number: int, sign: re.Match[str]) -> None:
        """The hyphen of an item, and the space behind it."""
        spaced = sign[0] != "-" or sign.end() == len(sign.string)
        if sign[0].strip() == "-" and spaced and not ODD_SPACE.search(sign[0]):
            return
        self.corrections.replace(number, sign.start(), sign.end(), "- ")
        self.corrections.remind("odd-hyphen", number, sign.start(), character=sign[0].strip())

    def pair(self, number: int, column: int, found: re.Match[str]) -> int:
        self.outline.open_mapping(column)
        self.key(number, found)
        self.colon(number, found)
        key = self.outline.spelt(found["key"])
        return self.values.take(Value(number, found.end(), column, key, len(found["gap"])))

    def key(self, number: int, found: re.Match[str]) -> None:
        key, (start, end) = found["key"], found.span("key")
        spelt = self.outline.spelt(key)
        if spelt != key:
            self.corrections.replace(number, start, end, spelt)
            self.corrections.remind("fullwidth-key", number, start, key=key, meant=spelt)
        if ODD_SPACE.search(found["before"]):
            self.corrections.replace(number, *found.span("before"), "")

    def colon(self, number: int, found: re.Match[str]) -> None:
        """YAML's colon and a space."""
        at, end = found.start("colon"), found.end()
        key, gap = found["key"], found["gap"]
        rest = found.string[end:]
        if found["colon"] != ":":
            self.corrections.replace(number, at, end, ": " if rest else ":")
            self.corrections.remind("fullwidth-colon", number, at, key=key)
        elif rest and not gap:
            self.corrections.replace(number, at, end, ": ")
            self.corrections.remind("no-space-after-colon", number, at, key=key)
        elif odd := ODD_SPACE.search(gap):
            self.corrections.replace(number, at + 1, end, " ")
            column = at + 1 + odd.start()
            self.corrections.remind("odd-space", number, column, character=name_of(odd[0]))

    def strayed(self, number: int, column: int) -> int:
        """Only the first of several is named: they are probably the article's text."""
        if self.stray != number - 1:
            text = self.corrections.lines[number].strip()
            self.corrections.refuse("not-a-field", number, column, text=text)
        self.stray = number
        self.corrections.blank(number)
        return number + 1
