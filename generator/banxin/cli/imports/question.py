"""The question in the terminal, and what is answered to it."""

from __future__ import annotations

from banxin.cli.imports.plans import Plan
from banxin.problems.texts import Words

_ANSWERS = {"yes": "all", "new": "new", "open": "page"}


def answered(plan: Plan, line: str, words: Words, *, opens: bool) -> str:
    """What a line says: "all", only what is "new", the "page" of the local server, or "".

    ``opens``: the page isn't open yet.
    """
    answer = line.strip().lower()
    offered = {"yes": True, "new": plan.some_known, "open": opens}
    said = (key for key, is_offered in offered.items() if is_offered)
    found = (key for key in said if answer in words(f"importing.ask.{key}").split())
    return next((_ANSWERS[key] for key in found), "")


def question(plan: Plan, words: Words, *, opens: bool) -> str:
    key = ("some" if plan.some_known else "every") + (".or-open" if opens else "")
    return words(f"importing.ask.{key}", n=len(plan.planned) - len(plan.known))
