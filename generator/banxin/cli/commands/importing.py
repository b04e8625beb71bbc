"""``banxin import``: manuscripts to articles, shown first, written when somebody says so."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.parameter_types import IssueDayType, PageName
from banxin.cli.session import Session, WrongUse
from banxin.problems.texts import Words

if TYPE_CHECKING:
    from banxin.cli.imports.plans import Plan, Plans
    from banxin.cli.imports.sources import Gathered
    from banxin.importers.known import Known
    from banxin.importers.planning import Wanted
    from banxin.model import Paper
    from banxin.pipeline.project import Project

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
    from banxin.cli.imports.issue import key_of, paper_of
    from banxin.cli.imports.plans import Plans

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
        plans = Plans(project, key, paper, found.sources, words)
        _, found.wanted = plans.placed(found.wanted)
        known = plans.known(found.wanted)
        if only_new:
            _say_skipped(session, found.wanted, known)
            found.wanted, known = _without(found.wanted, known), {}
        if not found.wanted:
            return 1 if found.refused else 0
        wish = "all" if yes else "page" if open_browser else "list"
        code = _carry_out(session, plans, found, known, wish)
    return code or (1 if found.refused else 0)


def _carry_out(
    session: Session, plans: Plans, found: Gathered, known: dict[int, Known], wish: str
) -> int:
    """Shows the plan and writes what is answered. ``wish``: "all" asks nobody, "page" shows a page
    of the local server beside the "list"."""
    plan = plans.made(found.wanted, known)
    _show(session, plans, plan, found.unused)
    try:
        return _answered(session, plans, plan, wish)
    except KeyboardInterrupt:
        session.complain("\n" + session.words("importing.interrupted"))
        return INTERRUPTED


def _answered(session: Session, plans: Plans, plan: Plan, wish: str) -> int:
    """Asks whoever sits there, a page before their eyes if they want it; where nobody does, says
    how to go on."""
    words = session.words
    if wish == "all":
        return _written(session, plans, plan)
    if not sys.stdin.isatty():
        all_known = "importing.dry.all-known" if plan.known else "importing.dry"
        session.say(words("importing.dry.known" if plan.some_known else all_known))
        return 0
    answer = wish if wish == "page" else _asked(session, plan)
    if answer == "page":
        return _with_page(session, plans, plan)
    if not answer:
        session.say(words("importing.declined"))
        return 0
    return _written(session, plans, plans.made(plan.new(), {}) if answer == "new" else plan)


def _asked(session: Session, plan: Plan) -> str:
    from banxin.cli.imports.question import answered, question

    click.echo(question(plan, session.words, opens=True), nl=False)
    return answered(plan, sys.stdin.readline(), session.words, opens=True)


def _with_page(session: Session, plans: Plans, plan: Plan) -> int:
    from banxin.cli.imports.asking import Asking  # late: most imports show no page
    from banxin.cli.imports.desk import Desk

    desk = Desk(plans, plan, session.words)
    return Asking(session, desk, lambda one: _write(session, plans.project, one)).until_answered()


def _written(session: Session, plans: Plans, plan: Plan) -> int:
    from banxin.cli.imports.writing import Taken

    try:
        return _write(session, plans.project, plan)
    except Taken as taken:
        session.complain(session.words("importing.taken", path=taken.path))
        return 1


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


def _show(session: Session, plans: Plans, plan: Plan, unused: list[str]) -> None:
    from banxin.cli.imports.listing import lines, proposed

    session.say("\n".join(lines(plan.planned, plan.target, plan.known, session.words)))
    if unused:
        names = session.words("terminal.list").join(unused)
        session.say(session.words("importing.unused", names=names))
    for line in proposed(plans.proposals(plan), session.words):
        session.say(line)


def _write(session: Session, project: Project, plan: Plan) -> int:
    """Raises Taken, and OSError where the disk refuses: then nothing is written."""
    from banxin.cli.imports.writing import write, written

    target = plan.target
    more = {target.file: target.text} if target.text else {}
    count = write(project.root, plan.planned, more)
    session.say(written(plan, count, session.words))
    session.say(session.words("importing.next", key=target.key))
    return 0
