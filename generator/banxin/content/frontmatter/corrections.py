"""Lines as typed, the corrections that make YAML of them, and the way back to every column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """A code of the catalogue with its details; line and column of the source, from 0.

    ``accepted``: what was meant is certain and was taken, so that it's only a reminder.
    ``shows_line``: the text wants the line as it should be typed, as the gap ``shown``.
    """

    code: str
    line: int
    column: int
    details: tuple[tuple[str, object], ...] = ()
    accepted: bool = False
    shows_line: bool = False


class Edit(msgspec.Struct, frozen=True, order=True):
    """``text`` in place of the columns from ``start`` up to ``end``."""

    start: int
    end: int
    text: str


class Line(msgspec.Struct, frozen=True):
    """A corrected line. ``anchors``: a column of it and the column it comes from, ascending."""

    text: str
    anchors: tuple[tuple[int, int], ...] = ((0, 0),)

    def origin(self, column: int) -> int:
        at, source = self.anchors[max(0, bisect_right(self.anchors, (column, 1 << 60)) - 1)]
        return source + column - at


def edited(text: str, edits: Iterable[Edit]) -> Line:
    """``text`` with ``edits`` that don't overlap; of two at one place the shorter comes first."""
    parts, anchors, at, width = [], [(0, 0)], 0, 0
    for edit in sorted(edits):
        if edit.start < at:
            continue
        parts += [text[at : edit.start], edit.text]
        width += edit.start - at
        anchors.append((width, edit.start))
        width += len(edit.text)
        anchors.append((width, edit.end))
        at = edit.end
    parts.append(text[at:])
    return Line("".join(parts), tuple(anchors))


class Corrected(msgspec.Struct, frozen=True):
    """YAML, line for line that of the source, and what was found while making it."""

    lines: tuple[str, ...]
    origins: Mapping[int, tuple[Line, ...]]  # the last correction first
    faults: tuple[Fault, ...]

    @classmethod
    def unchanged(cls, source: str) -> Corrected:
        return cls(tuple(source.split("\n")), {}, ())

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def origin(self, number: int, column: int) -> int:
        """The column of the source, from 0, that ``column`` of line ``number`` comes from."""
        if not self.origins:
            return column
        for line in self.origins.get(number, ()):
            column = line.origin(column)
        return max(0, column)


@dataclass(slots=True)
class Corrections:
    """Gathers edits and faults. ``lines`` are tidied already, ``tidied`` says how.

    Columns given to it are those of ``lines``.
    """

    lines: list[str]
    tidied: dict[int, Line]
    edits: dict[int, list[Edit]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    restored: set[int] = field(default_factory=set)
    noted: set[tuple[str, int]] = field(default_factory=set)

    def replace(self, number: int, start: int, end: int, text: str) -> None:
        self.edits.setdefault(number, []).append(Edit(start, end, text))

    def quote(self, first: int, start: int, last: int, end: int) -> None:
        """Put quotation marks around the text between two places, so that YAML takes it whole."""
        spans = self._spans(first, start, last, end)
        inside = "".join(self.lines[number][a:b] for number, a, b in spans)
        mark = "'" if '"' in inside or "\\" in inside else '"'
        self.replace(first, start, start, mark)
        for number, a, b in spans if mark == "'" else ():
            for at in range(a, b):
                if self.lines[number][at] == mark:
                    self.replace(number, at, at + 1, mark * 2)
        self.replace(last, end, end, mark)

    def _spans(self, first: int, start: int, last: int, end: int) -> list[tuple[int, int, int]]:
        spans = []
        for number in range(first, last + 1):
            a = start if number == first else 0
            b = end if number == last else len(self.lines[number])
            spans.append((number, a, b))
        return spans

    def restore(self, number: int, text: str) -> None:
        """Leave a line as it was typed after all."""
        del self.tidied[number]
        self.lines[number] = text
        self.restored.add(number)

    def blank(self, number: int) -> None:
        """Make a comment of a line that would only lead to consequences."""
        self.replace(number, 0, 0, "# ")

    def refuse(self, code: str, number: int, column: int, **details: object) -> None:
        self._note(code, number, column, details, accepted=False)

    def remind(self, code: str, number: int, column: int, **details: object) -> None:
        self._note(code, number, column, details, accepted=True)

    def _note(
        self, code: str, number: int, column: int, details: dict[str, object], *, accepted: bool
    ) -> None:
        line = self.tidied.get(number)
        column = line.origin(column) if line else column
        shows = "shown" not in details
        given = tuple(details.items())
        if (code, number) in self.noted:
            return  # the line that is shown puts all of them right
        self.noted.add((code, number))
        self.faults.append(Fault(code, number, column, given, accepted, shows_line=shows))

    def finish(self) -> Corrected:
        lines, origins = list(self.lines), {n: (line,) for n, line in self.tidied.items()}
        for number, edits in self.edits.items():
            line = edited(lines[number], edits)
            lines[number] = line.text
            origins[number] = (line, *origins.get(number, ()))
        kept = (f for f in self.faults if f.line not in self.restored or not f.accepted)
        return Corrected(tuple(lines), origins, tuple(_shown(f, lines) for f in kept))


def _shown(fault: Fault, lines: list[str]) -> Fault:
    if not fault.shows_line:
        return fault
    line = lines[fault.line].rstrip()  # its indentation says to what it belongs
    return msgspec.structs.replace(fault, details=(*fault.details, ("shown", line)))
