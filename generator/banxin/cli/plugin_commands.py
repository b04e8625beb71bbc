"""Commands that plugins add behind banxin's own."""

from __future__ import annotations

from collections.abc import Mapping

import click

from banxin.cli.localized import LocalizedGroup
from banxin.cli.session import Session
from banxin.problems import BuildFailed, Place, Problems

# what a command may raise without having failed itself
_MEANT = (
    *(click.ClickException, click.Abort, click.exceptions.Exit),
    *(BuildFailed, BrokenPipeError),
)


class RootGroup(LocalizedGroup):
    """``banxin`` itself. Plugins are asked only when all commands are listed, or when one is named
    that isn't its own."""

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return super().get_command(ctx, name) or self._contributed(ctx).get(name)

    def listed(self, ctx: click.Context) -> Mapping[str, click.Command]:
        return {**self.commands, **self._contributed(ctx)}

    def _contributed(self, ctx: click.Context) -> dict[str, click.Command]:
        """Plugins' commands by name; what can't be used is complained of."""
        problems = Problems()
        found = contributed(ctx.obj, self.commands, problems)
        if problems.found:
            ctx.obj.show(problems)
        return {name: command for name, (_, command) in found.items()}

    def invoke(self, ctx: click.Context) -> object:
        """Raises BuildFailed with a problem that names the plugin whose command failed."""
        try:
            return super().invoke(ctx)
        except _MEANT:
            raise
        except Exception as error:
            named = ctx.invoked_subcommand or ""
            if named in self.commands:
                raise
            from banxin.plugins.running import failure  # late, as below

            plugin, _ = contributed(ctx.obj, self.commands, Problems())[named]
            raise BuildFailed((failure(plugin, Place(plugin), error),)) from error


def contributed(
    session: Session, taken: Mapping[str, click.Command], problems: Problems
) -> dict[str, tuple[str, click.Command]]:
    """(plugin, command) by the command's name, for those whose name isn't ``taken``."""
    from banxin.plugins.running import loaded  # late: banxin's own commands needn't wait for it

    found: dict[str, tuple[str, click.Command]] = {}
    for one, plugin in loaded(session.plugins(), problems):
        for command in plugin.commands:
            name = command.name or ""
            if name in taken or name in found:
                place = Place(one.target)
                problems.warn(place, "plugin-command-taken", plugin=one.name, command=name)
            else:
                found[name] = (one.name, command)
    return found
