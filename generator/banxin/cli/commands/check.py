"""``banxin check``: everything a build would complain of, and nothing written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from msgspec.structs import replace

from banxin.cli.commands.build import published_option
from banxin.cli.issues import folder
from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.parameter_types import Choice, IssueDayType
from banxin.cli.session import Session, WrongUse
from banxin.pipeline.project import Options, Project
from banxin.problems import Problem, Severity
from banxin.problems.reports import report
from banxin.problems.texts import Words

FORMS = ("text", "json", "github")


def command(words: Words) -> LocalizedCommand:
    return LocalizedCommand(
        words,
        "check",
        callback=click.pass_obj(run),
        params=[
            option(
                words,
                "check.format",
                "--format",
                "form",
                default="text",
                metavar=f"[{'|'.join(FORMS)}]",
                type=Choice(words, FORMS),
            ),
            option(words, "build.strict", "--strict", is_flag=True),
            published_option(words),
            option(words, "build.publish", "--publish", "publishing", is_flag=True),
            option(
                words,
                "check.issue",
                "--issue",
                metavar=words("help.metavar.date"),
                type=IssueDayType(words),
            ),
        ],
    )


def run(
    session: Session,
    *,
    form: str,
    strict: bool,
    published: str,
    publishing: bool,
    issue: str | None,
) -> int:
    from banxin.pipeline.build import check  # late: completion and --help needn't wait for Pillow

    project = session.project()
    if issue and not (project.root / folder(issue)).is_dir():
        raise WrongUse(session.words("check.no-issue", key=issue))
    options = Options(
        output=project.output,
        strict=strict,
        published=published,
        publishing=publishing,
        plugins=session.plugins(),
    )
    every = check(project, options)
    problems = tuple(p for p in every if not issue or _is_in(p, folder(issue)))
    language = session.words.language
    if form == "json":
        session.say(report(problems, "json", language))
    elif form == "github":
        if problems:
            session.say(
                report(_in_repository(problems, project, session.environ), "github", language)
            )
    else:
        _tell(session, problems, len(every) - len(problems))
        session.look_over(project, issue or "", every)
    return 1 if any(strict or p.severity is Severity.ERROR for p in problems) else 0


def _tell(session: Session, problems: tuple[Problem, ...], others: int) -> None:
    """``others``: how many there are outside of the issue that was asked for."""
    session.show(problems)
    if problems:
        counts = session.count(problems)
        session.complain("\n" + session.words("check.found", counts=counts))
    else:
        session.say(session.words("check.clean"))
    if others:
        session.complain(session.words("check.others", n=others))


def _is_in(problem: Problem, folder: str) -> bool:
    return problem.place.file == folder or problem.place.file.startswith(f"{folder}/")


def _in_repository(
    problems: Iterable[Problem], project: Project, environ: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Places as GitHub wants them: from the repository's root, where the paper may be a folder."""
    top = environ.get("GITHUB_WORKSPACE")
    if not top or not project.root.is_relative_to(Path(top).resolve()):
        return tuple(problems)
    prefix = project.root.relative_to(Path(top).resolve()).as_posix()
    if prefix == ".":
        return tuple(problems)
    return tuple(
        replace(p, place=replace(p.place, file=f"{prefix}/{p.place.file}")) for p in problems
    )
