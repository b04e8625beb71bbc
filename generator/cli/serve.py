"""``banxin serve``: the site on this computer, refreshed at every save."""

from __future__ import annotations

import click

from .build import base_url_option
from .kinds import Number
from .session import Session
from .taught import Taught, option
from .texts import Words


def command(words: Words) -> Taught:
    flag = {"is_flag": True}
    return Taught(
        words,
        "serve",
        callback=click.pass_obj(run),
        params=[
            option(
                words, "serve.host", "--host", default="127.0.0.1", metavar=words("metavar.text")
            ),
            option(
                words,
                "serve.port",
                "--port",
                default=8000,
                metavar=words("metavar.number"),
                type=Number(words, 1, 65535),
            ),
            option(words, "serve.open", "--open", "open_browser", **flag),
            option(words, "build.drafts", "--drafts", **flag),
            option(words, "build.no-search", "--no-search", **flag),
        ],
    )


def run(session: Session, **options: object) -> int:
    return 0
