"""What a line of front matter is: a comment, a key, an item of a list, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from banxin.content.frontmatter.characters import BULLETS, COLONS, DASHES, halfwidth
from banxin.content.frontmatter.scalars import hash_in
from banxin.content.frontmatter.vocabulary import Vocabulary

KEY = re.compile(
    rf"(?P<key>[^\s{COLONS}…“\"'\[\]{{}}#&*!|>%@`,?－-][^{COLONS}]{{0,30}}?)"
    rf"(?P<before>\s*)(?P<colon>[{COLONS}])(?P<gap>\s*)"
)
_QUOTED_KEY = re.compile(
    r"(?P<key>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')(?P<before>[ \t]*)(?P<colon>:)(?P<gap>[ \t]+|$)"
)
_ASCII_KEY = re.compile(r"[a-z][a-z_]*")
_WORD = re.compile(r"[^\s，。、；！？（）“”《》/\\]{1,12}")
_ITEM = re.compile(r"-(?:[ \t]+|$)")
# a hyphen without its space, or another sign in place of it; ——记… is how a subtitle begins
_ODD_ITEM = re.compile(rf"(?:(?!{DASHES}{{2}}){DASHES}|[{BULLETS}])\s*(?=\S)")


@dataclass(slots=True)
class Outline:
    """The columns of the mappings and lists that are open, and what the line above left open.

    ``empty``: the column of a key or item that has no value yet, else -1.
    """

    vocabulary: Vocabulary
    mappings: list[int] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    empty: int = -1

    def enter(self, column: int) -> None:
        """A line begins at ``column``: what lies further in is over."""
        while self.mappings and self.mappings[-1] > column:
            self.mappings.pop()
        while self.lists and self.lists[-1] > column:
            self.lists.pop()

    def open_list(self, column: int) -> None:
        self.empty = -1
        if not self.lists or self.lists[-1] != column:
            self.lists.append(column)

    def open_mapping(self, column: int) -> None:
        if not self.mappings or self.mappings[-1] != column:
            self.mappings.append(column)

    def is_stray(self, text: str, column: int) -> bool:
        """Whether a line that is neither key nor item stands where one must."""
        opens = column > self.empty >= 0 or text[column] in "?{[\"'"
        return not opens and (column == 0 or column in self.mappings)

    def item(self, text: str, column: int) -> re.Match[str] | None:
        """The sign before an item of a list, whichever sign that is."""
        if found := _ITEM.match(text, column):
            return found
        if not self.expects_item(column):
            return None
        found = _ODD_ITEM.match(text, column)
        if found and text[column] == "-" and text[found.end()].isdigit():
            return None  # -5℃
        return found

    def expects_item(self, column: int) -> bool:
        """Whether the line above asks for a list here, or one goes on."""
        return column in self.lists or 0 <= self.empty <= column

    def key(self, text: str, column: int, below: str, *, item: bool) -> re.Match[str] | None:
        """The key at ``column``; None where that only looks like one.

        ``below``: the next line. ``item``: whether the sign of a list's item stands before it.
        """
        pattern = _QUOTED_KEY if text.startswith(('"', "'"), column) else KEY
        found = pattern.match(text, column)
        if found and hash_in(found["key"]) >= 0:
            return None
        if found is None or (found["colon"] == ":" and self.is_yaml(found, text)):
            return found
        key = found["key"]
        if not _WORD.fullmatch(key) or key.isdigit() or text.startswith(("//", "\\"), found.end()):
            return None
        return found if self.is_meant(key, column, below, item=item) else None

    def goes_on(self, text: str, owner: int) -> bool:
        """Whether a line, not blank, belongs to a text that began above, for a key or item at
        ``owner``."""
        column = len(text) - len(text.lstrip())
        if column <= owner or text[column] == "#":
            return False
        found = KEY.match(text, column)
        if found is None:
            return True
        is_yaml = found["colon"] == ":" and self.is_yaml(found, text)
        return not is_yaml and not (
            _ASCII_KEY.fullmatch(found["key"]) and self.vocabulary.knows(found["key"])
        )

    def is_yaml(self, found: re.Match[str], text: str) -> bool:
        return bool(found["gap"]) or found.end() == len(text)

    def is_meant(self, key: str, column: int, below: str, *, item: bool) -> bool:
        """Whether a colon that isn't YAML's, or lacks its space, was meant as one."""
        if column in self.mappings or column == 0 or _ASCII_KEY.fullmatch(key):
            return True
        if not self.vocabulary.knows(key):
            return False
        # one such line may be a text that begins so; an item or a second line settles it
        indent = len(below) - len(below.lstrip())
        return item or bool(indent == column and KEY.match(below, indent))

    def spelt(self, key: str) -> str:
        """A known key in full-width letters as it is known; any other as it is."""
        plain = key if self.vocabulary.knows(key) else halfwidth(key)
        return plain if self.vocabulary.knows(plain) else key
