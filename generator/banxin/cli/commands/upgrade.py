"""``banxin upgrade``: another version of the program into a paper that has one of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.session import Session, WrongUse, shown
from banxin.problems.texts import Words

if TYPE_CHECKING:
    from banxin.scaffold.upgrade import Program, Upgrade


def command(words: Words) -> LocalizedCommand:
    wheel = click.Argument(
        ["wheel"], required=False, metavar="[WHEEL]", type=click.Path(path_type=Path)
    )
    everything = option(words, "upgrade.all", "--all", "everything", is_flag=True)
    return LocalizedCommand(
        words, "upgrade", callback=click.pass_obj(run), params=[wheel, everything]
    )


def run(session: Session, *, wheel: Path | None, everything: bool) -> int:
    # late: other commands, and --help, needn't wait for what a wheel is packed of
    from banxin.cli.all_or_nothing import write_all
    from banxin.scaffold.paper import EXECUTABLE
    from banxin.scaffold.upgrade import upgrade

    words, paper = session.words, session.project().root
    old, new = _installed(paper, words), _new(wheel, words)
    changes = upgrade(paper, old, new, everything=everything)
    if not changes.write and not changes.remove:
        session.say(words("upgrade.nothing", version=new.version))
    else:
        try:
            write_all(paper, changes.write, changes.remove)
            for path in changes.write.keys() & set(EXECUTABLE):
                (paper / path).chmod(0o755)
        except OSError as error:
            raise WrongUse(words("upgrade.disk", why=error.strerror or error)) from error
        _say(session, old, new, changes)
    if changes.kept:
        listed = words("terminal.list").join(changes.kept)
        session.complain(words("upgrade.kept", files=listed))
    return 0


def _installed(paper: Path, words: Words) -> Program:
    from banxin.scaffold.upgrade import NoProgram, NotAProgram, installed

    try:
        return installed(paper)
    except NoProgram:
        raise WrongUse(words("upgrade.no-program")) from None
    except NotAProgram:
        raise WrongUse(words("upgrade.damaged")) from None


def _new(wheel: Path | None, words: Words) -> Program:
    from banxin.scaffold.own_wheel import NoMetadata
    from banxin.scaffold.upgrade import NotAProgram, packed, running

    try:
        return packed(wheel) if wheel else running()
    except NotAProgram:
        raise WrongUse(words("upgrade.not-a-program", path=shown(wheel or Path()))) from None
    except NoMetadata:
        raise WrongUse(words("upgrade.not-installed")) from None


def _say(session: Session, old: Program, new: Program, changes: Upgrade) -> None:
    words = session.words
    said = "upgrade.older" if new.is_older_than(old) else "upgrade.made"
    digest = hashlib.sha256(new.wheel).hexdigest()
    session.say(words(said, old=old.version, new=new.version, digest=digest))
    for path in sorted(changes.write):
        session.say(words("upgrade.written", path=path))
    for path in changes.remove:
        session.say(words("upgrade.removed", path=path))
    session.say(words("upgrade.next"))
