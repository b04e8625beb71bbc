"""One field of one article's file, and not a byte beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from banxin.content.fields import VOCABULARY
from banxin.content.fields.article import ARTICLE, ArticleKeys
from banxin.content.fields.record import Field, record
from banxin.content.frontmatter import Document, List, Map, Node, decode, split
from banxin.problems import Place, Problems

Points = tuple[tuple[str, str], ...]  # x, y in per cent, as text

REGION = ArticleKeys.REGION
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")


def flow(points: Points) -> str:
    """As it is typed: [[2, 18], [64, 18], [64, 66.5]]."""
    return "[" + ", ".join(f"[{x}, {y}]" for x, y in points) + "]"


def with_region(file: str, data: bytes, points: Points, problems: Problems) -> bytes | None:
    """``data`` with ``points`` as the article's region, or with none if there are no points.

    The field keeps the name and the place it has; a new one goes last, named in the language of
    the title's. None, after reporting: the file has errors, or its front matter is written in a
    way that leaves no safe place for the line.
    """
    document = _document(file, data, problems)
    if document is None:
        return None
    changed = _written(data.decode(), document, points)
    if changed is None or not _differs_only_there(file, document, changed, points):
        problems.add(Place(file), "regions-by-hand", field=f"region: {flow(points)}")
        return None
    return changed


def _written(text: str, document: Document, points: Points) -> bytes | None:
    """None where the fields can be read only after what a keyboard spoiled is put right."""
    try:
        return _changed(_Source.of(text, document), points).encode()
    except (yaml.YAMLError, ValueError):
        return None


def _document(file: str, data: bytes, problems: Problems) -> Document | None:
    text = decode(file, data, problems)
    return None if text is None else split(file, text, problems, VOCABULARY)


def _differs_only_there(file: str, before: Document, data: bytes, points: Points) -> bool:
    """Whether a reader of ``data`` finds these points, and all else as it was."""
    problems = Problems()
    after = _document(file, data, problems)
    if after is None or _others(after) != _others(before):
        return False
    if sum(_means(pair.key.value, REGION) for pair in after.fields.pairs) > 1:
        return False
    read = record(file, after.fields, ARTICLE, Problems()).get(REGION)
    return (read or ()) == points


def _others(document: Document) -> tuple[object, ...]:
    pairs = document.fields.pairs
    kept = ((p.key.value, _typed(p.value)) for p in pairs if not _means(p.key.value, REGION))
    return *kept, document.body


def _typed(node: Node) -> object:
    """A node without its place."""
    if isinstance(node, Map):
        return {pair.key.value: _typed(pair.value) for pair in node.pairs}
    return tuple(map(_typed, node.items)) if isinstance(node, List) else node.value


def _means(name: str, wanted: Field[object]) -> bool:
    """Whether ``name`` is the key of a field or one of its aliases."""
    return name == wanted.key or name in wanted.aliases


def _changed(source: _Source, points: Points) -> str:
    """The text with the field replaced, added or taken out; wherever it seems to be."""
    found = next(((k, v) for k, v in source.fields if _means(k.value, REGION)), None)
    if found and points:
        return source.replaced(*found, flow(points))
    if found:
        return source.without(*found)
    return source.added(flow(points)) if points else source.text


class _Source(msgspec.Struct, frozen=True):
    """A file's text, and where its lines begin; the front matter is the lines from ``first``
    up to ``last``, counted from 0, without its fences."""

    text: str
    starts: tuple[int, ...]
    first: int
    last: int
    fields: tuple[tuple[yaml.Node, yaml.Node], ...]

    @classmethod
    def of(cls, text: str, document: Document) -> _Source:
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

    def without(self, key: yaml.Node, value: yaml.Node) -> str:
        above = self._line_start(self._at(key.start_mark))
        _, end = self._extent(value, self._colon(key))
        beyond = self._line_end(end)
        return self.text[:above] + self._comments(above, beyond) + self.text[beyond:]

    def added(self, typed: str) -> str:
        title = next((k for k, _ in self.fields if _means(k.value, ArticleKeys.TITLE)), None)
        indent = " " * (self.fields[0][0].start_mark.column if self.fields else 0)
        chinese = title is not None and not title.value.isascii()
        name = REGION.aliases[0] if chinese else REGION.key
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
        start, end = self._at(value.start_mark), self._at(_last(value).end_mark)
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
    """The node that a value ends with; the parser ends a block list where the next key begins."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _last(node.value[-1])
    return node
