"""The plan to files: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from banxin.cli.imports.plans import Plan
from banxin.importers.article_head import MARK
from banxin.importers.planning import PlannedArticle
from banxin.problems.texts import Words


class Taken(Exception):
    """A file of this name is there already, and stays as it is."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def write(root: Path, planned: Sequence[PlannedArticle], more: dict[str, str]) -> int:
    """How many files were written. ``more``: texts of other files, by their paths.

    Raises Taken, and OSError where the disk refuses; then what was written is taken away again.
    """
    made: list[Path] = []
    try:
        for path, data in _files(planned, more):
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                with file.open("xb") as stream:
                    made.append(file)
                    stream.write(data)
            except FileExistsError as error:
                raise Taken(path) from error
    except (Taken, OSError):
        for file in made:
            file.unlink(missing_ok=True)
        raise
    return len(made)


def written(plan: Plan, count: int, words: Words) -> str:
    """That so many files were written, and what to do where something in them is unsure."""
    unsure = any(MARK in one.text for one in plan.planned)
    said = words("importing.written" if unsure else "importing.written.sure", files=count)
    if MARK not in plan.target.text:
        return said
    return said + words("importing.written.pages", path=plan.target.file)


def files(planned: Sequence[PlannedArticle]) -> list[str]:
    """The paths of all that is written of these."""
    return [path for a in planned for path in (*(one.path for one in a.pictures), a.path)]


def _files(planned: Sequence[PlannedArticle], more: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    for path, text in more.items():
        yield path, text.encode()
    for article in planned:
        for picture in article.pictures:
            yield picture.path, picture.data()
        yield article.path, article.text.encode()
