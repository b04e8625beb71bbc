"""What can only be seen with the whole archive before one's eyes: dead links, numbers, layouts."""

from __future__ import annotations

from itertools import pairwise

from banxin.model.archive import Archive, IssueRow
from banxin.problems import Place, Problems
from banxin.rendering.theme_settings import Settings
from banxin.site.link_targets import Targets
from banxin.site.routes import SEARCH

_MONTH, _YEAR = 31, 366
RESERVED = {"archive", "assets", "by", "column", "files", "n", "pagefind", "section"}


def audit(archive: Archive, targets: Targets, settings: Settings, problems: Problems) -> None:
    """Report everything wrong between issues, or between an issue and the theme."""
    _pointers(archive, targets, problems)
    _editions(archive, problems)
    _numbers(archive, problems)
    _ahead(archive, problems)
    for row in archive.rows if settings.known else ():
        _layouts(row, settings, problems)
    for page in archive.standing:
        if page.key in RESERVED or f"{page.key}/" == SEARCH:
            problems.add(Place(page.file), "standing-reserved", key=page.key)
    if not archive.rows:
        problems.warn(Place("content/issues"), "no-issues")


def _pointers(archive: Archive, targets: Targets, problems: Problems) -> None:
    written = Targets(archive, drafts=True)
    for row in archive.rows:
        for pointer in row.pointers:
            if pointer.target in targets:
                continue
            draft = written.is_draft(pointer.target)
            if draft and written.is_draft(pointer.file):
                continue  # they are published together, or not at all
            place = Place(pointer.file, pointer.line, pointer.column)
            code = "link-to-draft" if draft else "link-dead"
            problems.add(place, code, target=pointer.target)
    for page in archive.standing:
        for ref in page.body.refs:
            if ref.kind == "link" and ref.target not in targets:
                place = Place(page.file, ref.line, ref.column)
                problems.add(place, "link-dead", target=ref.target)


def _editions(archive: Archive, problems: Problems) -> None:
    """Two folders can't hold one issue."""
    seen: dict[str, str] = {}
    for row in archive.rows:
        if row.key in seen:
            problems.add(Place(row.folder), "issue-twice", key=row.key, other=seen[row.key])
        seen.setdefault(row.key, row.folder)


def _numbers(archive: Archive, problems: Problems) -> None:
    """Running numbers go up by one; a number used twice would claim one address twice."""
    seen: dict[int, str] = {}
    before = 0
    for row in archive.rows:
        if not row.number:
            continue
        place = Place(f"{row.folder}/issue.md")
        if row.number in seen:
            other = seen[row.number]
            problems.add(place, "number-twice", number=row.number, other=other)
        elif before and row.number < before:
            problems.warn(place, "number-back", number=row.number, before=before)
        elif before and row.number > before + 1:
            problems.warn(
                place, "number-gap", number=row.number, before=before, expected=before + 1
            )
        seen.setdefault(row.number, row.folder)
        before = row.number


def _ahead(archive: Archive, problems: Problems) -> None:
    """The newest issue may lie ahead by a slip of the pen (2202 for 2022), and is the home page.

    There is no clock here: the issue is measured against the gaps between those before it.
    """
    days = sorted({row.day for row in archive.rows})
    gaps = [(later - day).days for day, later in pairwise(days)]
    if not gaps or gaps[-1] <= max(_MONTH, 3 * max(gaps[:-1], default=_YEAR // 3)):
        return
    for row in archive.rows:
        if row.day == days[-1]:
            place = Place(f"{row.folder}/issue.md")
            problems.warn(place, "issue-ahead", day=days[-1], before=days[-2], days=gaps[-1])


def _layouts(row: IssueRow, settings: Settings, problems: Problems) -> None:
    for name in dict.fromkeys(row.layouts):
        if name not in settings.layouts:
            known = ", ".join(settings.layouts)
            place = Place(f"{row.folder}/issue.md")
            problems.add(place, "layout-unknown", layout=name, known=known)
