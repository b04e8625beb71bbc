"""Problems as a person, a program or a pull request reads them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal
from unicodedata import category

import msgspec

from banxin.problems import Problem, Severity
from banxin.problems.texts import Language, Wording, Words, problem_text

ReportFormat = Literal["text", "json", "github"]
MOST_ALIKE = 5  # problems of one id in one file that a person is shown
MOST_TOLD = 3  # reminders of one id that say why, and what to do
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # categories of Unicode


class Paragraph(msgspec.Struct, frozen=True):
    """A problem in the lines of a terminal; ``text`` begins with ``place``."""

    place: str
    severity: Severity
    text: str


def explain(problem: Problem, language: Language = "zh") -> Wording:
    """What happened, why, and what to do, its gaps filled. Raises KeyError for an unknown id.

    A "why" with a gap for which there is nothing (no name is near) is left out.
    """
    gaps = {name: visible(value) for name, value in problem.details}
    if "/" in problem.code:
        return Wording(gaps["what"], gaps["todo"], gaps["why"])
    text = problem_text(problem.code).within(language)
    empty = any(not value and f"{{{name}}}" in text.why for name, value in problem.details)
    why = "" if empty else text.why.format(**gaps)
    return Wording(text.what.format(**gaps), text.todo.format(**gaps), why)


def report(
    problems: Iterable[Problem], form: ReportFormat = "text", language: Language = "zh"
) -> str:
    """All ``problems`` in one text; empty when there are none (``[]`` as JSON)."""
    if form == "json":
        rows = [as_dict(p, language) for p in problems]
        return json.dumps(rows, ensure_ascii=False, indent=1)
    if form == "github":
        return "\n".join(_github(p, language) for p in problems)
    return "\n".join(one.text for one in paragraphs(problems, language))


def paragraphs(problems: Iterable[Problem], language: Language = "zh") -> Iterator[Paragraph]:
    """As a person reads them: errors first, then reminders.

    Of many alike in one file the first few are shown, and how many more; of reminders that come
    again and again in other files only the first line.
    """
    problems, shown = tuple(problems), Counter[tuple[str, str]]()
    told: Counter[str] = Counter()
    alike = Counter(map(_kind, problems))
    for problem in sorted(problems, key=lambda p: p.severity is not Severity.ERROR):
        kind = _kind(problem)
        shown[kind] += 1
        told[problem.code] += 1
        if shown[kind] <= MOST_ALIKE:
            text = as_text(problem, language)
            if problem.severity is not Severity.ERROR and told[problem.code] > MOST_TOLD:
                text = text.split("\n", 1)[0]
            yield Paragraph(visible(str(problem.place)), problem.severity, text)
        if shown[kind] == MOST_ALIKE < alike[kind]:
            yield _more(problem, alike[kind] - MOST_ALIKE, language)


def _kind(problem: Problem) -> tuple[str, str]:
    return problem.place.file, problem.code


def _more(problem: Problem, count: int, language: Language) -> Paragraph:
    place, words = visible(problem.place.file), Words(language)
    severity = words(f"report.{problem.severity}")
    text = words("report.more", n=count, severity=severity, code=problem.code)
    return Paragraph(place, problem.severity, f"{place}: {text}")


def as_text(problem: Problem, language: Language = "zh") -> str:
    words, text = Words(language), explain(problem, language)
    severity = words(f"report.{problem.severity}")
    lines = [f"{visible(str(problem.place))}: {severity}[{problem.code}]: {text.what}"]
    if text.why:
        lines.append(f"    {words('report.why')}{text.why}")
    lines.append(f"    {words('report.todo')}{text.todo}")
    return "\n".join(lines)


def visible(text: str) -> str:
    """``text`` on one line, with escapes in place of what a terminal would obey or not show.

    A line that begins with ``::error`` is a command to whoever runs us for a pull request.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c.encode("unicode_escape").decode() if category(c) in _INVISIBLE else c for c in text
    )


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
    return visible(_data(text)).replace(":", "%3A").replace(",", "%2C")
