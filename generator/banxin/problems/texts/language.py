"""Which language the command line speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from banxin.problems.texts.sentences import Language


def chosen(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """``--lang`` wherever it stands, else the system's language, else Chinese.

    Looked for before anything is parsed, since what parsing says is already in a language.
    """
    asked = _asked(arguments) or _locale(environ)
    return "en" if asked.lower().startswith("en") else "zh"


def _asked(arguments: Sequence[str]) -> str:
    for n, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and n + 1 < len(arguments):
            return arguments[n + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return ""


def _locale(environ: Mapping[str, str]) -> str:
    """The first that is set counts, as in POSIX."""
    return next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := environ.get(k))), "")
