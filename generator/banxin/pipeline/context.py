"""One build under way: its caches opened for it alone, its problems, what it is to be told of."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from banxin.model.fingerprint import digest
from banxin.pipeline import open_files
from banxin.pipeline.incremental.database import is_damage
from banxin.pipeline.incremental.store import Manifest, SourceStore
from banxin.pipeline.output.run_folder import run_folder
from banxin.pipeline.parallel import processors
from banxin.pipeline.program_digest import Program, running_program
from banxin.pipeline.project import Options, Project
from banxin.problems import BuildFailed, Place, Problem, Problems
from banxin.site.outputs import Scaled

STAGED = "staged-"  # in the cache: what is drawn waits there
Progress = Callable[[str, int, int], None]  # phase, done, of how many
StepProgress = Callable[[int, int], None]  # the same of one phase


class PriorityPages(Protocol):
    """Those who look at pages while many are drawn anew. Paths run from the output folder.

    ``pictures``: those of the pages that aren't made yet.
    """

    def requested(self) -> Container[str]: ...
    def show_first(self, files: Mapping[str, bytes], pictures: tuple[Scaled, ...] = ()) -> None: ...


class NoPriorityPages:
    def requested(self) -> Container[str]:
        return ()

    def show_first(self, files: Mapping[str, bytes], pictures: tuple[Scaled, ...] = ()) -> None:
        """Never called: nobody waits for any."""


@dataclass(slots=True)
class BuildContext:
    """What a build was asked, its caches, and what it has found so far."""

    program: Program
    project: Project
    options: Options
    sources: SourceStore
    manifest: Manifest
    progress: Progress
    problems: Problems
    staging: Path
    priority: PriorityPages

    def gate(self) -> None:
        """End the build if anything is wrong; with ``strict``, also if anything is doubtful."""
        self.problems.raise_errors()
        if self.options.strict and any(True for _ in self.problems):
            raise BuildFailed(tuple(self.problems))

    @property
    def processes(self) -> int:
        return self.options.processes or processors()


@contextmanager
def open_context(
    project: Project,
    options: Options,
    progress: Progress | None = None,
    priority: PriorityPages | None = None,
    program: Program | None = None,
) -> Iterator[BuildContext]:
    """Open the caches for one build. Raises BuildFailed for what the disk refuses.

    ``program``: for one who asked for it before.
    """
    name = cache_name(options)
    try:
        program = (program or running_program()).with_plugins(options.plugins)
        with (
            SourceStore(
                sources_file(project), program.digest, trusted=not options.redraw
            ) as sources,
            Manifest(project.cache / f"{name}.sqlite") as manifest,
            run_folder(project.cache / name.replace("output-", STAGED)) as staging,
        ):
            asked = project, options, sources, manifest
            yield BuildContext(
                program,
                *asked,
                progress or silent,
                Problems(),
                staging,
                priority or NoPriorityPages(),
            )
    except sqlite3.OperationalError as error:
        if is_damage(error):
            raise
        code = "build-busy" if "locked" in str(error) else "cache-failed"
        if code == "cache-failed" and open_files.are_too_many():
            code = "too-many-open"
        raise BuildFailed((_problem(str(project.cache.name), code, why=error),)) from error
    except OSError as error:
        raise BuildFailed((_refusal(error, project, options),)) from error


def sources_file(project: Project) -> Path:
    return project.cache / "sources.sqlite"


def cache_name(options: Options) -> str:
    """Of what is kept for one output folder: its manifest and, without an ending, its index's."""
    return f"output-{digest(options.output.absolute().as_posix().encode())[:12]}"


def _refusal(error: OSError, project: Project, options: Options) -> Problem:
    """What the disk refused, by a path that the reader knows."""
    file = _meant(Path(str(error.filename2 or error.filename or options.output)), project, options)
    inside = file.relative_to(project.root) if file.is_relative_to(project.root) else file
    reading = inside.parts[:1] in (("content",), ("themes",))
    code = "file-unreadable" if reading else "write-failed"
    if error.errno in open_files.NONE_LEFT:
        code = "too-many-open"
    return _problem(inside.as_posix(), code, why=error.strerror or error)


def _meant(file: Path, project: Project, options: Options) -> Path:
    """A file that waits to be published is known by the path that it is to have."""
    if not file.is_relative_to(project.cache):
        return file
    folder, *inside = file.relative_to(project.cache).parts or ("",)
    return options.output.joinpath(*inside) if folder.startswith(STAGED) else file


def _problem(file: str, code: str, **details: object) -> Problem:
    problems = Problems()
    problems.add(Place(file), code, **details)
    return next(iter(problems))


def silent(phase: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
