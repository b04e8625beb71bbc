"""All problems of one run."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from banxin.problems.problem import BuildFailed, Place, Problem, Severity, error, warning
from banxin.problems.silencing import Silence, Silences


@dataclass(slots=True)
class Problems:
    """Collects problems, so that one run reports all of them, sorted and each once.

    ``found`` holds what it was given; whoever iterates gets what is to be reported: warnings that
    a source file silences are left out.
    """

    found: list[Problem] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)

    def add(self, place: Place, code: str, **details: object) -> None:
        """Record an error; ``details`` become the named gaps of the text ``code``."""
        self.found.append(error(place, code, **details))

    def warn(self, place: Place, code: str, **details: object) -> None:
        self.found.append(warning(place, code, **details))

    def silence(self, place: Place, code: str, scope: str) -> None:
        """Report no warning ``code`` of a file in ``scope``; see ``Silence``."""
        self.silences.append(Silence(place, code, scope))

    def extend(self, problems: Iterable[Problem], silences: Iterable[Silence] = ()) -> None:
        self.found.extend(problems)
        self.silences.extend(silences)

    def warn_of_unused(self, undecided: Container[str] = ()) -> None:
        """Record a warning for each silence that silences nothing; see ``Silences.unused``."""
        if self.silences:
            self.found += tuple(Silences(self.silences).unused(self.found, undecided))

    def raise_errors(self) -> None:
        """The gate between two phases: raise BuildFailed if there is any error so far."""
        if self:
            raise BuildFailed(tuple(self))

    def __iter__(self) -> Iterator[Problem]:
        found = sorted(set(self.found))
        if not self.silences:
            return iter(found)
        silences = Silences(self.silences)
        return iter([problem for problem in found if not silences.covers(problem)])

    def __bool__(self) -> bool:
        return any(p.severity is Severity.ERROR for p in self.found)
