"""What went wrong, where, and which text of the catalogue explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Place(msgspec.Struct, frozen=True, order=True):
    """A position in a source file, as a path from the project's root with ``/``.

    Lines and columns count from 1; 0 means unknown or the whole file.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


class Problem(msgspec.Struct, frozen=True, order=True):
    """One complaint. ``code`` names its text in ``messages.py``; ``details`` fill that text."""

    place: Place
    code: str
    details: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR


@dataclass(slots=True)
class Problems:
    """Collects problems, so that one run reports all of them, sorted and each once."""

    found: list[Problem] = field(default_factory=list)

    def add(self, place: Place, code: str, **details: object) -> None:
        """Record an error; ``details`` become the named gaps of the text ``code``."""
        self.found.append(Problem(place, code, _plain(details)))

    def warn(self, place: Place, code: str, **details: object) -> None:
        self.found.append(Problem(place, code, _plain(details), Severity.WARNING))

    def extend(self, problems: Iterable[Problem]) -> None:
        self.found.extend(problems)

    def raise_errors(self) -> None:
        """The gate between two phases: raise BuildFailed if there is any error so far."""
        if self:
            raise BuildFailed(tuple(self))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(set(self.found)))

    def __bool__(self) -> bool:
        return any(p.severity is Severity.ERROR for p in self.found)


def _plain(details: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in details.items()))


class BuildFailed(Exception):
    """A phase found errors; nothing was written. Carries all problems, warnings included."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.place}: {p.code} {dict(p.details)}" for p in problems))
        self.problems = problems
