"""Click's complaints, in the reader's language."""

from __future__ import annotations

import re

import click

from banxin.cli.parameter_types import label
from banxin.cli.session import WrongUse
from banxin.problems.texts import Words


def explain(error: click.ClickException, words: Words) -> str:
    """What was wrong, and where to read more."""
    lines = [words("usage.error") + _what(error, words)]
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        lines.append(words("usage.hint", command=ctx.command_path))
    return "\n".join(lines)


def _what(error: click.ClickException, words: Words) -> str:
    match error:
        case WrongUse():
            return error.message
        case click.NoSuchOption():
            return words("usage.option", name=error.option_name) + _similar(error, words)
        case click.exceptions.NoSuchCommand():
            return words("usage.command", name=error.command_name) + _similar(error, words)
        case click.MissingParameter():
            kind = getattr(error.param, "param_type_name", "argument")
            return words(f"usage.missing-{kind}", name=label(error.param))
        case click.BadOptionUsage():
            return words(_value_fault(error), name=error.option_name)
    # "Got unexpected extra arguments (a b)" is the one that is left
    extra = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message)
    return words("usage.extra", names=extra[1]) if extra else error.format_message()


def _similar(error: click.NoSuchOption | click.exceptions.NoSuchCommand, words: Words) -> str:
    if not error.possibilities:
        return ""
    names = words("terminal.list").join(error.possibilities)
    return ("" if words.language == "zh" else " ") + words("usage.similar", names=names)


def _value_fault(error: click.BadOptionUsage) -> str:
    # click says which of the two it is in its message only
    return "usage.value-unwanted" if "does not take" in error.message else "usage.no-value"
