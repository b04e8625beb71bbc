"""YAML to nodes that keep every scalar as it was typed, and know where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec
import yaml

from banxin.content.frontmatter import faults, marks
from banxin.content.frontmatter.characters import GLYPHLESS, name_of
from banxin.content.frontmatter.corrections import Corrected, Fault
from banxin.content.frontmatter.decoding import refused_in
from banxin.content.frontmatter.preparation import SUSPECT, prepare
from banxin.content.frontmatter.vocabulary import NO_WORDS, Vocabulary
from banxin.problems import Place, Problems

# the C parser is faster; where it wasn't built, the same events come slower
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 8  # an article's fields need three


class Text(msgspec.Struct, frozen=True):
    """A scalar: ``No``, ``12:30`` and ``0123`` are what was typed. Lines count from 1."""

    value: str
    line: int
    column: int


class List(msgspec.Struct, frozen=True):
    items: tuple[Node, ...]
    line: int
    column: int


class Pair(msgspec.Struct, frozen=True):
    key: Text
    value: Node


class Map(msgspec.Struct, frozen=True):
    """Pairs in the order typed; no key occurs twice."""

    pairs: tuple[Pair, ...]
    line: int
    column: int


Node = Text | List | Map


def parse(
    file: str,
    source: str,
    problems: Problems,
    *,
    line: int = 1,
    vocabulary: Vocabulary = NO_WORDS,
) -> Node | None:
    """The one YAML document in ``source``, whose first line is ``line`` of ``file``.

    An empty document is an empty Map. None after reporting; anchors, aliases, tags and
    repeated keys are reported, so a small file can't unfold into a large value. What a keyboard
    spoiled is read as it was meant, and reminded of, or reported.
    """
    _warn_of_glyphs(file, source, problems, line)
    if "<" in source or "![" in source or ("&" in source and ";" in source):
        marks.report(file, source, problems, line)
    if not SUSPECT.search(source):
        found = Problems()
        node = _read(_Reader(file, Corrected.unchanged(source), found, line - 1))
        if node is not None:
            return node
        if any(problem.code == "too-deep" for problem in found.found):
            problems.extend(found.found)
            return None
    reader = _Reader(file, prepare(source, vocabulary), problems, line - 1)
    reader.note(reader.source.faults)
    return _read(reader)


def _warn_of_glyphs(file: str, source: str, problems: Problems, line: int) -> None:
    """Of characters that nobody can read: once each, where the first of them is."""
    seen: set[str] = set()
    for found in GLYPHLESS.finditer(source):
        text, at = found[0], found.start()
        if text in seen:
            continue
        seen.add(text)
        column = at - source.rfind("\n", 0, at)
        place = Place(file, line + source.count("\n", 0, at), column)
        if found["private"]:
            problems.warn(place, "private-character", character=name_of(text))
        else:
            problems.warn(place, "garbled-text", text=text)


def _read(reader: _Reader) -> Node | None:
    try:
        node = reader.document(yaml.parse(reader.source.text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        reader.explain(error)
        return None
    except _TooDeepError:  # and go no further: the parser takes minutes over 100,000 brackets
        return None
    return None if reader.failed else node


class _TooDeepError(Exception):
    """Reported; the rest of the document isn't looked at."""


@dataclass(slots=True)
class _Reader:
    """Builds nodes from the parser's events. ``above``: lines of the file before the source."""

    file: str
    source: Corrected
    problems: Problems
    above: int
    failed: bool = False
    refused: set[int] = field(default_factory=set)  # lines with an anchor, an alias or a tag

    def note(self, faults: Iterable[Fault]) -> None:
        """Report what was found before the parser had its say."""
        for fault in faults:
            place = Place(self.file, fault.line + self.above + 1, fault.column + 1)
            if fault.accepted:
                self.problems.warn(place, fault.code, **dict(fault.details))
            else:
                self.failed = True
                self.problems.add(place, fault.code, **dict(fault.details))

    def document(self, events: Iterator[yaml.Event]) -> Node:
        next(events)  # start of the stream
        first = next(events)
        if isinstance(first, yaml.StreamEndEvent):
            return Map((), self.above + 1, 1)
        node = self.node(events, next(events), 0)
        next(events)  # end of the document
        another = next(events)
        if not isinstance(another, yaml.StreamEndEvent):
            self.refuse("several-documents", *_start(another))
        return node

    def node(self, events: Iterator[yaml.Event], event: yaml.Event, depth: int) -> Node:
        """The node that begins with ``event``; takes its events up to its end."""
        start = _start(event)
        line, column = start[0] + self.above + 1, self.source.origin(*start) + 1
        if isinstance(event, yaml.AliasEvent):
            self.refuse_character(*start)
            return Text("", line, column)
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self.refuse_character(*start)
            if event.style == '"' and (character := refused_in(event.value)):  # "\x1a"
                self.refuse("control-character", *start, character=character)
            return Text(event.value, line, column)
        if isinstance(event, yaml.CollectionStartEvent) and (event.anchor or event.tag):
            self.refuse_character(*start)
        if depth == _DEEPEST:
            self.refuse("too-deep", *start)
            raise _TooDeepError
        if isinstance(event, yaml.SequenceStartEvent):
            return List(self.items(events, depth), line, column)
        return Map(self.pairs(events, depth), line, column)

    def items(self, events: Iterator[yaml.Event], depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.node(events, event, depth + 1))
        return tuple(items)

    def pairs(self, events: Iterator[yaml.Event], depth: int) -> tuple[Pair, ...]:
        pairs: dict[str, Pair] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(events, event, depth + 1)
            value = self.node(events, next(events), depth + 1)
            if not isinstance(key, Text):
                self.refuse("key-not-text", *_start(event))
            elif key.value in pairs:
                first = pairs[key.value].key.line
                self.refuse("repeated-key", *_start(event), key=key.value, first=first)
            else:
                pairs[key.value] = Pair(key, value)
        return tuple(pairs.values())

    def refuse_character(self, number: int, column: int) -> None:
        """An anchor, alias or tag: almost always a title that begins with & * or !."""
        if number in self.refused:
            self.failed = True
            return  # the line is shown in quotes once; a thousand aliases aren't
        self.refused.add(number)
        line = self.source.lines[number]
        details = {"character": line[column : column + 1], "shown": faults.quoted_line(line)}
        self.refuse("reserved-character", number, column, **details)

    def refuse(self, code: str, line: int, column: int, **details: object) -> None:
        self.failed = True
        place = Place(self.file, line + self.above + 1, self.source.origin(line, column) + 1)
        self.problems.add(place, code, **details)

    def explain(self, error: yaml.MarkedYAMLError) -> None:
        """Say why the parser stopped, unless that only follows from what was said already."""
        if not self.failed:
            fault = faults.explain(error, list(self.source.lines))
            self.refuse(fault.code, fault.line, fault.column, **dict(fault.details))


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column of the source, from 0."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
