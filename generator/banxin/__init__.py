"""Banxin (版心): publishes each issue of a Chinese newspaper as a static website.

The public API, which is what ``__all__`` lists::

    project = banxin.Project(Path("my-paper"))
    try:
        report = banxin.build(project)
    except banxin.BuildFailed as failed:
        report = None
        print(*(problem.place for problem in failed.problems))

Everything is loaded when it is first asked for, so that ``import banxin`` takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from banxin.pipeline.build import Report
    from banxin.pipeline.project import Options, Project
    from banxin.problems import BuildFailed, Problem

__version__ = "0.1.0"
__all__ = ["BuildFailed", "Options", "Problem", "Project", "Report", "build", "check"]


def build(project: Project, options: Options | None = None) -> Report:
    """Bring the site up to date. Raises BuildFailed, with the output untouched, on any error.

    Without ``options``: into the project's own output folder, with all plugins that are installed.
    """
    from banxin.pipeline.build import build

    return build(project, options or _usual(project))


def check(project: Project, options: Options | None = None) -> tuple[Problem, ...]:
    """All that ``build`` would complain of, errors and warnings; nothing is written."""
    from banxin.pipeline.build import check

    return check(project, options or _usual(project))


def _usual(project: Project) -> Options:
    from banxin.pipeline.project import Options
    from banxin.plugins.discovery import installed_plugins

    return Options(output=project.output, plugins=installed_plugins())


if not TYPE_CHECKING:  # a type checker would take any name for one of these
    _PLACES = {
        "BuildFailed": "banxin.problems",
        "Options": "banxin.pipeline.project",
        "Problem": "banxin.problems",
        "Project": "banxin.pipeline.project",
        "Report": "banxin.pipeline.build",
    }

    def __getattr__(name: str) -> object:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_PLACES[name]), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
