"""The issues that lie in a paper's folder, as far as starting another needs to know them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import Problems
from ..project import Project
from ..scaffold.issue import FIRST_PAGES, PageForm
from ..survey import ISSUES, survey

_KEY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Form:
    """What the next issue takes over from this one. ``number`` 0: not given."""

    number: int = 0
    pages: tuple[PageForm, ...] = FIRST_PAGES


def keys(project: Project) -> list[str]:
    """Keys of all issues, newest first. Folders that aren't issues are left to ``check``."""
    names = (folder.path.rpartition("/")[2] for folder in survey(project.root, Problems()))
    return sorted((name for name in names if _is_key(name)), key=_order, reverse=True)


def _is_key(name: str) -> bool:
    match = _KEY.fullmatch(name)
    try:
        return bool(match and date.fromisoformat(match[1]))
    except ValueError:
        return False


def _order(key: str) -> tuple[date, int]:
    match = _KEY.fullmatch(key)
    if match is None:
        raise ValueError(key)
    return date.fromisoformat(match[1]), int(match[2] or 1)


def day(key: str) -> date:
    return _order(key)[0]


def folder(key: str) -> str:
    """An issue's folder, from the root."""
    return f"{ISSUES}/{key[:4]}/{key}"


def before(key: str, known: list[str]) -> str | None:
    """The issue that ``key`` follows; None if it would be the first."""
    return next((k for k in known if _order(k) < _order(key)), None)


def next_number(folder: Path, page: int) -> int:
    """The number after the highest on this page: numbers are addresses and never used twice."""
    numbers = [int(m[1]) for f in folder.iterdir() if (m := re.match(rf"0*{page}-(\d+)", f.name))]
    return max(numbers, default=0) + 1


def timezone(project: Project) -> str:
    return "Asia/Shanghai"


def form(project: Project, key: str) -> Form:
    return Form()
