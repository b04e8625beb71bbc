"""``banxin move``: stories under other numbers, with all that hangs on them, or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from banxin.cli import issues
from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.session import Session, WrongUse
from banxin.model.page_label import filed_under, page_key, page_label
from banxin.pipeline.project import Project
from banxin.problems.texts import Words

if TYPE_CHECKING:
    from banxin.cli.moving import Move

_PLACE = re.compile(
    r"/?(?P<issue>\d{4}-\d\d-\d\d(?:-\d+)?)/(?P<page>[^/]+)(?:/(?P<place>\d{1,3}))?/?"
)
LAST = 999


def command(words: Words) -> LocalizedCommand:
    stories = click.Argument(
        ["stories"], nargs=-1, required=True, metavar=words("help.metavar.stories")
    )
    to = option(words, "move.to", "--to", required=True, metavar=words("help.metavar.place"))
    return LocalizedCommand(words, "move", callback=click.pass_obj(run), params=[stories, to])


def run(session: Session, *, stories: tuple[str, ...], to: str) -> int:
    # late, as below: other commands, and --help, needn't wait for what reads articles
    from banxin.cli.all_or_nothing import write_all
    from banxin.cli.moving import Mover
    from banxin.scaffold.moving import CannotEdit

    words, project = session.words, session.project()
    found = [one for typed in stories for one in _stories(project, typed, words)]
    moves = _moves(project, list(dict.fromkeys(found)), to, words)
    try:
        changes = Mover(project, moves, _published(project, moves)).changes()
    except CannotEdit as refused:
        raise WrongUse(words("move.by-hand", file=refused)) from refused
    try:
        write_all(project.root, changes.written, changes.removed)
    except OSError as error:
        raise WrongUse(words("move.disk", why=error.strerror or error)) from error
    for move in moves:
        session.say(words("move.moved", old=move.old_path, new=move.new_path))
    for move in changes.aliases:
        session.say(words("move.alias", old=move.old.address, new=move.new.address))
    for move in changes.outlined:
        old = f"{move.old.issue}/{move.old.page}"
        session.say(words("move.outlined", key=move.new.key, old=old, issue=move.new.issue))
    if changes.others:
        listed = words("terminal.list").join(changes.others)
        session.say(words("move.others", files=listed))
    return 0


def _published(project: Project, moves: list[Move]) -> frozenset[str]:
    """Addresses that readers may have been given; none where nothing is known of any."""
    known = issues.published(project)
    there = issues.committed(project, [move.old_path for move in moves]) if known else frozenset()
    return known | {f"{m.old.address.strip('/')}/" for m in moves if m.old_path in there}


def _stories(project: Project, typed: str, words: Words) -> list[str]:
    """Paths of what was named: a file, a story by its address, or all of a page."""
    from banxin.content.reading.article import numbers

    path = Path(typed) if Path(typed).is_absolute() else Path.cwd() / typed
    if path.is_file() and path.resolve().is_relative_to(project.root.resolve()):
        inside = path.resolve().relative_to(project.root.resolve()).as_posix()
        if numbers(path.name) and re.fullmatch(r"content/issues/\d{4}/[^/]+/[^/]+", inside):
            return [inside]
    found = _PLACE.fullmatch(typed)
    if found is None or found["issue"] not in issues.keys(project):
        raise WrongUse(words("move.unknown", typed=typed))
    folder = issues.folder(found["issue"])
    names = sorted(file.name for file in (project.root / folder).iterdir())
    wanted = [f"{folder}/{name}" for name in names if _is_at(name, found)]
    if not wanted:
        raise WrongUse(words("move.unknown", typed=typed))
    return wanted


def _is_at(name: str, place: re.Match[str]) -> bool:
    from banxin.content.reading.article import numbers

    given = numbers(name)
    if given is None or given.page != _key(place):
        return False
    return not place["place"] or given.place == int(place["place"])


def _key(place: re.Match[str]) -> str:
    """Of the page: 01, b1; "" if it isn't one."""
    label = page_label(place["page"])
    return page_key(label) if label else ""


def _moves(project: Project, paths: list[str], to: str, words: Words) -> list[Move]:
    """Each story with the number that it gets. Raises WrongUse."""
    from banxin.cli.moving import Move
    from banxin.scaffold.moving import Numbering

    place = _PLACE.fullmatch(to)
    if place is None or not _key(place):
        raise WrongUse(words("move.place-odd", typed=to))
    label, issue = page_label(place["page"]), place["issue"]
    page = page_key(filed_under(label))
    if issue not in issues.keys(project):
        raise WrongUse(words("new.unknown-issue", issue=issue, known=issues.keys(project)[0]))
    pages = issues.form(project, issue).pages
    if pages and not issues.place_of(pages, page_key(label)):
        gaps = {"issue": issue, "pages": len(pages), "page": place["page"]}
        raise WrongUse(words("new.unknown-page", file=f"{issues.folder(issue)}/issue.md", **gaps))
    used = issues.used_numbers(project, issue, page, issues.published(project))
    first = int(place["place"]) if place["place"] else max(used, default=0) + 1
    if place["place"] and (len(paths) > 1 or first in used or not first):
        code = "move.one-number" if len(paths) > 1 else "move.number-used"
        raise WrongUse(words(code, place=to))
    if first + len(paths) - 1 > LAST:
        raise WrongUse(words("new.no-number-left", page=place["page"]))
    places = (Numbering(issue, page, first + n) for n in range(len(paths)))
    return [Move.of(path, new) for path, new in zip(paths, places, strict=True)]
