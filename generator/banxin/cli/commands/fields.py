"""``banxin fields``: what may stand at the head of a file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import click

from banxin.cli.cjk_width import pad, width, wrap
from banxin.cli.localized import LocalizedCommand, option
from banxin.cli.parameter_types import Choice
from banxin.cli.session import Session
from banxin.problems.texts import Words, is_known

FORMS = ("text", "markdown")
COLUMNS = 80
TableRow = tuple[
    str, str, str, str, str
]  # key, aliases, what it takes, an example, where it is shown


def command(words: Words) -> LocalizedCommand:
    form = option(
        words,
        "fields.format",
        "--format",
        "form",
        default="text",
        metavar=f"[{'|'.join(FORMS)}]",
        type=Choice(words, FORMS),
    )
    return LocalizedCommand(words, "fields", callback=click.pass_obj(run), params=[form])


def run(session: Session, *, form: str) -> int:
    session.say(markdown(session.words) if form == "markdown" else text(session.words))
    return 0


def groups(words: Words) -> Iterator[tuple[str, list[TableRow]]]:
    """Heading and rows of each kind of file, and of each field that has fields of its own."""
    from banxin.content.fields import fields_table  # late: completion needn't wait for it

    zh = words.language == "zh"
    for name, rows in groupby(fields_table(), key=lambda row: row.file):
        key = f"fields.{name}"
        heading = f"{name} {words(key)}" if is_known(key) else name
        yield (
            heading,
            [
                (
                    row.key,
                    " ".join(row.aliases),
                    row.takes if zh else row.takes_en,
                    row.example,
                    row.shown if zh else row.shown_en,
                )
                for row in rows
            ],
        )


def text(words: Words) -> str:
    """For a terminal of 80 columns: key, aliases, and beside them all that is to be said."""
    lines: list[str] = []
    for heading, rows in groups(words):
        first = max(width(key) for key, *_ in rows) + 4
        second = max(width(aliases) for _, aliases, *_ in rows) + 2
        lines += ["" if lines else words("fields.intro"), heading]
        for key, aliases, takes, example, _ in rows:
            room = COLUMNS - first - second
            told = wrap(words("fields.told", takes=takes, example=example), room)
            starts = [pad(f"  {key}", first) + pad(aliases, second)]
            starts += [" " * (first + second)] * (len(told) - 1)
            lines += [start + line for start, line in zip(starts, told, strict=True)]
    return "\n".join(lines)


def markdown(words: Words) -> str:
    """One table a kind of file, for a README."""
    heads = ("key", "aliases", "takes", "example", "shown")
    head = " | ".join(words(f"fields.head.{name}") for name in heads)
    parts = []
    for heading, rows in groups(words):
        lines = [f"### {_code_name(heading)}", "", f"| {head} |", "|---|---|---|---|---|"]
        parts.append("\n".join(lines + [_markdown_row(row) for row in rows]))
    return "\n\n".join(parts)


def _code_name(heading: str) -> str:
    name, _, rest = heading.partition(" ")
    return f"`{name}` {rest}".rstrip()


def _markdown_row(row: TableRow) -> str:
    key, aliases, takes, example, shown = (cell.replace("|", r"\|") for cell in row)
    return f"| `{key}` | {aliases} | {takes} | `{example}` | {shown} |"
