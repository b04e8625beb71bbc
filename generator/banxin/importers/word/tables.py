"""mammoth's tables: their cells as a grid, and in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from mammoth import documents

from banxin.importers.word.prepared import BOX_STYLE

PAGE = "\f"
_TEXT = 30  # characters
_ROWS = 4  # of a form
_FOR_EACH = 8  # cells for each picture of one


def grid(rows: list[Any]) -> Iterator[tuple[str, ...]]:
    """The cells with empty ones where others reach over them."""
    below: dict[int, int] = {}
    width = max((sum(cell.colspan for cell in row.children) for row in rows), default=0)
    width = min(max(width, 1), 200)
    for row in rows:
        texts: list[str] = []
        for cell in row.children:
            while below.get(len(texts), 0):
                below[len(texts)] -= 1
                texts.append("")
            across = min(cell.colspan, 200)
            if cell.rowspan > 1:
                below |= {len(texts) + n: cell.rowspan - 1 for n in range(across)}
            texts += [" ".join(plain(cell.children).split()), *[""] * (across - 1)]
        while len(texts) < width and below.get(len(texts), 0):
            below[len(texts)] -= 1
            texts.append("")
        yield tuple(texts)


def in_reading_order(rows: Sequence[Any]) -> Iterator[Any]:
    """The cells of a table that holds pictures: each picture beside the words of its column."""
    at = 0
    while at < len(rows):
        row, below = rows[at].children, rows[at + 1].children if at + 1 < len(rows) else []
        if len(row) == len(below) and (_is_pictures(row), _is_pictures(below)) in _PAIRS:
            yield from chain.from_iterable(zip(row, below, strict=True))
            at += 2
        else:
            yield from row
            at += 1


def is_title_row(row: Any) -> bool:
    """Whether it is one cell over all columns, with words in it: what the table is called."""
    (first, *others) = row.children or [None]
    return (
        first is not None
        and not others
        and first.colspan > 1
        and bool(plain(first.children).strip() and not has_picture(first))
    )


def is_columns(rows: Sequence[Any]) -> bool:
    """Whether a table is only there to set text in columns: one row, sentences in each cell."""
    texts = [plain(cell.children).strip() for row in rows for cell in row.children]
    full = [text for text in texts if text]
    return len(rows) == 1 and bool(full) and all(len(t) >= _TEXT and "。" in t for t in full)


def is_filled_in(rows: Sequence[Any]) -> bool:
    """Whether a table with a picture is a form or a list of people, and the picture somebody's
    photograph: rows of a few words, and hardly any cell with a picture."""
    cells = [cell for row in rows for cell in row.children]
    pictured = sum(map(has_picture, cells))
    texts = [text for cell in cells if (text := plain(cell.children).strip())]
    short = sum(len(text) < _TEXT for text in texts)
    several = sum(len(row.children) > 1 for row in rows) >= _ROWS
    return several and len(cells) >= pictured * _FOR_EACH and short * 4 >= len(texts) * 3


def pictures_of(element: Any) -> Iterator[Any]:
    """Its pictures, in their order."""
    if isinstance(element, documents.Image):
        yield element
    for child in getattr(element, "children", ()):
        yield from pictures_of(child)


_PAIRS = ((True, False), (False, True))


def _is_pictures(cells: Sequence[Any]) -> bool:
    return all(has_picture(cell) and not plain(cell.children).strip() for cell in cells)


def has_picture(element: Any) -> bool:
    return isinstance(element, documents.Image) or any(
        has_picture(child) for child in getattr(element, "children", ())
    )


def plain(elements: Iterable[Any]) -> str:
    """All text below, a space between paragraphs."""
    parts: list[str] = []
    for element in elements:
        if isinstance(element, documents.HasChildren):
            boxed = isinstance(element, documents.Run) and element.style_id == BOX_STYLE
            parts.append("" if boxed else plain(element.children))
            if isinstance(element, documents.Paragraph):
                parts.append(" ")
        else:
            parts.append(text_of(element).replace(PAGE, ""))
    return "".join(parts)


def text_of(element: Any) -> str:
    if isinstance(element, documents.Text):
        return str(element.value)
    if isinstance(element, documents.Tab):
        return "\t"
    if isinstance(element, documents.Break):
        return PAGE if element.break_type == "page" else "\n"
    if isinstance(element, documents.Checkbox):
        return "☑" if element.checked else "☐"
    return ""
