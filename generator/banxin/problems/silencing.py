"""``ignore:`` in a source file: which warnings it silences, and whether it silences any."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

import msgspec

from banxin.problems.problem import Place, Problem, Severity

UNUSED = "ignore-unused"
EVERYTHING = ""  # the scope of paper.yml


class Silence(msgspec.Struct, frozen=True):
    """Warnings ``code`` of the files in ``scope`` aren't reported, for ``place`` says so.

    ``scope``: a file, a folder with all in it, or EVERYTHING.
    """

    place: Place
    code: str
    scope: str


class Silences:
    """All that a run was asked to leave unsaid."""

    def __init__(self, given: Iterable[Silence]) -> None:
        self._given = tuple(given)
        self._heard = {(one.code, one.scope) for one in self._given}

    def covers(self, problem: Problem) -> bool:
        """Never an error."""
        return any(True for _ in self._covering(problem))

    def unused(self, problems: Iterable[Problem], undecided: Container[str]) -> Iterator[Problem]:
        """A warning for each that silences none of ``problems``, all that were found.

        ``undecided``: warnings that may come later, or that this run doesn't look for.
        """
        used = {key for problem in problems for key in self._covering(problem)}
        for one in self._given:
            if (one.code, one.scope) not in used and one.code not in undecided:
                yield Problem(one.place, UNUSED, (("code", one.code),), Severity.WARNING)

    def _covering(self, problem: Problem) -> Iterator[tuple[str, str]]:
        if problem.severity is Severity.WARNING:
            scope = problem.place.file
            while scope:
                if (problem.code, scope) in self._heard:
                    yield problem.code, scope
                scope = scope.rpartition("/")[0]
            if (problem.code, EVERYTHING) in self._heard:
                yield problem.code, EVERYTHING
