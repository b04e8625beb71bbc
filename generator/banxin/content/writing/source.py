"""A file's text with the places of its fields: what to put where, to the byte."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from banxin.content.fields.article import ArticleKeys
from banxin.content.fields.record import Field
from banxin.content.frontmatter import Document

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")


class Source(msgspec.Struct, frozen=True):
    """A file's text, and where its lines begin; the front matter is the lines from ``first``
    up to ``last``, counted from 0, without its fences."""

    text: str
    starts: tuple[int, ...]
    first: int
    last: int
    fields: tuple[tuple[yaml.Node, yaml.Node], ...]

    @classmethod
    def of(cls, text: str, document: Document) -> Source:
        starts = tuple(line.start() for line in _LINE.finditer(text))
        first, last = document.fields.line, document.body_line - 2
        # only line ends differ from what the parser is given, and columns don't count them
        node = yaml.compose(text[starts[first] : starts[last]], Loader=_LOADER)
        fields = tuple(node.value) if isinstance(node, yaml.MappingNode) else ()
        return cls(text, starts, first, last, fields)

    def replaced(self, key: yaml.Node, value: yaml.Node, typed: str) -> str:
        """Comments among the old points stay, each on a line of its own below the field."""
        colon = self._colon(key)
        start, end = self._extent(value, colon)
        beyond = self._line_end(end)
        if self._line_start(start) == self._line_start(colon - 1):
            space = "" if self.text[colon:start] else " "
            kept = self._comments(start, end)
            return (
                f"{self.text[:start]}{space}{typed}{self.text[end:beyond]}{kept}"
                + (self.text[beyond:])
            )
        below = self._line_start(start)
        kept = self._comments(below, beyond)
        return f"{self.text[:colon]} {typed}{self.text[colon:below]}{kept}{self.text[beyond:]}"

    def with_item(self, key: yaml.Node, value: yaml.Node, typed: str) -> str | None:
        """One item more at the end of a list; None where that has no safe place."""
        colon = self._colon(key)
        start, end = self._extent(value, colon)
        if isinstance(value, yaml.SequenceNode) and value.value:
            return self._behind_item(value, typed)
        if isinstance(value, yaml.SequenceNode):
            return f"{self.text[:start]}[{typed}]{self.text[end:]}"
        if not isinstance(value, yaml.ScalarNode) or value.style in ("|", ">"):
            return None
        old, space = self.text[start:end], "" if self.text[colon:start] else " "
        return f"{self.text[:start]}{space}[{f'{old}, ' if old else ''}{typed}]{self.text[end:]}"

    def _behind_item(self, value: yaml.SequenceNode, typed: str) -> str:
        end = self._at(value.value[-1].end_mark)
        if value.flow_style:
            return f"{self.text[:end]}, {typed}{self.text[end:]}"
        at = self._at(value.value[-1].start_mark)
        dash = self.text[self._line_start(at) : at]
        beyond = self._line_end(end)
        return f"{self.text[:beyond]}{dash}{typed}{self._line_break}{self.text[beyond:]}"

    def without(self, key: yaml.Node, value: yaml.Node) -> str:
        above = self._line_start(self._at(key.start_mark))
        _, end = self._extent(value, self._colon(key))
        beyond = self._line_end(end)
        return self.text[:above] + self._comments(above, beyond) + self.text[beyond:]

    def find(self, field: Field[object]) -> tuple[yaml.Node, yaml.Node] | None:
        """The field's key and value, under whichever of its names; wherever it seems to be."""
        return next((pair for pair in self.fields if field.means(pair[0].value)), None)

    def added(self, field: Field[object], typed: str) -> str:
        title = self.find(ArticleKeys.TITLE)
        indent = " " * (self.fields[0][0].start_mark.column if self.fields else 0)
        chinese = title is not None and not title[0].value.isascii()
        name = field.aliases[0] if chinese and field.aliases else field.key
        at = self.starts[self.last]
        return f"{self.text[:at]}{indent}{name}: {typed}{self._line_break}{self.text[at:]}"

    @property
    def _line_break(self) -> str:
        opening = self.text[self.starts[self.first - 1] : self.starts[self.first]]
        return opening.lstrip("\ufeff- \t")

    def _at(self, mark: yaml.Mark) -> int:
        return self.starts[self.first + mark.line] + mark.column

    def _colon(self, key: yaml.Node) -> int:
        """Behind the colon that follows a key."""
        return self.text.index(":", self._at(key.end_mark)) + 1

    def _extent(self, value: yaml.Node, colon: int) -> tuple[int, int]:
        """From where to where a value stands; behind the colon, if nothing does."""
        start, last = self._at(value.start_mark), _last(value)
        end = self._at(last.end_mark)
        if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())  # it ends where the next key begins
        return (colon, colon) if start == end else (start, end)

    def _line_start(self, at: int) -> int:
        return max(start for start in self.starts if start <= at)

    def _line_end(self, at: int) -> int:
        return min(start for start in self.starts if start > at)

    def _comments(self, start: int, end: int) -> str:
        """The comments between two places, a line each."""
        return "".join(self._comment_lines(start, end))

    def _comment_lines(self, start: int, end: int) -> Iterator[str]:
        for comment in _COMMENT.finditer(self.text, start, end):
            line = self._line_start(comment.start())
            before = self.text[line : comment.start()]
            indent = before[: len(before) - len(before.lstrip())]
            yield f"{indent}{comment[0].rstrip()}{self._line_break}"


def _last(node: yaml.Node) -> yaml.Node:
    """The node that a value ends with; the parser ends a block where the next key begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last(last[1] if isinstance(last, tuple) else last)
    return node
