"""``banxin copy``: a story as HTML for the editor of WeChat's official accounts (公众号)."""

from __future__ import annotations

import re
from pathlib import Path

import click

from banxin.cli.commands.build import base, base_url_option
from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.session import Session, WrongUse, shown
from banxin.pipeline.project import Options, Project
from banxin.problems.texts import Words

_PLACE = re.compile(
    r"(?:https?://.*/|/)?(\d{4}-\d\d-\d\d(?:-\d+)?)/(\d{1,2})/(\d{1,2})/?", re.ASCII
)


def command(words: Words) -> LocalizedCommand:
    story = click.Argument(["story"], metavar=words("help.metavar.story"))
    file = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
    metavar = words("help.metavar.file")
    return LocalizedCommand(
        words,
        "copy",
        callback=click.pass_obj(run),
        params=[
            story,
            option(words, "copy.output", "--output", "-o", metavar=metavar, type=file),
            base_url_option(words),
        ],
    )


def run(session: Session, *, story: str, output: Path | None, base_url: str | None) -> int:
    # late: other commands, and --help, needn't wait for what reads articles
    from banxin.cli.html_clipboard import copied
    from banxin.pipeline import story_form
    from banxin.site.formats import WECHAT

    words, project = session.words, session.project()
    options = Options(project.output, base_url=base(words, base_url), search=False)
    found = story_form.story(project, options, _address(project, story), WECHAT)
    if output == Path("-"):
        session.say(found.text)
    elif output:
        try:
            output.write_text(f"{found.text}\n", encoding="utf-8")
        except OSError as error:
            why = error.strerror or str(error)
            raise WrongUse(words("copy.disk", file=shown(output), why=why)) from error
        session.say(words("copy.written", title=found.title, file=shown(output)))
    elif copied(found.text):
        session.say(words("copy.copied", title=found.title))
    else:
        raise WrongUse(words("copy.no-clipboard", story=story))
    return 0


def _address(project: Project, typed: str) -> str:
    """From the site's root, of a story that was named by its place, its address or its file."""
    from banxin.content.reading.article import numbers

    if found := _PLACE.fullmatch(typed):
        issue, page, place = found.groups()
        return f"{issue}/{int(page):02}/{int(place):02}"
    file = Path(typed).absolute()
    given = numbers(file.name)
    if given and file.is_file() and file.resolve().is_relative_to(project.root.resolve()):
        return f"{file.parent.name}/{given.key}"
    return typed
