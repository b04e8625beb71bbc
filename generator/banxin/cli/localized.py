"""Commands whose help teaches, in the reader's language, with the options that all share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, cast

import click
from click.types import OptionHelpExtra

from banxin.cli.cjk_width import pad, width, wrap
from banxin.cli.parameter_types import Choice
from banxin.cli.session import Session
from banxin.problems.texts import Words

Run = Callable[..., int]


class WideHelpFormatter(click.HelpFormatter):
    """A help page that counts Chinese characters as two wide."""

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        for paragraph in text.split("\n\n"):
            lines = wrap(paragraph, self.width - self.current_indent)
            self.write("\n" + "".join(f"{indent}{line}\n" for line in lines))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], _col_max: int = 30, col_spacing: int = 2
    ) -> None:
        rows, indent = tuple(rows), " " * self.current_indent
        first = max(width(term) for term, _ in rows) + col_spacing
        for term, meaning in rows:
            lines = wrap(meaning, self.width - self.current_indent - first) or [""]
            self.write(f"{indent}{pad(term, first)}{lines[0]}\n")
            self.write("".join(f"{indent}{' ' * first}{line}\n" for line in lines[1:]))


class LocalizedContext(click.Context):
    formatter_class = WideHelpFormatter


class LocalizedOption(click.Option):
    """An option whose text says all; click would add English remarks to it."""

    def get_help_extra(self, _ctx: click.Context) -> OptionHelpExtra:
        return {}


class LocalizedCommand(click.Command):
    """A command of ours. Its texts are ``help.key`` and ``help.key.examples``; its own options."""

    context_class = LocalizedContext

    def __init__(self, words: Words, key: str, **attributes: Any) -> None:
        params = [*attributes.pop("params", ()), *shared(words)]
        settings = {"help_option_names": ["-h", "--help"], "max_content_width": 88}
        super().__init__(
            key.rsplit(".", 1)[-1],
            help=words(f"help.{key}"),
            short_help=words(f"help.{key}").split("\n")[0].rstrip("。."),
            epilog=words(f"help.{key}.examples"),
            params=params,
            context_settings=settings,
            options_metavar=words("help.options.metavar"),
            **attributes,
        )
        self.words = words

    def get_help_option(self, ctx: click.Context) -> click.Option:
        option = cast("click.Option", super().get_help_option(ctx))  # no command goes without
        option.help = self.words("help.option.help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write(f"{self.words('help.usage')}{ctx.command_path} {pieces}\n")

    def format_help_text(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.indentation():
            formatter.write_text(self.help or "")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (p for p in self.get_params(ctx) if isinstance(p, click.Option))
        records = [p.get_help_record(ctx) for p in options]
        self.write_list(formatter, "options", [r for r in records if r])

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(f"\n{self.words('help.examples')}\n")
        for line in (self.epilog or "").split("\n"):
            formatter.write(f"  {line}\n")

    def write_list(
        self, formatter: click.HelpFormatter, key: str, rows: list[tuple[str, str]]
    ) -> None:
        formatter.write(f"\n{self.words(f'help.{key}')}\n")
        with formatter.indentation():
            formatter.write_dl(rows)


class LocalizedGroup(LocalizedCommand, click.Group):
    """A command that has commands; alone, it shows its help."""

    def __init__(
        self, words: Words, key: str, commands: Iterable[LocalizedCommand], **more: Any
    ) -> None:
        super().__init__(
            words,
            key,
            commands=list(commands),
            invoke_without_command=True,
            subcommand_metavar=words("help.command.metavar"),
            callback=_help_unless_more,
            **more,
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, c.get_short_help_str(200)) for name, c in self.listed(ctx).items()]
        self.write_list(formatter, "commands", rows)
        LocalizedCommand.format_options(self, ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.listed(ctx))

    def listed(self, _ctx: click.Context) -> Mapping[str, click.Command]:
        """In the order of a day's work, not of the alphabet."""
        return self.commands


def _help_unless_more() -> int:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    return 0


def option(words: Words, text: str, *names: str, **attributes: Any) -> click.Option:
    """An option explained by the text ``help.text``."""
    return LocalizedOption(list(names), help=words(f"help.{text}"), **attributes)


def shared(words: Words) -> list[click.Parameter]:
    """What every command takes: where the paper is, which language, how much to tell."""
    return [
        option(
            words,
            "option.root",
            "-C",
            "--root",
            metavar=words("help.metavar.folder"),
            expose_value=False,
            callback=_remember_root,
            type=click.Path(path_type=Path),
        ),
        option(
            words,
            "option.lang",
            "--lang",
            metavar="[zh|en]",
            expose_value=False,
            type=Choice(words, ("zh", "en")),
        ),
        option(
            words,
            "option.debug",
            "--debug",
            is_flag=True,
            expose_value=False,
            callback=_remember_debug,
        ),
    ]


def _remember_root(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None and isinstance(ctx.obj, Session):
        ctx.obj.root = value


def _remember_debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and isinstance(ctx.obj, Session):
        ctx.obj.debug = True
