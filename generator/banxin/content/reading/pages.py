"""The pages (版) that issue.md lists."""

from __future__ import annotations

from pathlib import Path

from banxin.content.attachments import PDF, ending
from banxin.content.fields.issue import IssueKeys, PageKeys
from banxin.content.fields.record import Record
from banxin.content.links import Beside
from banxin.content.reading.page_places import page_labels
from banxin.model import Page, Picture
from banxin.model.page_label import in_words, page_key


def read_pages(fields: Record, folder: str, beside: Beside) -> tuple[Page, ...]:
    """The pages in printed order, without their articles."""
    given = fields.get(IssueKeys.PAGES) or ()
    labels = _labels(given)
    return tuple(
        _page(item, number, label if label != str(number) else "", folder, beside)
        for number, (item, label) in enumerate(zip(given, labels, strict=True), 1)
    )


def _labels(given: tuple[Record, ...]) -> list[str]:
    """What each page is called; two that are called the same are reported."""
    labels = page_labels([item.get(PageKeys.LABEL) or "" for item in given])
    seen: dict[str, int] = {}
    for number, (item, label) in enumerate(zip(given, labels, strict=True), 1):
        key = page_key(label)
        if key in seen:
            place = item.place(PageKeys.LABEL) if item.has(PageKeys.LABEL) else item.place()
            gaps = {"page": in_words(label), "number": number, "other": seen[key]}
            item.problems.add(place, "page-label-twice", **gaps)
        seen.setdefault(key, number)
    return labels


def _page(given: Record, number: int, label: str, folder: str, beside: Beside) -> Page:
    asked = given.place(PageKeys.LAYOUT)
    return Page(
        number=number,
        label=label,
        name=given.get(PageKeys.NAME) or "",
        layout=given.get(PageKeys.LAYOUT) or "",
        image=_image(given, folder, beside),
        pdf=_pdf(given, folder, beside),
        credits=given.get(PageKeys.CREDITS) or (),
        layout_at=(asked.line, asked.column),
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
