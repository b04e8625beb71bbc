"""Kinds of values that options take; a wrong one is refused in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import click
from click.shell_completion import CompletionItem

from banxin.cli.session import WrongUse
from banxin.model.page_label import page_label
from banxin.problems.texts import Words

_DAY = re.compile(r"(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?(?:-([2-9]|[1-9]\d))?", re.ASCII)


def label(param: click.Parameter | None) -> str:
    """What a person calls a parameter: --format, 日期."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name if param else ""


class Choice(click.ParamType[str]):
    """One of a few words."""

    name = "choice"

    def __init__(self, words: Words, choices: tuple[str, ...]) -> None:
        self.words, self.choices = words, choices

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        choices = self.words("terminal.list").join(self.choices)
        text = self.words("usage.choice", name=label(param), value=value, choices=choices)
        raise WrongUse(text, ctx)

    def shell_complete(
        self, _ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(c) for c in self.choices if c.startswith(incomplete)]


class Number(click.ParamType[int]):
    """A whole number between two, both included."""

    name = "number"

    def __init__(self, words: Words, low: int, high: int) -> None:
        self.words, self.low, self.high = words, low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if text.isdecimal() and self.low <= int(text) <= self.high:
            return int(text)
        gaps = {"name": label(param), "low": self.low, "high": self.high, "value": value}
        raise WrongUse(self.words("usage.number", **gaps), ctx)


class PageName(click.ParamType[str]):
    """A page's label: 1, B1, 中缝."""

    name = "page"

    def __init__(self, words: Words) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        found = page_label(str(value))
        if not found:
            gaps = {"name": label(param), "value": value}
            raise WrongUse(self.words("usage.page", **gaps), ctx)
        return found


class IssueDayType(click.ParamType[str]):
    """An issue's key: its date, in the ways in which it is often typed; -2 for a second edition."""

    name = "day"

    def __init__(self, words: Words) -> None:
        self.words = words

    def convert(self, value: Any, _param: click.Parameter | None, ctx: click.Context | None) -> str:
        match = _DAY.fullmatch(str(value).strip())
        try:
            if match:
                *day, edition = match.groups()
                key = date(*map(int, day)).isoformat()
                return f"{key}-{edition}" if edition else key
        except ValueError:  # such as 2022-02-30
            pass
        raise WrongUse(self.words("usage.day", value=value), ctx)


class IssueKey(click.ParamType[str]):
    """An issue's key; Tab offers those that exist, newest first."""

    name = "issue"

    def __init__(self, known: Callable[[click.Context], list[str]]) -> None:
        self.known = known

    def shell_complete(
        self, ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(key) for key in self.known(ctx) if key.startswith(incomplete)]
