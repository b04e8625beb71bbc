"""``banxin fields``: what may stand at the head of a file."""

from __future__ import annotations

import click

from .kinds import Choice
from .session import Session
from .taught import Taught, option
from .texts import Words

FORMS = ("text", "markdown")


def command(words: Words) -> Taught:
    form = option(
        words,
        "fields.format",
        "--format",
        "form",
        default="text",
        metavar=f"[{'|'.join(FORMS)}]",
        type=Choice(words, FORMS),
    )
    return Taught(words, "fields", callback=click.pass_obj(run), params=[form])


def run(session: Session, *, form: str) -> int:
    session.say(markdown())
    return 0


def markdown() -> str:
    return "| |\n|-|\n"
