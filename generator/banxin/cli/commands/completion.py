"""``banxin completion``: what makes the Tab key know the commands."""

from __future__ import annotations

from pathlib import PurePath

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from banxin.cli.localized import LocalizedCommand
from banxin.cli.parameter_types import Choice
from banxin.cli.session import Session
from banxin.problems.texts import Words

SHELLS: dict[str, type[ShellComplete]] = {
    "bash": BashComplete,
    "zsh": ZshComplete,
    "fish": FishComplete,
}


def command(words: Words) -> LocalizedCommand:
    shell = click.Argument(
        ["shell"],
        required=False,
        metavar=words("help.metavar.shell"),
        type=Choice(words, tuple(SHELLS)),
    )
    return LocalizedCommand(words, "completion", callback=click.pass_obj(run), params=[shell])


def run(session: Session, *, shell: str | None) -> int:
    shell = shell or _running(session)
    root = click.get_current_context().find_root().command
    source = SHELLS[shell](root, {}, "banxin", "_BANXIN_COMPLETE")
    session.say(source.source_template % source.source_vars())
    return 0


def _running(session: Session) -> str:
    """The shell of whoever asks; bash when it is none that we know."""
    name = PurePath(session.environ.get("SHELL", "")).name
    return name if name in SHELLS else "bash"
