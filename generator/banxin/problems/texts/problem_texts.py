"""What is said of each problem, by its id: one file each in data/problems."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from banxin.problems.texts.sentences import DATA, Language

PROBLEMS = DATA / "problems"


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Full sentences without a closing line break. ``why`` may be empty."""

    what: str
    todo: str
    why: str = ""


class Remark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    zh: str
    en: str


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What causes the problem: a file's whole text, or where that shows nothing, a situation."""

    file: str = ""  # from the paper's root
    text: str = ""
    zh: str = ""
    en: str = ""


class ProblemText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``area`` is the part of the work in which it is met; a warning may be silenced by its id."""

    area: str
    severity: Literal["error", "warning"]
    zh: Wording
    en: Wording
    example: Example
    note: Remark | None = None  # for the manual only

    def within(self, language: Language) -> Wording:
        return self.zh if language == "zh" else self.en


@cache
def problem_text(identity: str) -> ProblemText:
    """Raises KeyError for an id that no problem has."""
    import tomllib  # late: most runs have nothing to complain of

    try:
        text = (PROBLEMS / f"{identity}.toml").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(identity) from None
    return msgspec.convert(tomllib.loads(text), ProblemText)


def problem_ids() -> tuple[str, ...]:
    """The id of every problem there is, sorted."""
    return tuple(sorted(file.stem for file in PROBLEMS.glob("*.toml")))
