"""``banxin import``: manuscripts to articles, shown first, written when somebody says so."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from banxin.cli import issues
from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.parameter_types import IssueDayType, PageName
from banxin.cli.session import Session, WrongUse
from banxin.model.page_label import filed_under, page_key
from banxin.problems.texts import Words

if TYPE_CHECKING:
    from banxin.cli.imports.issue import ImportIssue
    from banxin.cli.imports.sources import Gathered
    from banxin.importers.known import Known
    from banxin.importers.planning import PlannedArticle, Wanted
    from banxin.model import Paper
    from banxin.pipeline.project import Project

LAST_ARTICLE = 999
INTERRUPTED = 130


def command(words: Words) -> LocalizedCommand:
    files = click.Argument(
        ["files"],
        nargs=-1,
        metavar=f"[{words('help.metavar.file')}]…",
        type=click.Path(path_type=Path),
    )
    return LocalizedCommand(
        words,
        "import",
        callback=click.pass_obj(run),
        params=[
            files,
            option(
                words,
                "import.issue",
                "--issue",
                metavar=words("help.metavar.date"),
                type=IssueDayType(words),
            ),
            option(
                words,
                "import.page",
                "--page",
                metavar=words("help.metavar.number"),
                type=PageName(words),
            ),
            option(words, "import.paste", "--paste", is_flag=True),
            option(words, "import.new", "--new", "only_new", is_flag=True),
            option(words, "import.yes", "--yes", is_flag=True),
            option(words, "import.open", "--open", "open_browser", is_flag=True),
        ],
    )


def run(
    session: Session,
    *,
    files: tuple[Path, ...],
    issue: str | None,
    page: str | None,
    paste: bool,
    only_new: bool,
    yes: bool,
    open_browser: bool,
) -> int:
    from banxin.cli.imports.already import already
    from banxin.cli.imports.issue import issue_for, key_of, paper_of

    words, project = session.words, session.project()
    paper = paper_of(project)
    with ExitStack() as open_files:
        found = _gathered(session, files, paper, open_files, paste=paste)
        if not found.wanted:
            session.say(words("importing.nothing"))
            return 1 if found.refused else 0
        if page:
            found.wanted = _on_page(found.wanted, page)
        key = key_of(project, issue, found.day, words)
        target, found.wanted = issue_for(project, key, paper, found.wanted, words)
        known = already(project, key, found.wanted, joins_lines=paper.joins_lines)
        if only_new:
            _say_skipped(session, found.wanted, known)
            found.wanted, known = _without(found.wanted, known), {}
        if not found.wanted:
            return 1 if found.refused else 0
        wish = "all" if yes else "page" if open_browser else "list"
        code = _carry_out(session, project, found, target, paper, known, wish)
    return code or (1 if found.refused else 0)


def _carry_out(
    session: Session,
    project: Project,
    found: Gathered,
    target: ImportIssue,
    paper: Paper,
    known: dict[int, Known],
    wish: str,
) -> int:
    """Shows the plan and writes what is answered. ``wish``: "all" asks nobody, "page" shows a page
    of the local server beside the "list"."""
    planned = _planned(project, found, target, session.words)
    _show(session, planned, target, found, paper, known)
    try:
        ask = wish != "all"
        answer = _answer(session, planned, known, open_browser=wish == "page") if ask else wish
    except KeyboardInterrupt:
        session.complain("\n" + session.words("importing.interrupted"))
        return INTERRUPTED
    if not answer:
        return 0
    if answer == "new":
        found.wanted = _without(found.wanted, known)
        planned = _planned(project, found, target, session.words)
    return _write(session, project, planned, target)


def _without(wanted: list[Wanted], known: dict[int, Known]) -> list[Wanted]:
    return [one for n, one in enumerate(wanted) if n not in known]


def _say_skipped(session: Session, wanted: list[Wanted], known: dict[int, Known]) -> None:
    from banxin.cli.imports.known_texts import skipped

    for line in skipped(wanted, known, session.words):
        session.say(line)


def _on_page(wanted: list[Wanted], page: str) -> list[Wanted]:
    return [replace(one, page=page, sure=True) for one in wanted]


def _gathered(
    session: Session, files: tuple[Path, ...], paper: Paper, open_files: ExitStack, *, paste: bool
) -> Gathered:
    """What there is to import; files that can't be read are told. Raises WrongUse."""
    from banxin.cli.imports.sources import MOST_FILES, gather, gather_text

    words = session.words
    columns = frozenset(term.name for term in paper.columns)

    def converting(count: int) -> None:
        session.say(words("importing.converting", n=count))

    if paste:
        found = gather_text(_copied(session), "--paste", columns)
    else:
        _must_be_there(files, words)
        found = gather(files, columns, open_files, converting)
    for name, refused in found.refused:
        why = words(f"importing.refused.{refused.key}", **refused.gaps)
        session.complain(words("importing.skipped", name=name, why=why))
    if found.too_many:
        session.complain(words("importing.many", most=MOST_FILES))
    for name in found.converted:
        session.say(words("importing.file.converted", name=name))
    return found


