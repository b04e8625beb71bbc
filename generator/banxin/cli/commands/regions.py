"""``banxin regions``: draw the hot areas of an issue's page images."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from banxin.cli import issues
from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.parameter_types import IssueDayType, IssueKey, Number
from banxin.cli.session import Session, WrongUse
from banxin.problems import Problems
from banxin.problems.texts import Words

if TYPE_CHECKING:
    from banxin.server.regions import RegionEditor

LAST_PAGE = 999


class IssueWithRegions(IssueKey):
    """An issue that exists, its date typed in the ways in which dates are."""

    def __init__(self, words: Words) -> None:
        super().__init__(_known)
        self.day = IssueDayType(words)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        return self.day.convert(value, param, ctx)


def command(words: Words) -> LocalizedCommand:
    number = Number(words, 1, LAST_PAGE)
    page = option(
        words, "regions.page", "--page", metavar=words("help.metavar.number"), type=number
    )
    return LocalizedCommand(
        words,
        "regions",
        callback=click.pass_obj(run),
        params=[
            click.Argument(
                ["issue"], metavar=words("help.metavar.issue"), type=IssueWithRegions(words)
            ),
            page,
            option(words, "serve.open", "--open", "open_browser", is_flag=True),
        ],
    )


def _known(ctx: click.Context) -> list[str]:
    """Issues for Tab; nothing at all outside of a paper."""
    try:
        return issues.keys(ctx.obj.project()) if isinstance(ctx.obj, Session) else []
    except WrongUse:
        return []


def run(session: Session, *, issue: str, page: int | None, open_browser: bool) -> int:
    from banxin.server import regions  # late: completion and --help needn't wait for Pillow

    words, project = session.words, session.project()
    known = issues.keys(project)
    if issue not in known:
        latest = words("terminal.list").join(known[:3])
        gaps = {"issue": issue, "known": latest}
        raise WrongUse(words("new.unknown-issue" if known else "new.no-issue", **gaps))
    editor = regions.open_editor(project.root, issues.folder(issue))
    if page:
        _require(page, editor, issue, words)
    regions.draw_regions(
        editor,
        page=page or 0,
        open_browser=open_browser,
        say=session.say,
        language=words.language,
    )
    return 0


def _require(page: int, editor: RegionEditor, issue: str, words: Words) -> None:
    """Raises WrongUse if the page has no image to draw on."""
    numbers = [sheet.number for sheet in editor.sheets(Problems())]
    if page not in numbers:
        known = words("terminal.list").join(map(str, numbers))
        raise WrongUse(words("regions.no-plate", issue=issue, page=page, known=known))
