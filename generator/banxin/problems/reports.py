"""Problems as a person, a program or a pull request reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Literal

from banxin.problems import Problem
from banxin.texts import Explanation, Language, Words, problem_text

ReportFormat = Literal["text", "json", "github"]


def explain(problem: Problem, language: Language = "zh") -> Explanation:
    """What happened, why, and what to do, its gaps filled. Raises KeyError for an unknown id.

    A "why" with a gap for which there is nothing (no name is near) is left out.
    """
    text = problem_text(problem.code).within(language)
    gaps = dict(problem.details)
    empty = any(not value and f"{{{name}}}" in text.why for name, value in problem.details)
    why = "" if empty else text.why.format(**gaps)
    return Explanation(text.what.format(**gaps), text.todo.format(**gaps), why)


def report(
    problems: Iterable[Problem], form: ReportFormat = "text", language: Language = "zh"
) -> str:
    """All ``problems`` in one text; empty when there are none (``[]`` as JSON)."""
    if form == "json":
        rows = [as_dict(p, language) for p in problems]
        return json.dumps(rows, ensure_ascii=False, indent=1)
    one = _github if form == "github" else as_text
    return "\n".join(one(p, language) for p in problems)


def as_text(problem: Problem, language: Language = "zh") -> str:
    words, text = Words(language), explain(problem, language)
    severity = words(f"report.{problem.severity}")
    lines = [f"{problem.place}: {severity}[{problem.code}]: {text.what}"]
    if text.why:
        lines.append(f"    {words('report.why')}{text.why}")
    lines.append(f"    {words('report.todo')}{text.todo}")
    return "\n".join(lines)


def as_dict(problem: Problem, language: Language = "zh") -> dict[str, object]:
    text = explain(problem, language)
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "what": text.what,
        "why": text.why,
        "todo": text.todo,
    }


def _github(problem: Problem, language: Language) -> str:
    """A workflow command that GitHub shows as an annotation on the line."""
    text, place = explain(problem, language), problem.place
    where = f"file={_property(place.file)}"
    where += "".join(f",{k}={n}" for k, n in (("line", place.line), ("col", place.column)) if n)
    body = " ".join(part for part in (text.what, text.why, text.todo) if part)
    return f"::{problem.severity} {where},title={_property(problem.code)}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
