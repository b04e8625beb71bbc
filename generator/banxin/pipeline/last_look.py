"""The issue that goes out tonight, as the last build or check read it."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

from banxin.checks.overview import IssueOverview, overview
from banxin.content.scan import ISSUES
from banxin.model import Issue
from banxin.pipeline.context import sources_file
from banxin.pipeline.incremental.database import DAMAGE
from banxin.pipeline.incremental.store import IssueStore
from banxin.pipeline.project import Project

_YEAR = re.compile("[0-9]{4}")
_ISSUE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]+)?")


def last_look(project: Project, key: str = "", *, drafts: bool = False) -> IssueOverview | None:
    """Of the issue ``key``, else of the newest; None if there is none, or it wasn't read.

    ``drafts``: whether they are printed, as in a preview.
    """
    key = key or newest(project)
    store = sources_file(project)
    if not key or not store.is_file():
        return None
    folder = f"{ISSUES}/{key[:4]}/{key}"
    issue = _kept(store, folder)
    if issue is None:
        return None
    files = (file.name for file in (project.root / folder).iterdir())
    return overview(issue, files, drafts=drafts)


def _kept(store: Path, folder: str) -> Issue | None:
    """None, too, where the cache was damaged: the next build reads the issue again."""
    found = IssueStore(store)
    with closing(found.db):
        try:
            _, parsed, row = found.folder(folder)
            return found.issue(parsed) if row else None
        except DAMAGE:
            return None


def newest(project: Project) -> str:
    """The key of the newest issue by the names of the folders; "" if there is none."""
    for year in _names(project, ISSUES, _YEAR):
        if issues := _names(project, f"{ISSUES}/{year}", _ISSUE):
            return issues[0]
    return ""


def _names(project: Project, path: str, form: re.Pattern[str]) -> list[str]:
    """Newest first."""
    folder = project.root / path
    names = (p.name for p in folder.iterdir()) if folder.is_dir() else ()
    return sorted((name for name in names if form.fullmatch(name)), key=_order, reverse=True)


def _order(name: str) -> tuple[str, int]:
    """The tenth edition of a day comes after the second."""
    return name[:10], int(name[11:] or 1)
