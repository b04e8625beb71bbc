"""Lists and mappings in brackets, as editors type them: ``[一，二]``, ``{file: a.jpg，…}``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from banxin.content.frontmatter.brackets import Group
from banxin.content.frontmatter.characters import COLONS, COMMAS, ODD_SPACE, name_of
from banxin.content.frontmatter.corrections import Corrections
from banxin.content.frontmatter.scalars import hash_in, is_reserved
from banxin.content.frontmatter.vocabulary import Vocabulary

_KEY = re.compile(
    rf"\s*(?P<key>[^\s{COLONS}{COMMAS},;。！？“”\"'\[\]{{}}#&*!|>%@`?][^{COLONS}{COMMAS},;。！？“”\"'\n"
    rf"\[\]{{}}]{{0,30}}?)(?P<before>\s*)(?P<colon>[{COLONS}])(?P<gap>[^\S\n]*)"
)
_QUOTED_KEY = re.compile(r"\s*(?:\"[^\"\\\n]*\"|'[^'\n]*')\s*:")
_ASCII_KEY = re.compile(r"[a-z][a-z_]*")
_NEEDS_QUOTES = re.compile(r"[,\[\]{}]|:(?=\s|$)|(?<!\S)#")
EXCESS = re.compile(r"\s*[\]}】］｝][\s\]}】］｝]*")
_BLANK = re.compile(r"\s*")
_NUMERAL = re.compile(r"[一二三四五六七八九十百\d]+")
_NAME = 4  # characters: 、 parts names and words, but not clauses


@dataclass(slots=True)
class Flow:
    """One bracketed value, which begins at a column of a line and ends where ``group`` does."""

    text: str
    group: Group
    number: int
    column: int
    corrections: Corrections
    vocabulary: Vocabulary
    starts: list[int] = field(default_factory=list)

    def correct(self) -> None:
        self.starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        self.visit(self.group)

    def visit(self, group: Group) -> None:
        self.brackets(group)
        if group.kind == "{":
            self.mapping(group)
        else:
            self.listing(group)

    # where an offset stands

    def place(self, at: int) -> tuple[int, int]:
        row = bisect_right(self.starts, at) - 1
        return self.number + row, at - self.starts[row] + (0 if row else self.column)

    def replace(self, start: int, end: int, text: str) -> None:
        number, column = self.place(start)
        self.corrections.replace(number, column, column + end - start, text)

    def remind(self, code: str, at: int, **details: str) -> None:
        number, column = self.place(at)
        self.corrections.remind(code, number, column, **details)

    def brackets(self, group: Group) -> None:
        for at, wanted in ((group.start, group.kind), (group.end, "]}"[group.kind == "{"])):
            if self.text[at] != wanted:
                self.replace(at, at + 1, wanted)
                self.remind("fullwidth-bracket", at, character=self.text[at], meant=wanted)

    # lists

    def listing(self, group: Group) -> None:
        marks = self.separators(group)
        for mark in marks:
            if self.text[mark] != ",":
                self.separate(mark)
        for start, end in _between(group, marks):
            self.item(group, start, end)

    def separators(self, group: Group) -> list[int]:
        """The marks that part the items. Where YAML's commas do, the others belong to the text."""
        by_kind: dict[str, list[int]] = {}
        for mark in group.marks:
            by_kind.setdefault(self.text[mark], []).append(mark)
        ends = set(group.wholes.values())
        beside = [mark for mark in group.marks if self.above(mark) in ends]
        if "," in by_kind:
            return sorted({*by_kind[","], *beside})
        for kind in "，﹐；":
            if kind in by_kind:
                return by_kind[kind]
        marks = [mark for kind in "、﹑" for mark in by_kind.get(kind, ())]
        return marks if self.are_names(group, marks) else beside

    def above(self, mark: int) -> int:
        """The end of what stands before a mark. A comma behind a group or a quoted text parts
        items, whichever comma it is."""
        while self.text[mark - 1].isspace():
            mark -= 1
        return mark

    def are_names(self, group: Group, marks: list[int]) -> bool:
        items = [self.text[a:b].strip() for a, b in _between(group, marks)]
        if len(items) > 1 and _NUMERAL.fullmatch(items[0]) and not _NUMERAL.fullmatch(items[1]):
            return False  # 一、抓春耕
        return len(items) > 1 and all(len(item) <= _NAME for item in items)

    def separate(self, mark: int) -> None:
        behind = self.text[mark + 1 : mark + 2]
        self.replace(mark, mark + 1, "," if behind.isspace() else ", ")
        self.remind("fullwidth-comma", mark, character=self.text[mark])

    def item(self, group: Group, start: int, end: int) -> None:
        start, end = self.trimmed(start, end)
        if self.takes_whole(group, start, end):
            return
        if found := self.key(start, end):
            if self.vocabulary.knows(found["key"]):
                self.pair(group, start, end)
            return
        self.scalar(start, end, colon=False)

    # mappings

    def mapping(self, group: Group) -> None:
        plain = any(self.text[c : c + 1] == ":" for c in self.colons(group))
        marks = []
        for mark in group.marks:
            if self.parts_pairs(mark, group, plain=plain):
                marks.append(mark)
                if self.text[mark] != ",":
                    self.separate(mark)
        for start, end in _between(group, marks):
            self.pair(group, start, end)

    def colons(self, group: Group) -> Iterator[int]:
        """The colons behind the keys that can be told without a doubt: the first and those
        behind a comma."""
        for at in (group.start, *group.marks):
            found = self.key(at + 1, group.end)
            if found:
                yield found.start("colon")

    def key(self, start: int, end: int) -> re.Match[str] | None:
        return _KEY.match(self.text, start, end)

    def parts_pairs(self, mark: int, group: Group, *, plain: bool) -> bool:
        """Whether a comma is followed by another pair, or else belongs to the value before it.

        ``plain``: the mapping has YAML's colons, so that others prove a key only if it is known.
        """
        bounds = (self.text, mark + 1, group.end)
        if self.text[mark] == "," and (_BLANK.fullmatch(*bounds) or _QUOTED_KEY.match(*bounds)):
            return True
        found = self.key(mark + 1, group.end)
        if not found:
            return False
        known = self.is_known(found["key"])
        if found["colon"] == ":":
            spaced = bool(found["gap"]) or self.text[found.end() : found.end() + 1] in "\n\"'[{"
            return known or (spaced and (self.text[mark] == "," or " " not in found["key"]))
        return known or not plain

    def is_known(self, key: str) -> bool:
        return self.vocabulary.knows(key) or bool(_ASCII_KEY.fullmatch(key))

    def pair(self, group: Group, start: int, end: int) -> None:
        found = self.key(start, end)
        if not found:
            quoted = _QUOTED_KEY.match(self.text, start, end)
            if quoted:
                self.value(group, quoted.end(), end)
            else:
                self.value(group, start, end)
            return
        self.colon(found)
        if hash_in(found["key"]) >= 0:
            self.scalar(*found.span("key"), colon=True)
        self.value(group, found.end(), end)

    def colon(self, found: re.Match[str]) -> None:
        """Behind a key: YAML's colon and a space."""
        a, b = found.span("before")
        if ODD_SPACE.search(found["before"]):
            self.replace(a, b, "")
        lead = len(found[0]) - len(found[0].lstrip())
        if ODD_SPACE.search(found[0][:lead]):
            self.replace(found.start(), found.start() + lead, " ")
        at, end = found.start("colon"), found.end()
        if found["colon"] != ":":
            self.replace(at, end, ": ")
            self.remind("fullwidth-colon", at, key=found["key"])
        elif ODD_SPACE.search(found["gap"][:1]):
            self.replace(at, end, ": ")
            self.remind("odd-space", end - 1, character=name_of(found["gap"][0]))
        elif not found["gap"] and self.text[end : end + 1] not in ("", "\n", ",", "}", "]"):
            self.replace(at, end, ": ")
            if self.text[end] not in "\"'[{":
                self.remind("no-space-after-colon", at, key=found["key"])

    def value(self, group: Group, start: int, end: int) -> None:
        start, end = self.trimmed(start, end)
        if not self.takes_whole(group, start, end):
            self.scalar(start, end, colon=True)

    def scalar(self, start: int, end: int, *, colon: bool) -> None:
        """Put a text into quotation marks where YAML would take it apart."""
        text = self.text[start:end]
        found = _NEEDS_QUOTES.search(text)
        if is_reserved(text):
            self.corrections.refuse("reserved-character", *self.place(start), character=text[0])
        elif found and (colon or found[0] != ":"):
            at = start + found.start()
            self.remind("unquoted-character", at, character=found[0], text=text)
        else:
            return
        self.corrections.quote(*self.place(start), *self.place(end))

    def takes_whole(self, group: Group, start: int, end: int) -> bool:
        """Whether nothing, quotation marks or a group is the whole of a value; corrects that."""
        if start == end:
            return True
        self.space(start)
        whole = group.wholes.get(start)
        if whole is not None and start in group.groups and self.is_excess(whole, end):
            end = whole
        if whole != end:
            return False
        if start in group.groups:
            self.visit(group.groups[start])
        return True

    def is_excess(self, start: int, end: int) -> bool:
        """Whether nothing but closing brackets stands behind a group; refuses and drops them."""
        if not EXCESS.fullmatch(self.text, start, end):
            return False
        text = self.text[start:end].strip()
        self.corrections.refuse("excess-bracket", *self.place(start), text=text)
        self.replace(start, end, "")
        return True

    def space(self, start: int) -> None:
        """Before a value only YAML's space; any other would be part of it."""
        at = start
        while ODD_SPACE.match(self.text, at - 1):
            at -= 1
        if at < start:
            self.replace(at, start, " ")
            self.remind("odd-space", at, character=name_of(self.text[at]))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.text[start:end]
        bare = text.strip()
        lead = len(text) - len(text.lstrip()) if bare else 0
        return start + lead, start + lead + len(bare)


def _between(group: Group, marks: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the brackets and the marks."""
    edges = [group.start, *marks, group.end]
    return ((a + 1, b) for a, b in pairwise(edges))
