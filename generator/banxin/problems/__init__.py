"""What is wrong with the sources to problems as values, collected until a run can report them all.

``texts/`` holds what is said of each, and every other sentence that a person reads. May import
nothing else of Banxin. Never prints, never reads a file, and never decides what is
wrong: whoever finds a mistake gives it here, with its id and its place.
"""

from __future__ import annotations

from banxin.problems.collecting import Problems
from banxin.problems.problem import BuildFailed, Place, Problem, Severity, error, warning
from banxin.problems.silencing import Silence

__all__ = [
    "BuildFailed",
    "Place",
    "Problem",
    "Problems",
    "Severity",
    "Silence",
    "error",
    "warning",
]
