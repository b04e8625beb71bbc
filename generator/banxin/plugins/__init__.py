"""What an installed package adds to Banxin: checks and outputs of an issue, commands.

A package names a ``Plugin`` in its entry points, in the group ``banxin.plugins``; that it is
installed is all that it takes. Its functions are pure: they are given a frozen issue and return
what they have to say, in any process, in any order. They never change a value, keep nothing
between two calls, and read no file but their own: every page depends on the bytes of the plugin's
files and on its version, so that nothing is stale when it changes.

This package may import the model, problems and content; it never writes a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import msgspec

from banxin.model import Issue, Paper
from banxin.problems import Place, Problem, Severity

if TYPE_CHECKING:
    import click

Check = Callable[[Issue], Iterable[Problem]]
IssueFiles = Callable[[Issue, Paper], Iterable[tuple[str, bytes]]]


class Plugin(msgspec.Struct, frozen=True):
    """``checks`` are given an issue as it was written, drafts included, and say what is wrong.

    ``outputs`` are given an issue as readers get it (no drafts, nothing that was withdrawn) with
    the paper, whose ``base_url`` is the one that this site is built for, and give files: a path
    from the output folder (2022-04-01/issue.txt) and its bytes. ``commands`` join those of banxin.
    """

    checks: tuple[Check, ...] = ()
    outputs: tuple[IssueFiles, ...] = ()
    commands: tuple[click.Command, ...] = ()


def problem(
    place: Place,
    id: str,
    *,
    what: str,
    todo: str,
    why: str = "",
    severity: Severity = Severity.WARNING,
) -> Problem:
    """What a check found, in the words that its editors read. Its id is shown behind the plugin's
    name: house-style/title-colon."""
    return Problem(place, id, (("todo", todo), ("what", what), ("why", why)), severity)


__all__ = ["Check", "Issue", "IssueFiles", "Paper", "Place", "Plugin", "Severity", "problem"]
