"""The commands, in the order of a day's work."""

from __future__ import annotations

import platform

import click

from banxin import __version__
from banxin.cli.commands import (
    build,
    check,
    completion,
    copy,
    deploy,
    fields,
    importing,
    init,
    move,
    new,
    regions,
    serve,
    upgrade,
)
from banxin.cli.localized import option
from banxin.cli.plugin_commands import RootGroup
from banxin.problems.texts import Words


def tree(words: Words) -> click.Group:
    """All commands, speaking one language. A command is a module and its place in this row."""
    modules = (
        *(init, new, importing, move, serve, copy, regions),
        *(check, build, deploy, fields, upgrade, completion),
    )
    version = option(
        words,
        "option.version",
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
    )
    return RootGroup(words, "root", [m.command(words) for m in modules], params=[version])


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"banxin {__version__} (Python {platform.python_version()})")
        ctx.exit()
