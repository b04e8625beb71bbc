"""What one run of the command line knows of its surroundings, and how it speaks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from banxin.pipeline.project import Project
from banxin.plugins.discovery import InstalledPlugin
from banxin.problems import Problem, Severity
from banxin.problems.file_names import is_utf8, readable
from banxin.problems.reports import paragraphs
from banxin.problems.texts import Words

PAPER = "content/paper.yml"
BEIJING = timezone(timedelta(hours=8))
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


class WrongUse(click.UsageError):
    """The command was used wrongly; the message is already in the reader's language."""


@dataclass(slots=True)
class Session:
    """Effects, passed in. The options of every command fill in ``root`` and ``debug``."""

    words: Words
    environ: Mapping[str, str]
    now: Callable[[], datetime]
    plugins: Callable[[], tuple[InstalledPlugin, ...]]
    root: Path | None = None
    debug: bool = False

    @property
    def colour(self) -> bool | None:
        """False: none, as https://no-color.org has it; None: on terminals only."""
        return False if self.environ.get("NO_COLOR") else None

    def say(self, text: str) -> None:
        """A result: standard output."""
        click.echo(text, color=self.colour)

    def complain(self, text: str) -> None:
        """A problem: standard error."""
        click.echo(text, err=True, color=self.colour)

    def show(self, problems: Iterable[Problem]) -> None:
        """Problems on standard error, as a person reads them."""
        for one in paragraphs(problems, self.words.language):
            head, *rest = one.text.split("\n")
            marked = click.style(head[len(one.place) :], fg=_COLOURS[one.severity])
            self.complain("\n".join([click.style(one.place, bold=True) + marked, *rest]))

    def look_over(self, project: Project, key: str, problems: Iterable[Problem]) -> None:
        """The issue as a list: ``key``, else the newest. Nothing while it has errors itself."""
        from banxin.cli.overview import lines  # late: most commands needn't
        from banxin.pipeline.last_look import last_look

        found = last_look(project, key)
        wrong = (p.place.file for p in problems if p.severity is Severity.ERROR)
        if found and not any(file.startswith(found.folder) for file in wrong):
            self.say("\n".join(lines(found, self.words)))

    def count(self, problems: Iterable[Problem]) -> str:
        """2 处错误，1 处提醒."""
        found = [p.severity for p in problems]
        pairs = (("errors", Severity.ERROR), ("warnings", Severity.WARNING))
        counts = [(key, found.count(severity)) for key, severity in pairs]
        return self.words("terminal.comma").join(
            self.words(f"terminal.{key}", n=n) for key, n in counts if n
        )

    def today(self, zone: str = "Asia/Shanghai") -> date:
        """The day at the paper's place: a computer in the cloud is often on another one."""
        try:
            return self.now().astimezone(ZoneInfo(zone)).date()
        except (LookupError, ValueError):  # unknown zone, or a Windows without time zones
            return self.now().astimezone(BEIJING).date()

    def project(self) -> Project:
        """The paper that was named, or the one around the current folder. Raises WrongUse."""
        if self.root is not None:
            if not (self.root / PAPER).is_file():
                raise WrongUse(self.words("usage.root", path=self.root))
            return Project(self.written(self.root.resolve()))
        here = Path.cwd()
        found = next((f for f in (here, *here.parents) if (f / PAPER).is_file()), None)
        if found is None:
            raise WrongUse(self.words("usage.no-paper", path=here))
        return Project(self.written(found))

    def written(self, folder: Path) -> Path:
        """``folder``, whose name we can write down. Raises WrongUse for one that isn't UTF-8."""
        if not is_utf8(str(folder)):
            raise WrongUse(self.words("usage.not-utf8", path=readable(str(folder))))
        return folder


def shown(path: Path) -> str:
    """A path as short as it can be said from here, with ``/``."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # pragma: no cover - another drive of Windows
        return path.as_posix()
    return path.as_posix() if near.startswith("..") else Path(near).as_posix()
