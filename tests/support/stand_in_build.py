"""A build and a check that answer as a test tells them to, and what they are asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from banxin.pipeline.build import Report
from banxin.pipeline.context import Progress
from banxin.pipeline.project import Options, Project
from banxin.problems import Place, Problem, Severity

CODE = "no-front-matter"
ERROR = Problem(Place("content/issues/2022/2022-04-01/01-01-a.md", 1), CODE)
WARNING = Problem(Place("content/about.md", 3, 7), CODE, severity=Severity.WARNING)
REPORT = Report(
    outputs=1234,
    drawn=("index.html", "2022-04-01/index.html"),
    removed=("old/index.html",),
    warnings=(),
    phases=(("load", 0.5), ("plan", 0.25), ("draw", 1.0), ("publish", 0.125)),
    size=5_400_000,
)


@dataclass(slots=True)
class StandInBuild:
    """Notes each project and options that it is called with, and answers as told."""

    answer: Report | Exception = REPORT
    problems: tuple[Problem, ...] = ()
    calls: list[tuple[Project, Options]] = field(default_factory=list)

    def build(self, project: Project, options: Options, _: Progress | None = None) -> Report:
        self.calls.append((project, options))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def check(self, project: Project, options: Options) -> tuple[Problem, ...]:
        self.calls.append((project, options))
        return self.problems
