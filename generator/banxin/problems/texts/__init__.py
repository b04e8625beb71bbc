"""A key, a language and gaps to the sentence that an editor reads: Chinese, or English.

Imports nothing of Banxin: every package may say something. Never prints, and never
decides what is said; it holds no text itself either. The texts are data, each in both languages
with the same gaps: ``data/build.toml`` holds those whose keys begin with ``build.``,
``data/problems/number-gap.toml`` all that is said of the problem with that id.
"""

from __future__ import annotations

from banxin.problems.texts.problem_texts import (
    Example,
    ProblemText,
    Wording,
    problem_ids,
    problem_text,
)
from banxin.problems.texts.sentences import (
    Language,
    Words,
    areas,
    is_known,
    say,
    sentences,
    within_book_marks,
)

__all__ = [
    "Example",
    "Language",
    "ProblemText",
    "Wording",
    "Words",
    "is_known",
    "load_all",
    "problem_ids",
    "problem_text",
    "say",
    "within_book_marks",
]


def load_all() -> None:
    """Read every text now, so that none has to be when it is to be said."""
    for area in areas():
        sentences(area)
    for identity in problem_ids():
        problem_text(identity)
