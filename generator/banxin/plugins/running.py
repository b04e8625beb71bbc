"""Ask plugins about an issue. One that raises, or returns what it may not, becomes a problem that
names it; it never takes the build down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from msgspec.structs import replace

from banxin.content.fields.addresses import is_file_path
from banxin.model import Issue, Paper
from banxin.plugins import Plugin
from banxin.plugins.discovery import InstalledPlugin
from banxin.problems import BuildFailed, Place, Problem, Problems

Plugins = tuple[InstalledPlugin, ...]
_SAID = {"what", "why", "todo"}


def loaded(plugins: Plugins, problems: Problems) -> Iterator[tuple[InstalledPlugin, Plugin]]:
    """Those that can be loaded; the others are reported."""
    for one in plugins:
        with _reported(one, Place(one.target), problems):
            yield one, one.load()


def working(plugins: Plugins, problems: Problems) -> Plugins:
    return tuple(one for one, _ in loaded(plugins, problems))


def check(plugins: Plugins, issue: Issue, problems: Problems) -> None:
    """Add what the plugins' checks find in ``issue``, each under its plugin's name."""
    for one, plugin in loaded(plugins, problems):
        for function in plugin.checks:
            with _reported(one, Place(issue.folder), problems):
                problems.extend([_named(one, found) for found in function(issue)])


def files(plugins: Plugins, issue: Issue, paper: Paper) -> tuple[tuple[str, bytes], ...]:
    """What the plugins make of ``issue``: paths from the output folder, and bytes.

    Raises BuildFailed with the problems of all of them.
    """
    problems = Problems()
    made: list[tuple[str, bytes]] = []
    for one, plugin in loaded(plugins, problems):
        for function in plugin.outputs:
            with _reported(one, Place(issue.folder), problems):
                made += [_file(path, data) for path, data in function(issue, paper)]
    if problems:
        raise BuildFailed(tuple(problems))
    return tuple(made)


@contextmanager
def _reported(one: InstalledPlugin, place: Place, problems: Problems) -> Iterator[None]:
    """Whatever is raised within is a problem that names the plugin."""
    try:
        yield
    except Exception as error:
        problems.extend([failure(one.name, place, error)])


def failure(name: str, place: Place, error: Exception) -> Problem:
    problems = Problems()
    last = extract_tb(error.__traceback__)[-1]
    where, why = f"{Path(last.filename).name}:{last.lineno}", f"{type(error).__name__}: {error}"
    problems.add(place, "plugin-failed", plugin=name, why=why, where=where)
    return next(iter(problems))


def _named(one: InstalledPlugin, found: object) -> Problem:
    if not isinstance(found, Problem) or dict(found.details).keys() != _SAID:
        raise TypeError(f"a check gives what problem() makes, not {found!r}")
    return replace(found, code=f"{one.name}/{found.code}")


def _file(path: object, data: object) -> tuple[str, bytes]:
    if not isinstance(path, str) or not isinstance(data, bytes):
        raise TypeError(f"an output gives paths and bytes, not {path!r} and {type(data).__name__}")
    if not all(path.split("/")) or not is_file_path(f"/{path}"):
        raise ValueError(f"{path!r} is no path below the output folder")
    return path, data
