"""The text of every problem, in Chinese and in English: what happened, why, and what to do.

One module an area; each holds ``TEXTS``, a dict from a problem's code to its Entry. Gaps are
written ``{name}`` and filled from the problem's details; both languages have the same gaps. A
"why" with a gap for which there is nothing (no name is near) is left out.
"""

from __future__ import annotations

from typing import Literal

from banxin.problems import Problem
from banxin.problems.texts import (
    building,
    fields,
    files,
    issues,
    regions,
    searching,
    serving,
    sources,
    theming,
)
from banxin.problems.texts.entry import Entry, Text

Language = Literal["zh", "en"]

CATALOGUE: dict[str, Entry] = {
    **sources.TEXTS,
    **fields.TEXTS,
    **issues.TEXTS,
    **files.TEXTS,
    **building.TEXTS,
    **theming.TEXTS,
    **serving.TEXTS,
    **regions.TEXTS,
    **searching.TEXTS,
}


def explain(problem: Problem, language: Language = "zh") -> Text:
    """The text of ``problem`` with its gaps filled. Raises KeyError for an unknown code."""
    entry = CATALOGUE[problem.code]
    text = entry.zh if language == "zh" else entry.en
    details = dict(problem.details)
    empty = any(not value and f"{{{name}}}" in text.why for name, value in problem.details)
    why = "" if empty else text.why
    return Text(*(part.format(**details) for part in (text.what, why, text.todo)))
