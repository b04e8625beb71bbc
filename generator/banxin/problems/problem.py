"""One complaint: which, where, how bad."""

from __future__ import annotations

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
    """One complaint. ``code`` is its stable id, by which ``texts/`` knows what is said of it;

    ``details`` fill the gaps of that text. A plugin's problem has an id with a slash
    (house-style/title-colon) and brings its own text: the details what, why and todo.
    """

    place: Place
    code: str
    details: tuple[tuple[str, str], ...] = ()
    severity: Severity = Severity.ERROR


def error(place: Place, code: str, **details: object) -> Problem:
    """``details`` become the named gaps of the text ``code``."""
    return Problem(place, code, _plain(details))


def warning(place: Place, code: str, **details: object) -> Problem:
    return Problem(place, code, _plain(details), Severity.WARNING)


def _plain(details: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in details.items()))


class BuildFailed(Exception):
    """A phase found errors. Carries all problems, warnings included.

    Nothing was written, unless something had ``changed`` when the disk refused to go on.
    """

    def __init__(self, problems: tuple[Problem, ...], *, changed: bool = False) -> None:
        super().__init__("; ".join(f"{p.place}: {p.code} {dict(p.details)}" for p in problems))
        self.problems = problems
        self.changed = changed
