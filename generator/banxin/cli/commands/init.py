"""``banxin init``: a new paper in an empty folder."""

from __future__ import annotations

from pathlib import Path

import click

from banxin.cli.commands.fields import markdown
from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.session import PAPER, Session, WrongUse, shown
from banxin.problems.texts import Words

MAY_BE_THERE = {".git", ".DS_Store", "Thumbs.db", "desktop.ini"}


def command(words: Words) -> LocalizedCommand:
    folder = click.Argument(
        ["folder"], metavar=words("help.metavar.folder"), type=click.Path(path_type=Path)
    )
    name = option(words, "init.name", "--name", metavar=words("help.metavar.text"))
    return LocalizedCommand(words, "init", callback=click.pass_obj(run), params=[folder, name])


def run(session: Session, *, folder: Path, name: str | None) -> int:
    # late: other commands, and --help, needn't wait for what a wheel is packed of
    from banxin.scaffold.own_wheel import NoMetadata
    from banxin.scaffold.paper import EXECUTABLE, paper_files

    words = session.words
    folder = _beside(session.root, folder)
    _must_be_empty(folder, words)
    _must_stand_alone(folder, words)
    name = name if name is not None else folder.resolve().name
    if not name.strip() or not name.isprintable():
        raise WrongUse(words("new.text-odd"))
    try:
        files = paper_files(name.strip(), session.today(), fields=markdown(Words("zh")))
    except NoMetadata:
        raise WrongUse(words("init.not-installed")) from None
    for path, data in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        if path in EXECUTABLE:
            file.chmod(0o755)
    session.say(
        words("init.made", name=name.strip(), path=shown(folder / PAPER).removesuffix(PAPER))
    )
    session.say(words("init.next", path=shown(folder)))
    return 0


def _beside(root: Path | None, folder: Path) -> Path:
    """As with git, a relative folder starts where ``-C`` points."""
    return folder if root is None else root / folder


def _must_be_empty(folder: Path, words: Words) -> None:
    if folder.is_file():
        raise WrongUse(words("init.is-file", path=shown(folder)))
    if not folder.is_dir():
        return
    found = sorted(f.name for f in folder.iterdir() if f.name not in MAY_BE_THERE)
    if found:
        some = words("terminal.list").join(found[:3]) + ("…" if len(found) > 3 else "")
        raise WrongUse(words("init.not-empty", path=shown(folder), found=some))


def _must_stand_alone(folder: Path, words: Words) -> None:
    """A paper within a paper would be read as part of it, or be swept away with its output."""
    outer = next((f for f in folder.resolve().parents if (f / PAPER).is_file()), None)
    if outer:
        raise WrongUse(words("init.within", path=shown(folder), paper=shown(outer)))
