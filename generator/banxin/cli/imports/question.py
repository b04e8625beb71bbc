"""The question in the terminal, and what is answered to it."""

from __future__ import annotations

from banxin.cli.imports.plans import Plan
from banxin.problems.texts import Words


def answered(plan: Plan, line: str, words: Words) -> str:
    """What a line says: "all", only what is "new", or ""."""
    answer = line.strip().lower()
    if answer in words("importing.ask.yes").split():
        return "all"
    return "new" if plan.some_known and answer in words("importing.ask.new").split() else ""


def question(plan: Plan, words: Words) -> str:
    new = len(plan.planned) - len(plan.known)
    return words("importing.ask.some", n=new) if plan.some_known else words("importing.ask")