def _copied(session: Session) -> bytes:
    """Raises WrongUse where there is no text."""
    from banxin.cli.imports.clipboard import NoClipboard, copied

    words = session.words
    try:
        data = copied()
    except NoClipboard as error:
        raise WrongUse(words("importing.paste.no-program")) from error
    if not data:
        raise WrongUse(words("importing.paste.nothing"))
    session.say(words("importing.paste.text"))
    return data


def _must_be_there(files: tuple[Path, ...], words: Words) -> None:
    if not files:
        raise WrongUse(words("importing.no-files"))
    for file in files:
        if not file.exists():
            raise WrongUse(words("importing.no-file", name=file))


def _planned(
    project: Project, found: Gathered, target: ImportIssue, words: Words
) -> tuple[PlannedArticle, ...]:
    """Raises WrongUse where a page has no number left."""
    from banxin.cli.imports.sources import sources_in
    from banxin.importers.planning import plan

    folder = project.root / target.target.folder
    taken = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    published = issues.published(project)
    aside = sources_in(folder, taken, found.sources)

    def next_number(page: str) -> int:
        place = page_key(filed_under(page))
        return issues.next_number(project, target.key, place, published, aside)

    planned = plan(found.wanted, target.target, next_number, taken)
    for one in planned:
        if one.number > LAST_ARTICLE:
            raise WrongUse(words("importing.full", page=one.page))
    return planned


def _show(
    session: Session,
    planned: tuple[PlannedArticle, ...],
    target: ImportIssue,
    found: Gathered,
    paper: Paper,
    known: dict[int, Known],
) -> None:
    from banxin.cli.imports.listing import lines, proposed
    from banxin.importers.proposals import proposals

    session.say("\n".join(lines(planned, target, known, session.words)))
    if found.unused:
        names = session.words("terminal.list").join(found.unused)
        session.say(session.words("importing.unused", names=names))
    ideas = proposals(
        (one.story for one in planned),
        sections=frozenset({*(t.name for t in paper.sections), *target.target.page_names}),
        columns=frozenset(t.name for t in paper.columns),
        people=frozenset(p.name for p in paper.people),
    )
    for line in proposed(ideas, session.words):
        session.say(line)


def _write(
    session: Session,
    project: Project,
    planned: tuple[PlannedArticle, ...],
    target: ImportIssue,
) -> int:
    from banxin.cli.imports.writing import Taken, write

    words = session.words
    more = {target.file: target.text} if target.text else {}
    try:
        count = write(project.root, planned, more)
    except Taken as taken:
        session.complain(words("importing.taken", path=taken.path))
        return 1
    session.say(words("importing.written", files=count))
    session.say(words("importing.next", key=target.key))
    return 0


def _answer(
    session: Session,
    planned: tuple[PlannedArticle, ...],
    known: dict[int, Known],
    *,
    open_browser: bool,
) -> str:
    """What is to be written: "all", only what is "new", or nothing. Asks whoever sits there, a page
    before their eyes if they want it; where nobody does, says how to go on."""
    words = session.words
    some = 0 < len(known) < len(planned)
    if not sys.stdin.isatty():
        all_known = "importing.dry.all-known" if known else "importing.dry"
        session.say(words("importing.dry.known" if some else all_known))
        return ""
    with ExitStack() as looking:
        if open_browser:
            from banxin.cli.imports.page import page
            from banxin.server.imports import shown  # late: most imports show no page

            address = looking.enter_context(shown(*page(planned, known, words)))
            session.say(words("importing.page.ready", url=address))
        new = len(planned) - len(known)
        ask = words("importing.ask.some", n=new) if some else words("importing.ask")
        click.echo(ask, nl=False)
        answer = sys.stdin.readline().strip().lower()
    if answer in words("importing.ask.yes").split():
        return "all"
    if some and answer in words("importing.ask.new").split():
        return "new"
    session.say(words("importing.declined"))
    return ""
