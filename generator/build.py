"""The build, phase by phase; the only module that knows their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .problems import Problem
from .project import Options, Project

Progress = Callable[[str, int, int], None]  # phase, done, of how many


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. Paths run from the output folder; seconds by phase, in order."""

    outputs: int
    drawn: tuple[str, ...]
    removed: tuple[str, ...]
    warnings: tuple[Problem, ...]
    phases: tuple[tuple[str, float], ...]
    size: int  # bytes of the whole site


def build(project: Project, options: Options, progress: Progress | None = None) -> Report:
    """Bring ``options.output`` up to date, or raise BuildFailed and leave it untouched."""
    raise NotImplementedError


def check(project: Project, options: Options) -> tuple[Problem, ...]:
    """Everything ``build`` would complain of, warnings included; writes no output."""
    raise NotImplementedError
