"""The pages (版) that issue.md lists."""

from __future__ import annotations

from pathlib import Path

from banxin.content.attachments import PDF, ending
from banxin.content.fields.issue import IssueKeys, PageKeys
from banxin.content.fields.record import Record
from banxin.content.links import Beside
from banxin.model import Page, Picture


def read_pages(fields: Record, folder: str, beside: Beside) -> tuple[Page, ...]:
    """The pages in printed order, without their articles."""
    given = fields.get(IssueKeys.PAGES) or ()
    return tuple(_page(item, number, folder, beside) for number, item in enumerate(given, 1))


def _page(given: Record, number: int, folder: str, beside: Beside) -> Page:
    return Page(
        number=number,
        name=given.get(PageKeys.NAME) or "",
        layout=given.get(PageKeys.LAYOUT) or "",
        image=_image(given, folder, beside),
        pdf=_pdf(given, folder, beside),
        credits=given.get(PageKeys.CREDITS) or (),
    )


def _image(given: Record, folder: str, beside: Beside) -> Picture | None:
    file = given.get(PageKeys.IMAGE)
    if file is None:
        return None
    return beside.picture(f"{folder}/{file.name}", given.place(PageKeys.IMAGE))


def _pdf(given: Record, folder: str, beside: Beside) -> str:
    """The file's path; "" if there is none, after reporting one that is missing or no PDF."""
    file = given.get(PageKeys.PDF)
    if file is None:
        return ""
    named, place = f"{folder}/{file.name}", given.place(PageKeys.PDF)
    path = beside.found(named)
    if not path:
        given.problems.add(place, "pdf-missing", file=named, present=beside.listed(named))
        return ""
    if not _is_pdf(beside.root / path):
        given.problems.add(place, "pdf-not-one", file=path)
        return ""
    return path


def _is_pdf(file: Path) -> bool:
    """By its name, for a page may hold the mark of a PDF; and by the mark, where readers of the
    format look for it."""
    if ending(file.name) != PDF:
        return False
    with file.open("rb") as opened:
        return b"%PDF-" in opened.read(1024)
